"""The claims as organizers find them, and one claim with all that its readers need."""

from flask import Blueprint, abort, render_template, request
from werkzeug.datastructures import MultiDict

from toolkit.curation.claims import claim_list, claim_sheet
from toolkit.curation.claims.claim_list import ClaimQuery
from toolkit.curation.review import queue
from toolkit.curation.word_diff import word_diff
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.claim_list import ClaimFilter
from toolkit.forms.desk.claim_review import QUESTIONS, ReviewForms, review_forms
from toolkit.publishing.finding.search import search
from toolkit.publishing.knowing.sources import VERIFIED
from toolkit.views.guards import person, takes
from toolkit.views.installation import settings, today

pages = Blueprint("claim_desk", __name__)

NO_PLACE = _("We know no place of that name. Look for it by its Census code, or leave this empty.")
ABOUT_THE_LIST = ("page", "done", "number")
NAMESAKES = 10  # places that one name may mean; all are looked for


@pages.get("/desk/claims")
@takes("claim.read")
def index() -> str:
    """Find claims."""
    form = ClaimFilter(MultiDict(request.args))
    form.offer(claim_list.choices())
    form.validate()
    page = claim_list.page(_wanted(form), form.page.data or 1, on=today())
    asked = {name: value for name, value in request.args.items() if name not in ABOUT_THE_LIST and value}
    return render_template(
        "claim_desk/index.html",
        form=form,
        page=page,
        asked=asked,
        signings=claim_list.signings(page.lines),
        readers=settings().readers,
        done=request.args.get("done", ""),  # by a form for several claims: redate, retire
        number=request.args.get("number", 0, type=int),
    )


@pages.get("/desk/claims/<slug:claim_id>")
@takes("claim.read")
def claim(claim_id: str) -> str:
    """One claim."""
    shown = find(claim_id)
    return show(shown, review_forms(shown.newest.number, shown.mine))


def find(claim_id: str) -> claim_sheet.ClaimSheet:
    """The claim as this organizer sees it, or 404."""
    return claim_sheet.sheet(claim_id, to=person(), readers=settings().readers) or abort(404)


def show(sheet: claim_sheet.ClaimSheet, forms: ReviewForms, refused: str = "", typed: str = "") -> str:
    """The page of a claim; ``refused`` is why a deed was not done, ``typed`` the words that came with it."""
    printed = sheet.printed.text if sheet.printed else ""
    return render_template(
        "claim_desk/claim.html",
        sheet=sheet,
        forms=forms,
        refused=refused,
        typed=typed,
        asks=QUESTIONS,
        seen=VERIFIED,
        changes=word_diff(printed, sheet.newest.text) if sheet.prints_other_words else (),
    )


def _wanted(form: ClaimFilter) -> ClaimQuery:
    geoids = [hit.geoid for hit in search(form.place_name, NAMESAKES)] if form.place_name else []
    if form.place_name and not geoids:
        form.place.errors = (NO_PLACE,)
    waits = form.waits.data if "waits" not in form.errors else ""
    waiting = queue.of(person(), settings().readers).waiting[waits] if waits else None
    return form.wanted(geoids, waiting)
