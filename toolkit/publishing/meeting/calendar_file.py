"""Meetings as calendar files (RFC 5545): the one door to the icalendar library.

Times carry the zone of the place, so that they hold across a change of the clocks; the zone's own rules go
into the file. A cancelled meeting keeps its UID and has a higher SEQUENCE, by which calendars find it again.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from icalendar import Alarm, Calendar, Event
from icalendar.enums import STATUS

from fact_sheets.action import go_to
from fact_sheets.dossier import Place
from fact_sheets.meeting import Meeting
from toolkit import models
from toolkit.config import Settings
from toolkit.models.body import CANCELLED
from toolkit.models.local_time import moment
from toolkit.publishing.meeting.typed_meeting import TypedMeeting

BEFORE_CLOSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What goes into the file: moments with their zone, and who stands behind it."""

    uid: UUID
    meeting: Meeting
    place: Place
    page: str  # the address of the place's meetings
    starts: datetime
    ends: datetime | None
    closes: datetime | None
    sequence: int
    cancelled: bool
    changed: date


def of_listed(row: models.Meeting, facts: Meeting, place: Place, settings: Settings) -> bytes:
    """The file of a stored meeting."""
    starts = moment(row.starts, row.time_zone, row.starts_second)
    closes = row.signup_closes and moment(row.signup_closes, row.time_zone, row.signup_closes_second)
    entry = CalendarEntry(
        uid=uuid5(NAMESPACE_URL, f"{settings.base_url}/meetings/{row.id}"),
        meeting=facts,
        place=place,
        page=f"{settings.base_url}/places/{place.geoid}/meetings",
        starts=starts,
        ends=_later(starts, row.minutes) if row.minutes else None,
        closes=closes,
        sequence=row.sequence,
        cancelled=row.status == CANCELLED,
        changed=row.changed,
    )
    return _file(entry, settings.site_name)


def of_typed(typed: TypedMeeting, place: Place, on: date, settings: Settings) -> bytes:
    """The file of a meeting that a visitor typed; the same time and body give the same UID."""
    page = f"{settings.base_url}/places/{place.geoid}/meetings"
    entry = CalendarEntry(
        uid=uuid5(NAMESPACE_URL, f"{page}#{typed.starts.isoformat()} {typed.facts.body}"),
        meeting=typed.facts,
        place=place,
        page=page,
        starts=typed.starts,
        ends=None,
        closes=typed.closes,
        sequence=0,
        cancelled=False,
        changed=on,
    )
    return _file(entry, settings.site_name)


def _file(entry: CalendarEntry, site: str) -> bytes:
    alarms = [] if entry.cancelled or not entry.closes else _alarms(entry.closes)
    event = Event.new(
        uid=entry.uid,
        sequence=entry.sequence,
        status=STATUS.CANCELLED if entry.cancelled else STATUS.CONFIRMED,
        start=_as_written(entry.starts),
        end=_as_written(entry.ends) if entry.ends else None,
        stamp=datetime.combine(entry.changed, time(), UTC),
        last_modified=datetime.combine(entry.changed, time(), UTC),
        summary=_summary(entry),
        location=", ".join(part for part in (entry.meeting.room, entry.meeting.address) if part) or None,
        description=_description(entry),
        url=entry.page,
        subcomponents=alarms,
    )
    maker = f"-//{site}//Meetings//EN"
    calendar = Calendar.new(prodid=maker, method="PUBLISH", uid=entry.uid, subcomponents=[event])
    year = entry.starts.year
    calendar.add_missing_timezones(first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))
    data: bytes = calendar.to_ical()
    return data


def _alarms(closes: datetime) -> list[Alarm]:
    """One an hour before sign-up closes and one when it does, at moments that no zone can shift."""
    return [
        _alarm("Sign-up closes in one hour.", closes.astimezone(UTC) - BEFORE_CLOSE),
        _alarm("Sign-up closes now.", closes.astimezone(UTC)),
    ]


def _alarm(words: str, at: datetime) -> Alarm:
    alarm = Alarm.new(description=words)
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = at
    return alarm


def _as_written(at: datetime) -> datetime:
    """A local time that comes twice means the first one in such a file, so the second is written in UTC."""
    return at.astimezone(UTC) if at.fold else at


def _later(starts: datetime, minutes: int) -> datetime:
    """``minutes`` after, as the clocks of the place show it then."""
    return (starts.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(starts.tzinfo)


def _summary(entry: CalendarEntry) -> str:
    called = f"{entry.meeting.body}, {entry.place.label}" if entry.meeting.body else entry.place.label
    return f"Cancelled: {called}" if entry.cancelled else f"Public meeting: {called}"


def _description(entry: CalendarEntry) -> str:
    lines = go_to(entry.meeting)
    said = f"{lines.when}. {lines.what}"
    if entry.meeting.listed_on is not None:
        said = f"{said} {lines.origin}"
    return f"{said}\n{entry.page}".replace("\N{NO-BREAK SPACE}", " ")
