"""The event log: one row for each deed, in the deed's transaction, chained by hash to the row before it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import func, select

from toolkit.database import session
from toolkit.models import Event, Person

START = "0" * 64
_TURN = 287_000_001  # any number that no other lock of ours has


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the log found. A ``head`` noted elsewhere shows later whether the end was cut off."""

    rows: int
    head: str
    broken_at: int | None  # number of the first row that is changed, added by hand or follows a missing one


def record(
    person: Person | None, deed: str, subject: str, detail: Mapping[str, object], at: datetime
) -> Event:
    """Add one row. ``person`` is None for a command; ``detail`` holds plain JSON values and no secret.

    Let it be the last thing that a deed does: from here to the end of the transaction other deeds wait.
    """
    # On SQLite a writer has the database to itself. PostgreSQL lets two deeds read the same last row.
    if session().get_bind().dialect.name == "postgresql":
        session().execute(select(func.pg_advisory_xact_lock(_TURN)))
    last = session().scalars(select(Event).order_by(Event.number.desc()).limit(1)).first()
    event = Event(
        number=last.number + 1 if last else 1,
        at=at.replace(microsecond=0),
        person_id=person.id if person else None,
        deed=deed,
        subject=subject,
        detail=dict(detail),
        previous=last.hash if last else START,
    )
    event.hash = chained(event)
    session().add(event)
    session().flush()
    return event


def chained(event: Event) -> str:
    """The hash of a row with the hash of the row before it, hex."""
    parts = [
        event.number,
        event.at.astimezone(UTC).isoformat(),
        event.person_id,
        event.deed,
        event.subject,
        event.detail,
        event.previous,
    ]
    return sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def verify() -> Chain:
    """Hash every row again, in order."""
    head, number = START, 0
    for event in session().scalars(select(Event).order_by(Event.number).execution_options(yield_per=500)):
        if event.number != number + 1 or event.previous != head or event.hash != chained(event):
            return Chain(number, head, number + 1)
        head, number = event.hash, event.number
    return Chain(number, head, None)


def knows(head: str) -> bool:
    """Whether a head that was noted earlier is still in the log; if not, rows were cut off its end."""
    return head == START or session().scalar(select(Event.number).where(Event.hash == head)) is not None
