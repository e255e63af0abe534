"""The library's claims, and the permanent page of each."""

from flask import Blueprint, Response, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from toolkit.ledger import subjects
from toolkit.publishing.knowing import claims, downloads
from toolkit.views.addresses import under
from toolkit.views.installation import settings, subject, subject_id
from toolkit.views.reading.download import take_along

pages = Blueprint("claims", __name__)


@pages.get("/claims")
def index() -> str:
    """Every claim that may print, by topic."""
    return render_template("claims/index.html", page=claims.every_claim(subject_id()))


@pages.get("/claims.csv")
def as_csv() -> Response:
    """The claims that print as a table, one row a citation."""
    return take_along(downloads.claims_csv(settings().base_url, subject_id()), "claims.csv")


@pages.get("/claims.json")
def as_json() -> Response:
    """The claims that print, with their citations."""
    return take_along(downloads.claims_json(settings().base_url, subject_id()), "claims.json")


@pages.get("/claims/<slug:claim_id>")
def claim(claim_id: str) -> ResponseReturnValue:
    """One claim with its sources and what answers it; of one that was withdrawn, that it was."""
    page = claims.find(claim_id, subject_id())
    if page is None:
        of = claims.subject_of(claim_id)
        for other in subjects.every(closed=False):
            if other.id == of != subject().id:
                return redirect(under(other, "claims.claim", claim_id=claim_id))
        return render_template("claims/withdrawn.html", claim=claims.withdrawn(claim_id) or abort(404))
    return render_template("claims/claim.html", page=page, claim=page.claim)
