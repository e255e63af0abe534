"""The history of a record beside claims as people read it: who changed which field, when and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, DateTime, inspect, select
from sqlalchemy.orm import ColumnProperty

from toolkit.curation.difference import Difference, differences
from toolkit.curation.errors import NotFit
from toolkit.curation.records import records
from toolkit.database import session
from toolkit.models import Person, RecordRevision
from toolkit.models.base import Base

Changed = Callable[[Mapping[str, Any], Mapping[str, Any]], tuple[Difference, ...]]
_LABELS = {
    "line": "The line that prints",
    "detail": "In more words",
    "recheck": "What is still open",
    "checked": "Checked on",
    "review_by": "Look again by",
    "printable": "Prints as fact",
    "body_id": "Body",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of a record's history. ``who`` is empty for what was shipped."""

    number: int
    who: str
    at: datetime | None
    reason: str
    changes: tuple[Difference, ...]


def versions(noun: str, key: str, changed: Changed | None = None) -> tuple[Version, ...]:
    """Every entry with what it changed, the newest first; ``changed`` compares two contents."""
    compare = changed or changes
    entries = records.history(noun, key)
    names = _names(entries)
    before = [*entries, None][1:]  # none for a record that nobody edited
    return tuple(
        Version(
            number=entry.number,
            who=names.get(entry.person_id or 0, "somebody who left"),
            at=entry.made_at,
            reason=entry.reason,
            changes=compare(earlier.content, entry.content) if earlier else (),
        )
        for entry, earlier in zip(entries, before, strict=True)
    )


def changes(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Difference, ...]:
    """The fields that differ, word by word; of one that holds several, each by itself."""
    return differences(dict(_parts(before)), dict(_parts(after)), _LABELS)


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
    also = {name: entry.content[name] for name in getattr(model, "also_kept", ()) if name in entry.content}
    typed = {name: _typed(kept[name], value) for name, value in entry.content.items() if name in kept}
    return typed | also


def _parts(content: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Each value of what a record holds, by the way to it; a list of plain values is one."""
    if isinstance(content, Mapping):
        for name, value in content.items():
            yield from _parts(value, f"{path} › {name}" if path else str(name))
    elif isinstance(content, list) and any(isinstance(value, Mapping) for value in content):
        for number, value in enumerate(content, 1):
            yield from _parts(value, f"{path} › {number}")
    else:
        yield path, content


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
