"""Meetings of public bodies: entered, changed, called off. A change keeps the row and raises its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from toolkit.access import journal, roles
from toolkit.curation.errors import NotFit
from toolkit.curation.records import record_history, records
from toolkit.database import session
from toolkit.models import Meeting, Person, PublicBody, RecordRevision
from toolkit.models.body import CANCELLED, SCHEDULED
from toolkit.models.local_time import LocalTimeError, moment

DEED = "meeting.write"
NOUN = Meeting.__tablename__
ON_A_PAGE = 50
GONE = "This meeting is not here any more."


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Some of the meetings from a day on, and whether more follow."""

    meetings: tuple[Meeting, ...]
    number: int
    more: bool


def find(meeting_id: str) -> Meeting | None:
    """The meeting with this id."""
    return session().get(Meeting, meeting_id)


def coming(on: date, number: int) -> MeetingPage:
    """Meetings from this day on, the next one first."""
    since = datetime.combine(on, datetime.min.time())
    rows = select(Meeting).where(Meeting.starts >= since).options(joinedload(Meeting.body))
    rows = rows.order_by(Meeting.starts, Meeting.id).offset((number - 1) * ON_A_PAGE).limit(ON_A_PAGE + 1)
    found = tuple(session().scalars(rows))
    return MeetingPage(found[:ON_A_PAGE], number, len(found) > ON_A_PAGE)


def add(
    body: PublicBody, values: Mapping[str, object], *, reason: str, on: date, by: Person, now: datetime
) -> Meeting:
    """A meeting of this body, with ``values`` by column. Raises NotAllowed, NotFit."""
    roles.require(by, DEED)
    _refuse_lost_hours(values, body.time_zone)
    fixed = {"time_zone": body.time_zone, "sequence": 0, "status": SCHEDULED, "changed": on}
    row = records.add(
        lambda: Meeting(id=_id(body, values["starts"]), body_id=body.id, **fixed, **values),
        reason,
        by=by,
        now=now,
    )
    journal.record(by, DEED, f"{NOUN}:{row.id}", {"number": 1, "reason": reason}, now)
    return row


def write(
    meeting_id: str,
    values: Mapping[str, object],
    *,
    reason: str,
    base: int,
    on: date,
    by: Person,
    now: datetime,
) -> RecordRevision:
    """Change a meeting; calendars that took it see that it changed. Raises NotAllowed, NotFit, Stale."""
    return _change(meeting_id, values, reason, {}, base=base, on=on, by=by, now=now)


def cancel(meeting_id: str, *, reason: str, base: int, on: date, by: Person, now: datetime) -> RecordRevision:
    """Call a meeting off. Raises as ``write``."""
    told = {"cancelled": True}
    return _change(meeting_id, {"status": CANCELLED}, reason, told, base=base, on=on, by=by, now=now)


def restore(
    meeting_id: str, number: int, *, reason: str, base: int, on: date, by: Person, now: datetime
) -> RecordRevision:
    """Make a meeting what it was in entry ``number``; called off or not. Raises as ``write``."""
    values = record_history.values_of(Meeting, NOUN, meeting_id, number)
    return _change(meeting_id, values, reason, {"restored": number}, base=base, on=on, by=by, now=now)


def _change(
    meeting_id: str,
    values: Mapping[str, object],
    reason: str,
    told: Mapping[str, object],
    *,
    base: int,
    on: date,
    by: Person,
    now: datetime,
) -> RecordRevision:
    roles.require(by, DEED)
    row = session().get(Meeting, meeting_id, with_for_update=True)
    if row is None:
        raise NotFit([GONE])
    _refuse_lost_hours(values, row.time_zone)
    counted = {**values, "sequence": row.sequence + 1, "changed": on}
    entry = records.change(row, counted, reason, base=base, by=by, now=now)
    detail = {"number": entry.number, "reason": reason, **told}
    journal.record(by, DEED, f"{NOUN}:{meeting_id}", detail, now)
    return entry


def _refuse_lost_hours(values: Mapping[str, object], zone: str) -> None:
    """No meeting at a time that the clocks skip. Raises NotFit."""
    for name in ("starts", "signup_closes"):
        local = values.get(name)
        if isinstance(local, datetime):
            try:
                moment(local, zone, bool(values.get(f"{name}_second")))
            except LocalTimeError as error:
                raise NotFit([str(error)]) from error


def _id(body: PublicBody, starts: object) -> str:
    """The body and the day, "frederick-council-2026-12-08", and a number where there is one already."""
    day = starts.date().isoformat() if isinstance(starts, datetime) else ""
    return records.free_key(Meeting.id, f"{body.id[:45].strip('-')}-{day}")
