"""Writing a claim, with what will print always in view, and what two wrote at once side by side."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation import known
from toolkit.curation.claims import claim_history, claims
from toolkit.curation.claims.claim_history import HistoryEntry
from toolkit.curation.claims.near import Near, near
from toolkit.curation.claims.words import doubts
from toolkit.curation.difference import Difference
from toolkit.curation.errors import NotFit, NoticeMissing, Retired, Stale
from toolkit.extensions import gettext as _
from toolkit.forms.desk.claim import ClaimEditor, filled
from toolkit.ledger import subjects
from toolkit.ledger.errors import UnknownSubject
from toolkit.ledger.revisions import from_revision, numbered
from toolkit.models import Claim
from toolkit.publishing.issuing.claim_preview import ClaimPreview, claim_preview, stylesheet
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today

pages = Blueprint("claim_editor", __name__, url_prefix="/desk/claims")
ONE = "/<slug:claim_id>/edit"
PART = "X-Part"  # the header by which the script asks for the looks alone


@dataclass(frozen=True, slots=True)
class Looks:
    """What stands beside the form: the claim as it prints, checks, and claims that say nearly the same."""

    preview: ClaimPreview
    near: tuple[Near, ...]
    doubts: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def faults(self) -> int:
        """How many things there are to look at."""
        unfit = sum(not check.fine for check in self.preview.checks)
        return unfit + len(self.near) + len(self.doubts) + bool(self.preview.trouble)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody else saved meanwhile, and what saving now would change in it."""

    theirs: HistoryEntry
    changed: tuple[Difference, ...]
    would_change: tuple[Difference, ...]


@pages.get("/new")
@takes("claim.write")
def new() -> str:
    """An empty form."""
    return _page(_form(data={"checked": today()}))


@pages.post("/new")
@takes("claim.write")
def create() -> ResponseReturnValue:
    """Begin a claim."""
    form = _form()
    if not form.validate():
        return _page(form, refused=True), 400
    if there := claims.saying(form.text.data or ""):  # as when the button is pressed twice
        says = _(
            "Claim %(claim_id)s says exactly this. Look at it under /desk/claims/%(claim_id)s.",
            claim_id=there,
        )
        form.text.errors = (says,)
        return _page(form, refused=True), 409
    try:
        claim = claims.write(form.words, reason=form.reason.data or "", by=person(), now=now(), on=today())
    except NotFit as refusal:
        return _unfit(form, refusal)
    return _done(claim.id)


@pages.get(ONE)
@takes("claim.write")
def edit(claim_id: str) -> str:
    """The newest words in the form."""
    claim = claims.find(claim_id) or abort(404)
    held = claim.current
    known_words = filled(from_revision(held), known.titles())
    told = {"base": held.number, "notice": held.notice if held.number != claim.printed else ""}
    return _page(_form(claim, data=known_words | told))


@pages.post(ONE)
@takes("claim.write")
def save(claim_id: str) -> ResponseReturnValue:
    """Keep what was typed as a new revision, or say why not; what was typed stays in the form."""
    form = _form(claims.find(claim_id) or abort(404))
    if not form.validate():
        return _page(form, refused=True), 400
    try:
        claims.revise(
            claim_id,
            form.words,
            base=form.base.data or 0,
            reason=form.reason.data or "",
            notice=form.notice.data or "",
            by=person(),
            now=now(),
            on=today(),
        )
    except Stale as refusal:
        return _page(form, conflict=_conflict(form, refusal.newest), trouble=str(refusal)), 409
    except NoticeMissing as refusal:
        form.notice.errors = (str(refusal),)
        return _page(form, refused=True), 400
    except NotFit as refusal:
        return _unfit(form, refusal)
    except Retired as refusal:
        return _page(form, trouble=str(refusal)), 409
    return _done(claim_id)


@pages.post("/check")
@takes("claim.write", writes=False)
def check() -> str:
    """The form with everything typed, checked and set again, with a row more or less; nothing is kept."""
    asked = request.form.get("claim", "")
    form = _form((claims.find(asked) or abort(404)) if asked else None)
    deed, _, number = request.form.get("row", "").partition("-")
    if deed == "add":
        form.add_row()
    elif deed == "drop" and number.isdecimal():
        form.drop_row(int(number))
    if not deed and form.validate():
        form.judge()
    if PART in request.headers:
        return render_template("claim_editor/looks.html", looks=_looks(form), form=form)
    return _page(form, row=deed)


@pages.get("/paper.css")
@takes("claim.write")
def style() -> Response:
    """The type and columns of the paper."""
    return Response(stylesheet(), mimetype="text/css")


def _form(claim: Claim | None = None, **known_words: object) -> ClaimEditor:
    asked = claim.subject if claim else request.values.get("subject", "")
    try:
        subject = subjects.find(asked)
    except UnknownSubject:
        abort(404)
    questions = known.questions(subject.id)
    return ClaimEditor(claim, subject=subject, today=today(), questions=questions, **known_words)


def _page(
    form: ClaimEditor,
    *,
    refused: bool = False,
    trouble: str = "",
    conflict: Conflict | None = None,
    row: str = "",
) -> str:
    return render_template(
        "claim_editor/editor.html",
        form=form,
        claim=form.of,
        subjects=subjects.every(),
        looks=_looks(form),
        titles=known.titles(),
        refused=refused,
        trouble=trouble,
        conflict=conflict,
        row=row,
    )


def _looks(form: ClaimEditor) -> Looks:
    words = form.words
    return Looks(
        preview=claim_preview(words, form.claim_id, today()),
        near=near(words.text, form.claim_id),
        doubts=doubts(words),
        places=form.scope.names,
    )


def _conflict(form: ClaimEditor, newest: int) -> Conflict:
    """Both versions; the form now begins with theirs, so that saving again is meant."""
    claim = form.of or abort(404)
    theirs = numbered(claim, newest) or abort(404)
    began = numbered(claim, form.base.data)
    saved = from_revision(theirs)
    form.base.data, form.base.raw_data = newest, None
    return Conflict(
        theirs=claim_history.entry(theirs),
        changed=claim_history.differences(from_revision(began), saved) if began else (),
        would_change=claim_history.differences(saved, form.words),
    )


def _unfit(form: ClaimEditor, refusal: NotFit) -> ResponseReturnValue:
    """The form with what is to be mended at its fields; what is about none of them stands above it."""
    form.tell(refusal.at)
    return _page(form, refused=bool(refusal.at), trouble=str(refusal)), 400


def _done(claim_id: str) -> ResponseReturnValue:
    return redirect(url_for("claim_desk.claim", claim_id=claim_id), 303)
