"""The history of a record beside claims as people read it: who changed which field, when and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Date, DateTime, inspect, select
from sqlalchemy.orm import ColumnProperty

from toolkit.curation import records
from toolkit.curation.errors import NotFit
from toolkit.curation.word_diff import Piece, word_diff
from toolkit.database import session
from toolkit.models import Person, RecordRevision
from toolkit.models.base import Base

SAYS = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, as pieces of text."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of a record's history. ``who`` is empty for what was shipped."""

    number: int
    who: str
    at: datetime | None
    reason: str
    changes: tuple[FieldChange, ...]


def versions(noun: str, key: str) -> tuple[Version, ...]:
    """Every entry with what it changed, the newest first."""
    entries = records.history(noun, key)
    names = _names(entries)
    before = [*entries, None][1:]  # none for a record that nobody edited
    return tuple(
        Version(
            number=entry.number,
            who=names.get(entry.person_id or 0, ""),
            at=entry.made_at,
            reason=entry.reason,
            changes=changes(earlier.content, entry.content) if earlier else (),
        )
        for entry, earlier in zip(entries, before, strict=True)
    )


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[FieldChange, ...]:
    """The fields that differ, word by word."""
    return tuple(_changes(before, after))


def said(value: object) -> str:
    """A stored value in words."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if value is None or isinstance(value, bool):
        return SAYS[value]
    return value.isoformat() if isinstance(value, date) else str(value)


def values_of(model: type[Base], noun: str, key: str, number: int) -> dict[str, object]:
    """The values that the record had in entry ``number``, fit for its columns. Raises NotFit."""
    entry = session().scalar(
        select(RecordRevision).where(
            RecordRevision.noun == noun, RecordRevision.key == key, RecordRevision.number == number
        )
    )
    if entry is None:
        raise NotFit(["There is no such entry in its history."])
    kept = {column.key: column for column in inspect(model).column_attrs}
    return {name: _typed(kept[name], value) for name, value in entry.content.items() if name in kept}


def _changes(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*after, *before)):
        old, new = said(before.get(name)), said(after.get(name))
        if old != new:
            yield FieldChange(name, word_diff(old, new))


def _names(entries: Sequence[RecordRevision]) -> dict[int, str]:
    wanted = {entry.person_id for entry in entries} - {None}
    rows = session().execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def _typed(column: ColumnProperty[object], value: object) -> object:
    """A value of the history as its column takes it: days and moments are kept as text."""
    kind = column.columns[0].type
    if isinstance(value, str) and isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(value, str) and isinstance(kind, Date) else value
