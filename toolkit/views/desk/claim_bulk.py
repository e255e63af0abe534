"""Several claims at once: dated anew, or retired. The page lists them and asks first."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from toolkit.curation.claims import claim_list, redating, retiring
from toolkit.curation.claims.claim_list import ClaimLine
from toolkit.curation.errors import CurationError, NoSuchClaim
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.claim_bulk import MOST, Redate, RetireAll
from toolkit.views.guards import person, takes
from toolkit.views.installation import now

pages = Blueprint("claim_bulk", __name__, url_prefix="/desk/claims/several")

CHOOSE = _("Choose at least one claim in the list, then press the button under it.")
TOO_MANY = _("That are more than %(most)s claims at once. Choose fewer.", most=MOST)
TEMPLATES = {"redate": "claim_desk/redate.html", "retire": "claim_desk/retire.html"}
Lines = tuple[ClaimLine, ...]


@pages.get("/redate")
@takes("claim.bulk")
def ask_redate() -> str:
    """From when on, and why?"""
    return _page("redate", _chosen(), Redate())


@pages.post("/redate")
@takes("claim.bulk")
def redate() -> ResponseReturnValue:
    """New dates for all of them."""
    form = Redate()

    def deed(ids: list[str]) -> None:
        redating.redate(ids, form.review_by.data, form.reason.data, by=person(), now=now())

    return _do("redate", form, deed)


@pages.get("/retire")
@takes("claim.bulk")
def ask_retire() -> str:
    """What are readers told?"""
    return _page("retire", _chosen(), RetireAll())


@pages.post("/retire")
@takes("claim.bulk")
def retire() -> ResponseReturnValue:
    """Withdraw all of them."""
    form = RetireAll()

    def deed(ids: list[str]) -> None:
        sentence, words = form.sentence.data or "", form.words.data or ""
        retiring.retire_all(ids, sentence, words, by=person(), now=now())

    return _do("retire", form, deed)


def _do(what: str, form: FlaskForm, deed: Callable[[list[str]], None]) -> ResponseReturnValue:
    chosen = _chosen()
    if not form.validate():
        return _page(what, chosen, form), 400
    try:
        deed([line.id for line in chosen])
    except CurationError as refusal:
        return _page(what, chosen, form, str(refusal)), 409
    return redirect(url_for("claim_desk.index", done=what, number=len(chosen)), 303)


def _chosen() -> Lines:
    """The claims that were ticked, as they stand before anything is done."""
    ids = list(dict.fromkeys(request.values.getlist("claim")))
    if not ids:
        abort(400, CHOOSE)
    if len(ids) > MOST:
        abort(400, TOO_MANY)
    found = claim_list.these(sorted(ids))
    for gone in set(ids) - {line.id for line in found}:
        abort(404, str(NoSuchClaim(gone)))
    return found


def _page(what: str, chosen: Lines, form: FlaskForm, refused: str = "") -> str:
    printing = sum(line.printed is not None for line in chosen)
    return render_template(TEMPLATES[what], chosen=chosen, printing=printing, form=form, refused=refused)
