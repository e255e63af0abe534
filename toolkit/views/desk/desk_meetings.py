"""Meetings at the desk: entered, changed, called off; their history."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.curation.difference import Difference
from toolkit.curation.errors import CurationError
from toolkit.curation.records import bodies, meetings, records
from toolkit.forms.desk.bodies import BodySearch
from toolkit.forms.desk.desk_meetings import EditMeeting
from toolkit.forms.desk.records import Because
from toolkit.models import Meeting, PublicBody
from toolkit.publishing.meeting.time_zones import CALLED
from toolkit.views.desk import record_history as history_pages
from toolkit.views.desk.record_history import Record
from toolkit.views.guards import person, takes
from toolkit.views.installation import now, today

pages = Blueprint("desk_meetings", __name__, url_prefix="/desk/meetings")


@pages.get("")
@takes("meeting.write")
def index() -> str:
    """Meetings to come."""
    form = BodySearch(request.args)
    number = form.page.data if form.validate() else None
    return render_template("desk_meetings/index.html", page=meetings.coming(today(), number or 1))


@pages.get("/new/<slug:body_id>")
@takes("meeting.write")
def ask(body_id: str) -> str:
    """A meeting of this body."""
    body = _body(body_id)
    return _new_page(body, EditMeeting(formdata=None, clocks=body.time_zone, today=today()))


@pages.post("/new/<slug:body_id>")
@takes("meeting.write")
def add(body_id: str) -> ResponseReturnValue:
    """Add it."""
    body = _body(body_id)
    form = EditMeeting(clocks=body.time_zone, today=today())
    if not form.validate():
        return _new_page(body, form), 400
    try:
        meetings.add(body, form.values, reason=form.reason.data, on=today(), by=person(), now=now())
    except CurationError as error:
        return _new_page(body, form, str(error)), 409
    return redirect(url_for("desk_meetings.index"), 303)


@pages.get("/<slug:meeting_id>")
@takes("meeting.write")
def one(meeting_id: str) -> str:
    """One meeting, to be changed."""
    row = _find(meeting_id)
    form = EditMeeting(formdata=None, clocks=row.time_zone, today=today())
    form.fill(row, records.number_of(meetings.NOUN, meeting_id))
    return _page(row, form)


@pages.post("/<slug:meeting_id>")
@takes("meeting.write")
def save(meeting_id: str) -> ResponseReturnValue:
    """Keep the change."""
    row = _find(meeting_id)
    form = EditMeeting(clocks=row.time_zone, today=today(), known=row.starts.date())
    if not form.validate():
        return _page(row, form), 400
    given = form.reason.data, form.base.data
    try:
        meetings.write(
            meeting_id, form.values, reason=given[0], base=given[1], on=today(), by=person(), now=now()
        )
    except CurationError as error:
        return _page(row, form, str(error), history_pages.between(error, row, form)), 409
    return redirect(url_for("desk_meetings.index"), 303)


@pages.post("/<slug:meeting_id>/cancel")
@takes("meeting.write")
def cancel(meeting_id: str) -> ResponseReturnValue:
    """Call it off."""
    row, asked = _find(meeting_id), Because()
    if asked.validate():
        try:
            why, base = asked.reason.data, asked.base.data
            meetings.cancel(meeting_id, reason=why, base=base, on=today(), by=person(), now=now())
        except CurationError as error:
            asked.reason.errors = (str(error),)
        else:
            return redirect(url_for("desk_meetings.index"), 303)
    form = EditMeeting(formdata=None, clocks=row.time_zone, today=today())
    form.fill(row, records.number_of(meetings.NOUN, meeting_id))
    return _page(row, form, " ".join(map(str, asked.reason.errors))), 409


@pages.get("/<slug:meeting_id>/history")
@takes("meeting.write")
def history(meeting_id: str) -> str:
    """Who changed what, when, why."""
    return history_pages.page(_record(_find(meeting_id)))


@pages.post("/<slug:meeting_id>/history")
@takes("meeting.write")
def restore(meeting_id: str) -> ResponseReturnValue:
    """Make it what it was."""
    return history_pages.restore(
        _record(_find(meeting_id)),
        lambda form: meetings.restore(
            meeting_id,
            form.number.data,
            reason=form.reason.data,
            base=form.base.data,
            on=today(),
            by=person(),
            now=now(),
        ),
    )


def _find(meeting_id: str) -> Meeting:
    return meetings.find(meeting_id) or abort(404)


def _body(body_id: str) -> PublicBody:
    return bodies.find(body_id) or abort(404)


def _record(row: Meeting) -> Record:
    called = f"{row.body.name}, {row.starts:%Y-%m-%d}"
    return Record(meetings.NOUN, row.id, called, url_for("desk_meetings.one", meeting_id=row.id))


def _new_page(body: PublicBody, form: EditMeeting, trouble: str = "") -> str:
    place, clocks = bodies.place_of(body), CALLED.get(body.time_zone, body.time_zone)
    return render_template(
        "desk_meetings/new.html", body=body, place=place, clocks=clocks, form=form, trouble=trouble
    )


def _page(row: Meeting, form: EditMeeting, trouble: str = "", between: tuple[Difference, ...] = ()) -> str:
    base = records.number_of(meetings.NOUN, row.id)
    return render_template(
        "desk_meetings/meeting.html",
        record=_record(row),
        row=row,
        form=form,
        clocks=CALLED.get(row.time_zone, row.time_zone),
        base=base,
        trouble=trouble,
        between=between,
    )
