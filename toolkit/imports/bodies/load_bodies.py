"""Public bodies and their meetings into the tables. A meeting that changed keeps its row, and counts it.

What organizers edited at the desk stays theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from toolkit import models
from toolkit.database import session
from toolkit.imports.bodies import body_fields
from toolkit.imports.bodies.body import BodyProblem, BodyRecord, MeetingRecord
from toolkit.imports.bodies.body_files import DETAILS
from toolkit.ledger.edited import edited
from toolkit.models.body import LOCAL, STARTER

BODY, MEETING = models.PublicBody.__tablename__, models.Meeting.__tablename__
EDITED = "Somebody edited it here since. Change it on its page at the desk."


@dataclass(frozen=True, slots=True)
class Done:
    """What a load brought: bodies and meetings that are in the tables now, and what had to stay out."""

    bodies: int
    meetings: int
    problems: tuple[BodyProblem, ...]


def load(records: Iterable[BodyRecord], on: date) -> Done:
    """Bring these bodies to what ``records`` say, the rest stays; ``on`` is the day of the change."""
    problems: list[BodyProblem] = []
    bodies = meetings = 0
    theirs = edited(BODY)
    for record in records:
        if record.id in theirs:
            problems.append(BodyProblem(record.id, "id", record.id, EDITED, kept=False))
            continue
        if session().get(models.Jurisdiction, record.geoid) is None:
            advice = "No jurisdiction that we know has this code."
            problems.append(BodyProblem(record.id, "geoid", record.geoid, advice, kept=False))
            continue
        _save(record, LOCAL)
        bodies += 1
        foreign = list(_save_meetings(record, on))
        meetings += len(record.meetings) - len(foreign)
        problems += foreign
    session().flush()
    return Done(bodies, meetings, tuple(problems))


def load_starter(records: Iterable[BodyRecord]) -> int:
    """Bring the shipped bodies to what ``records`` say; bodies that somebody loaded here stay as they are.

    So do those that somebody edited here, and a body that is shipped no more but has meetings.
    """
    shipped = {record.id: record for record in records}
    ours = select(models.PublicBody.id).where(models.PublicBody.origin == LOCAL)
    theirs = {*session().scalars(ours), *edited(BODY)}
    in_use = {*shipped, *theirs, *session().scalars(select(models.Meeting.body_id))}
    gone = models.PublicBody.id.not_in(in_use)
    session().execute(delete(models.PublicBody).where(gone))
    for record in shipped.values():
        if record.id not in theirs:
            _save(record, STARTER)
    session().flush()
    return len(shipped)


def _save(record: BodyRecord, origin: str) -> None:
    """The row as the record says it: a rule that is absent becomes empty."""
    columns = dict.fromkeys(("clerk", "clerk_phone", *body_fields.RULES))
    known = {**columns, **record.facts, **record.rules}
    session().merge(models.PublicBody(id=record.id, geoid=record.geoid, origin=origin, **known))


def _save_meetings(record: BodyRecord, on: date) -> Iterator[BodyProblem]:
    theirs = edited(MEETING)
    for meeting in record.meetings:
        if meeting.id in theirs:
            yield BodyProblem(f"{record.id}, {meeting.id}", "id", meeting.id, EDITED, kept=False)
            continue
        known = session().get(models.Meeting, meeting.id)
        if known is not None and known.body_id != record.id:
            whose, advice = f"{record.id}, {meeting.id}", f"{known.body_id} has a meeting of this name."
            yield BodyProblem(whose, "id", meeting.id, advice, kept=False)
            continue
        wanted = _columns(meeting, str(record.facts["time_zone"]))
        if known is None:
            session().add(models.Meeting(id=meeting.id, body_id=record.id, sequence=0, changed=on, **wanted))
        elif any(getattr(known, name) != value for name, value in wanted.items()):
            for name, value in {**wanted, "sequence": known.sequence + 1, "changed": on}.items():
                setattr(known, name, value)


def _columns(meeting: MeetingRecord, time_zone: str) -> dict[str, object]:
    return {
        "starts": meeting.starts,
        "starts_second": meeting.starts_second,
        "time_zone": time_zone,
        "signup_closes": meeting.signup_closes,
        "signup_closes_second": meeting.signup_closes_second,
        "status": meeting.status,
        **{name: meeting.details.get(name) for name in DETAILS},
    }
