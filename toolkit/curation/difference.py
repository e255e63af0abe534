"""A field that reads differently in two versions of a claim, a source or a record, word by word."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from toolkit.curation.word_diff import Piece, word_diff

_DAY = len("2026-11-21")


@dataclass(frozen=True, slots=True)
class Difference:
    """What the field is called, and its words before and after."""

    label: str
    pieces: tuple[Piece, ...]


def differences(
    before: Mapping[str, object], after: Mapping[str, object], labels: Mapping[str, str]
) -> tuple[Difference, ...]:
    """The fields that differ, in the order of ``after``; one without a label is called by its name."""
    texts = ((name, said(before.get(name)), said(after.get(name))) for name in {**after, **before})
    return tuple(
        Difference(labels.get(name) or name.replace("_", " ").capitalize(), word_diff(old, new))
        for name, old, new in texts
        if old != new
    )


def said(value: object) -> str:
    """A value in words: days as sheets say them, several with commas, nothing as nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, str) and len(value) == _DAY:  # histories keep days as text
        with suppress(ValueError):
            value = date.fromisoformat(value)
    if isinstance(value, date):
        return f"{value:%B} {value.day}, {value.year}"
    return "" if value is None else str(value)
