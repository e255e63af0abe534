"""Reading the event log: the rows that an admin looks for, a page at a time or all of them for an export."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Select, func, select

from toolkit.database import session
from toolkit.models import Event, Person

ON_A_PAGE = 50
COMMAND = "command line"


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which rows; an empty field asks for any. Days are of UTC and both count."""

    person_id: int | None = None
    deed: str = ""
    subject: str = ""  # "claim:saf-03", or its beginning
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One deed as it is shown and exported."""

    number: int
    at: datetime
    who: str
    person_id: int | None
    deed: str
    subject: str
    detail: dict[str, object]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """Rows of one page, the newest first, and how many there are in all."""

    lines: tuple[JournalLine, ...]
    rows: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.rows // ON_A_PAGE))


def page(wanted: JournalFilter, number: int) -> LogPage:
    """Page ``number``, from 1; one that is not there is the last."""
    counted = _rows(wanted).with_only_columns(func.count(Event.number), maintain_column_froms=True)
    rows = session().scalar(counted) or 0
    number = min(max(1, number), max(1, -(-rows // ON_A_PAGE)))
    asked = _rows(wanted).order_by(Event.number.desc()).limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    return LogPage(tuple(_lines(asked)), rows, number)


def lines(wanted: JournalFilter) -> Iterator[JournalLine]:
    """All of them, the oldest first."""
    return _lines(_rows(wanted).order_by(Event.number).execution_options(yield_per=500))


def deeds() -> tuple[str, ...]:
    """The deeds that were done so far, by name."""
    return tuple(session().scalars(select(Event.deed).distinct().order_by(Event.deed)))


def _rows(wanted: JournalFilter) -> Select[Event, str]:
    rows = select(Event, Person.name).outerjoin(Person, Person.id == Event.person_id)
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


def _lines(rows: Select[Event, str]) -> Iterator[JournalLine]:
    for event, name in session().execute(rows):
        yield JournalLine(
            number=event.number,
            at=event.at,
            who=name or COMMAND,
            person_id=event.person_id,
            deed=event.deed,
            subject=event.subject,
            detail=event.detail,
            previous=event.previous,
            hash=event.hash,
        )
