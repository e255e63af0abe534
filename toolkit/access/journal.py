"""The event log: one row for each deed, in the transaction of the deed, chained by hash to the row before it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import select

from toolkit.database import session
from toolkit.models import Event, Person

START = "0" * 64


def record(
    person: Person | None, deed: str, subject: str, detail: Mapping[str, object], at: datetime
) -> Event:
    """Add one row. ``person`` is None for a command; ``detail`` holds plain JSON values and no secret."""
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


def broken_at() -> int | None:
    """The number of the first row that was changed, added by hand or follows a missing one; None when whole."""
    previous, number = START, 0
    for event in session().scalars(select(Event).order_by(Event.number)):
        number += 1
        if event.number != number or event.previous != previous or event.hash != chained(event):
            return number
        previous = event.hash
    return None
