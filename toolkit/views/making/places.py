"""Finding a place, and the page of what is known there."""

from typing import TypeVar

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from toolkit.forms.edition import MakeSheet
from toolkit.forms.place import PlaceSearch
from toolkit.ledger import subjects
from toolkit.publishing.finding.search import look_up
from toolkit.publishing.knowing.place_page import place_page
from toolkit.views.installation import settings, subject_id, today

MOST_ON_A_PAGE = 100
MOST_IN_A_LIST = 8

Answer = TypeVar("Answer", bound=AnyResponse)

pages = Blueprint("places", __name__)


@pages.get("/")
def start() -> str:
    """The start page: one field."""
    return render_template("places/start.html", form=PlaceSearch())


@pages.get("/places")
def search() -> ResponseReturnValue:
    """The places that were meant; straight to the place when there is only one."""
    form = PlaceSearch(request.args)
    if not form.validate():
        return render_template("places/search.html", form=form, found=None), 400
    found = look_up(form.q.data or "", MOST_ON_A_PAGE)
    if len(found.hits) == 1 and found.read_as is None:
        return _unkept(redirect(url_for("places.place", geoid=found.hits[0].geoid)))
    return _unkept(make_response(render_template("places/search.html", form=form, found=found)))


@pages.get("/places.json")
def suggestions() -> Response:
    """The first few places for what is typed so far, for the list under the field."""
    form = PlaceSearch(request.args)
    found = look_up(form.q.data or "", MOST_IN_A_LIST) if form.validate() else None
    hits = found.hits if found else ()
    return _unkept(
        jsonify(
            left_out=found.left_out if found else 0,
            places=[
                {
                    "name": hit.name,
                    "where": ", ".join([*hit.counties[:1], *([hit.state] if hit.kind != "state" else [])]),
                    "label": hit.label,
                    "url": url_for("places.place", geoid=hit.geoid),
                }
                for hit in hits
            ],
        )
    )


@pages.get("/places/<geoid:geoid>")
def place(geoid: str) -> str:
    """What is known about one place, and the form that makes its sheet."""
    page = place_page(geoid, today(), settings(), subject_id())
    open_ones, form = subjects.every(closed=False), MakeSheet(place=geoid)
    return render_template("places/place.html", page=page, here=page.here, form=form, subjects=open_ones)


def _unkept(answer: Answer) -> Answer:
    """What was typed is not for the next reader at this screen."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
