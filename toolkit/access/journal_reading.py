"""Reading the event log: the rows that an admin looks for, a page at a time, or all of them as files."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from toolkit.database import session
from toolkit.models import Event

ON_A_PAGE = 50
COLUMNS = ("number", "at", "who", "deed", "subject", "detail", "hash")  # of a table


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which rows; an empty field asks for any. Days are of UTC and both count."""

    person_id: int | None = None
    deed: str = ""
    subject: str = ""  # "claim:saf-03", or its beginning
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Rows of page ``number`` of ``pages``, the newest first, and how many there are in all."""

    lines: tuple[Event, ...]
    rows: int
    number: int
    pages: int


def page(wanted: JournalFilter, number: int) -> LogPage:
    """Page ``number``, from 1; one that is not there is the last."""
    rows = session().scalar(_asked(wanted).with_only_columns(func.count(Event.number))) or 0
    pages = max(1, -(-rows // ON_A_PAGE))
    number = min(max(1, number), pages)
    newest = _asked(wanted).options(joinedload(Event.person)).order_by(Event.number.desc())
    shown = session().scalars(newest.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE))
    return LogPage(tuple(shown), rows, number, pages)


def lines(wanted: JournalFilter) -> Iterator[Event]:
    """All of them, the oldest first."""
    oldest = _asked(wanted).options(joinedload(Event.person)).order_by(Event.number)
    yield from session().scalars(oldest.execution_options(yield_per=500))


def deeds() -> tuple[str, ...]:
    """The deeds that were done so far, by name."""
    return tuple(session().scalars(select(Event.deed).distinct().order_by(Event.deed)))


def as_rows(events: Iterable[Event]) -> Iterator[tuple[object, ...]]:
    """The events as rows of ``COLUMNS``."""
    for event in events:
        detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True)
        yield event.number, event.at.isoformat(), event.who, event.deed, event.subject, detail, event.hash


def as_json(events: Iterable[Event], head: str) -> str:
    """Every field of each event, and the head of the whole log: what it takes to check the chain."""
    said = [
        {
            "number": event.number,
            "at": event.at.isoformat(),
            "person_id": event.person_id,
            "who": event.who,
            "deed": event.deed,
            "subject": event.subject,
            "detail": event.detail,
            "previous": event.previous,
            "hash": event.hash,
        }
        for event in events
    ]
    return json.dumps({"head": head, "events": said}, ensure_ascii=False, indent=1)


def _asked(wanted: JournalFilter) -> Select[Event]:
    rows = select(Event)
    if wanted.person_id is not None:
        rows = rows.where(Event.person_id == wanted.person_id)
    if wanted.deed:
        rows = rows.where(Event.deed == wanted.deed)
    if wanted.subject:
        rows = rows.where(Event.subject.startswith(wanted.subject, autoescape=True))
    if wanted.since:
        rows = rows.where(Event.at >= datetime.combine(wanted.since, time.min, UTC))
    if wanted.until:
        rows = rows.where(Event.at <= datetime.combine(wanted.until, time.max, UTC))
    return rows
