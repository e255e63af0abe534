"""A claim's history: every revision with who, when and why, what differs between two, and the way back."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import roles
from toolkit.curation.claims import claim_history, claims
from toolkit.curation.errors import CurationError
from toolkit.forms.desk.claim_history import RestoreWords
from toolkit.ledger.printed import printed, prints_alike
from toolkit.ledger.revisions import from_revision, numbered
from toolkit.models import Claim, ClaimRevision
from toolkit.views.guards import person, takes
from toolkit.views.installation import now

pages = Blueprint("claim_history", __name__, url_prefix="/desk/claims/<slug:claim_id>/history")
MOST = 2147483647
ONE = f"/<int(max={MOST}):number>"


@pages.get("")
@takes("claim.read")
def history(claim_id: str) -> str:
    """Every revision, the newest first, and what the newest changed."""
    claim = _claim(claim_id)
    entries = claim_history.entries(claim_id, _asked("before", MOST))
    return render_template(
        "claim_history/history.html",
        claim=claim,
        entries=entries,
        more=len(entries) == claim_history.PAGE and entries[-1].number > 1,
        may_write=roles.may(person(), "claim.write"),
    )


@pages.get(ONE)
@takes("claim.read")
def revision(claim_id: str, number: int) -> str:
    """One revision beside another one, which is the one before it unless ``against`` says."""
    claim = _claim(claim_id)
    return _page(claim, _revision(claim, number), RestoreWords(data={"base": claim.newest}))


@pages.post(f"{ONE}/restore")
@takes("claim.write")
def restore(claim_id: str, number: int) -> ResponseReturnValue:
    """Bring back the words of this revision, as a new one."""
    claim, form = _claim(claim_id), RestoreWords()
    row = _revision(claim, number)
    if not form.validate():
        return _page(claim, row, form), 400
    told = {"reason": form.reason.data or "", "notice": form.notice.data or ""}
    try:
        claims.restore(claim_id, number, base=form.base.data or 0, by=person(), now=now(), **told)
    except CurationError as refusal:
        form.base.data, form.base.raw_data = claim.newest, None
        return _page(claim, row, form, trouble=str(refusal)), 409
    return redirect(url_for("claim_desk.claim", claim_id=claim_id), 303)


def _page(claim: Claim, row: ClaimRevision, form: RestoreWords, *, trouble: str = "") -> str:
    words = from_revision(row)
    other = numbered(claim, _asked("against", row.number - 1))
    prints = printed(claim)
    return render_template(
        "claim_history/revision.html",
        claim=claim,
        entry=claim_history.entry(row),
        words=words,
        against=other.number if other else None,
        differences=claim_history.differences(from_revision(other), words) if other else (),
        form=form,
        asks_notice=prints is not None and not prints_alike(prints, words),
        trouble=trouble,
    )


def _asked(name: str, usual: int) -> int:
    """A number of the query; one that no database knows is as good as none."""
    return min(max(request.args.get(name, default=usual, type=int), 0), MOST)


def _claim(claim_id: str) -> Claim:
    return claims.find(claim_id) or abort(404)


def _revision(claim: Claim, number: int) -> ClaimRevision:
    return numbered(claim, number) or abort(404)
