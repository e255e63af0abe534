"""Frozen records as CSV in the project's own columns, and back: the form in which facts are shipped.

A column is a field of the record. Nothing is empty, a list is parted by "|", a day is ISO, yes is "yes".
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, get_args, get_type_hints

from toolkit.imports.errors import UnexpectedColumns

Record = TypeVar("Record")
PARTED = "|"


def write(records: Iterable[Any], kind: type) -> bytes:
    """The records under a header; lines end in a line feed so that diffs stay readable."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    names = [field.name for field in fields(kind)]
    lines.writerow(names)
    lines.writerows([_to_text(getattr(record, name)) for name in names] for record in records)
    return text.getvalue().encode()


def read(data: bytes, kind: type[Record]) -> list[Record]:
    """The records; raises UnexpectedColumns for another header, ValueError for a cell of another type."""
    lines = csv.reader(io.StringIO(data.decode(), newline=""))
    parsers = _parsers(kind)
    if next(lines, []) != list(parsers):
        raise UnexpectedColumns(
            f"The shipped table does not have the columns of {kind.__name__}: freeze it again."
        )
    makers = list(parsers.values())
    return [kind(*(maker(cell) for maker, cell in zip(makers, cells, strict=True))) for cells in lines]


def _to_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return PARTED.join(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _parsers(kind: type) -> Mapping[str, Callable[[str], Any]]:
    hints = get_type_hints(kind)
    return {field.name: _parser(hints[field.name]) for field in fields(kind)}


def _parser(hint: Any) -> Callable[[str], Any]:
    members = get_args(hint)
    if type(None) in members:
        inner = _parser(next(member for member in members if member is not type(None)))
        return lambda cell: inner(cell) if cell else None
    if members and members[-1] is Ellipsis:
        return lambda cell: tuple(cell.split(PARTED)) if cell else ()
    return PARSERS.get(hint, str)


def _yes(cell: str) -> bool:
    return {"yes": True, "no": False}[cell]


PARSERS: Mapping[Any, Callable[[str], Any]] = {
    int: int,
    float: float,
    bool: _yes,
    date: date.fromisoformat,
}
