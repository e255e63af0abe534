"""History of the records beside claims: an edit changes the row and leaves its whole content behind.

``row`` is a model of one table, with one text key. Its values go into the history as plain JSON: dates and
moments in ISO form. The number of the newest entry is what an editor's form holds on to: a save that is based
on an older one is Stale and changes nothing.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute

from toolkit.curation.errors import Stale
from toolkit.database import session
from toolkit.models import Person, RecordRevision
from toolkit.models.base import Base

Row = TypeVar("Row", bound=Base)
_TRIES = 5
SHIPPED = "As it was before anybody here edited it."


def noun_of(row: Base) -> str:
    """The name of the row's table."""
    return str(row.__tablename__)


def key_of(row: Base) -> str:
    """The row's key: every such table has one column for it."""
    (key,) = inspect(type(row)).primary_key
    return str(getattr(row, str(key.key)))


def content_of(row: Base) -> dict[str, object]:
    """The row's values by column name, as JSON knows them, and what else it keeps in its history."""
    columns = [column.key for column in inspect(type(row)).column_attrs]
    return {name: _plain(getattr(row, name)) for name in (*columns, *getattr(row, "also_kept", ()))}


def number_of(noun: str, key: str) -> int:
    """The number of the newest entry; 0 where nobody edited the record yet."""
    newest = select(RecordRevision.number).where(RecordRevision.noun == noun, RecordRevision.key == key)
    return session().scalar(newest.order_by(RecordRevision.number.desc()).limit(1)) or 0


def history(noun: str, key: str) -> Sequence[RecordRevision]:
    """Every entry of a record, the newest first."""
    rows = select(RecordRevision).where(RecordRevision.noun == noun, RecordRevision.key == key)
    return session().scalars(rows.order_by(RecordRevision.number.desc())).all()


def add(make: Callable[[], Row], reason: str, *, by: Person, now: datetime) -> Row:
    """Keep the record that ``make`` gives and begin its history.

    Of two who choose the same key at once the second is asked to choose again: her form is not lost.
    """
    for left in range(_TRIES, 0, -1):
        row = make()
        try:
            with session().begin_nested():
                session().add(row)
                session().flush()
        except IntegrityError:
            if left == 1:
                raise
            continue
        break
    _leave(row, 1, reason, by, now)
    return row


def slug(words: str, most: int) -> str:
    """The words as part of an address, at most so long; empty where no letter of theirs is plain."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


def free_key(column: InstrumentedAttribute[str], stem: str, but: Collection[str] = ()) -> str:
    """A key that no row has and that is not in ``but``: the stem, or the stem with a number behind it."""
    alike = select(column).where(column.startswith(stem, autoescape=True))
    taken = {*session().scalars(alike), *but}
    names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def change(
    row: Base, values: Mapping[str, object], reason: str, *, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Set the row's columns to ``values`` and leave its content in the history. Raises Stale."""
    number = number_of(noun_of(row), key_of(row))
    if number != base:
        raise Stale(number)
    if number == 0:
        number = 1
        _leave(row, number, SHIPPED, None, None)
    for name, value in values.items():
        setattr(row, name, value)
    return _leave(row, number + 1, reason, by, now)


def _leave(row: Base, number: int, reason: str, by: Person | None, now: datetime | None) -> RecordRevision:
    entry = RecordRevision(
        noun=noun_of(row),
        key=key_of(row),
        number=number,
        content=content_of(row),
        person_id=by.id if by else None,
        reason=reason,
        made_at=now,
    )
    session().add(entry)
    session().flush()
    return entry


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
