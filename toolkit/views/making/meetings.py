"""Meetings of a place's bodies, their calendar files, and copies of the sheet for one of them.

What a visitor types for a copy is in the answer and nowhere else.
"""

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from toolkit.extensions import csrf
from toolkit.forms.edition import FirstSide, MakeSheet
from toolkit.forms.meetings import MeetingFacts
from toolkit.publishing.errors import NotRendered
from toolkit.publishing.meeting import copies, meetings
from toolkit.views.errors import RETRY_SECONDS, trouble_of
from toolkit.views.installation import file_stem, press_room, settings, today
from toolkit.views.making.private import private, typed

CALENDAR = "text/calendar; charset=utf-8"
PDF = "application/pdf"

pages = Blueprint("meetings", __name__)


@pages.get("/places/<geoid:geoid>/meetings")
def index(geoid: str) -> str:
    """Who decides in public here, by which rules one may speak there, and when they meet next."""
    return render_template("meetings/index.html", page=meetings.meetings_page(geoid, today()))


@pages.get("/meetings/<slug:meeting_id>.ics")
def calendar(meeting_id: str) -> Response:
    """The calendar file of one meeting."""
    data = meetings.calendar_file(meeting_id, settings()) or abort(404)
    return _file(data, CALENDAR, f"{meeting_id}.ics")


@pages.post("/places/<geoid:geoid>/meetings/<slug:meeting_id>.pdf")
@csrf.exempt  # no cookie, so nothing to forge; toolkit.edge refuses requests that other sites send
def copy_for_listed(geoid: str, meeting_id: str) -> Response:
    """The sheet of this place for a meeting that is listed here."""
    order = FirstSide(request.form)
    side = order.side if order.validate() else None
    made = copies.make_for_listed(press_room(), geoid, meeting_id, on=today(), first_side=side)
    return _pdf(made or abort(404), geoid)


@pages.post("/places/<geoid:geoid>/fact-sheet.pdf")
@csrf.exempt  # as above
def copy(geoid: str) -> ResponseReturnValue:
    """The sheet for a meeting that the visitor typed; the form again where it cannot be used."""
    form = MeetingFacts(typed(), geoid=geoid, today=today())
    if not form.validate():
        return _form_again(geoid, form, 400)
    try:
        made = copies.make(press_room(), geoid, form.typed.facts, on=today(), first_side=form.side)
    except NotRendered as error:
        trouble = trouble_of(error)
        page = _form_again(geoid, form, trouble.status, trouble.name)
        page.headers["Retry-After"] = str(RETRY_SECONDS)
        return page
    return _pdf(made, geoid)


@pages.post("/places/<geoid:geoid>/meeting.ics")
@csrf.exempt  # as above
def typed_calendar(geoid: str) -> Response:
    """The calendar file of a meeting that the visitor typed."""
    form = MeetingFacts(typed(), geoid=geoid, today=today())
    if not form.validate():
        return _form_again(geoid, form, 400)
    data = meetings.typed_calendar_file(geoid, form.typed, on=today(), settings=settings())
    return private(_file(data, CALENDAR, f"meeting-{geoid}.ics"))


def _form_again(geoid: str, form: MeetingFacts, status: int, trouble: str = "") -> Response:
    """The preview with everything that was typed, and what is wrong with it."""
    side = None if form.first.errors else form.side
    text = render_template(
        "fact_sheets/preview.html",
        preview=copies.read_again(press_room(), geoid, today(), side),
        form=MakeSheet(place=geoid, first=side or ""),
        facts=form,
        trouble=trouble,
        coming=(),
    )
    return private(text, status)


def _pdf(made: copies.MeetingCopy, geoid: str) -> Response:
    return private(_file(made.pdf, PDF, f"{file_stem()}-{geoid}-{made.code}-meeting.pdf"))


def _file(data: bytes, kind: str, name: str) -> Response:
    """A file under a name of our own making; the page that asked for it stays where it is."""
    response = Response(data, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name.lower()}"'
    return response
