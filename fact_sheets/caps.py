"""What a text may be before it goes to paper: caps on length and form, because the renderer has none.

One unbroken run of 50,000 letters keeps the renderer busy for a minute, and a letter that no face carries
prints as an empty box. Every text of a sheet is looked at, wherever it stands in the tree.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from fact_sheets.errors import RenderError
from fact_sheets.paper import Paper
from fact_sheets.setting import pieces_of
from fact_sheets.typeface import characters

MOST_IN_A_TEXT = 5_000
MOST_IN_A_SHEET = 60_000
MOST_UNBROKEN = 60
MOST_COMBINING = 8
_NOT_SET = frozenset({"href", "check_url", "source_id", "claim_id", "dispute_id"})  # never set in lines
_COMBINING = re.compile(
    rf"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{MOST_COMBINING + 1},}}"
)


def check(tree: object) -> None:
    """Looks at every text in ``tree``. Raises RenderError naming the first that may not be printed."""
    total = 0
    for path, text in _texts(tree, ""):
        total += len(text)
        problem = _problem(text, path.rpartition(".")[2] in _NOT_SET)
        if problem:
            raise RenderError(f"{path.removeprefix('.')}: {problem}")
    if total > MOST_IN_A_SHEET:
        raise RenderError(f"the sheet: {total:,} letters, more than {MOST_IN_A_SHEET:,}")


def unprintable_sign(tree: object) -> str | None:
    """The first sign in ``tree`` that no face of ours carries: what a person should be told by its looks."""
    set_in_lines = (text for path, text in _texts(tree, "") if path.rpartition(".")[2] not in _NOT_SET)
    return next((sign for text in set_in_lines for sign in text if not _is_printable(sign)), None)


def _problem(text: str, never_set: bool) -> str | None:
    if len(text) > MOST_IN_A_TEXT:
        return f"{len(text):,} letters, more than {MOST_IN_A_TEXT:,}"
    if _COMBINING.search(text):
        return f"more than {MOST_COMBINING} accents on one letter"
    if never_set:
        return None
    if max(map(len, pieces_of(text)), default=0) > MOST_UNBROKEN:
        return f"more than {MOST_UNBROKEN} letters where no line may end"
    unknown = next((letter for letter in text if not _is_printable(letter)), None)
    if unknown is not None:
        name = unicodedata.name(unknown, "a control character")
        return f"no face of ours carries U+{ord(unknown):04X} ({name})"
    return None


def _is_printable(letter: str) -> bool:
    """Whether a face carries the letter. Faces also carry some control characters, which have no shape."""
    return letter == "\n" or (
        ord(letter) in characters() and not unicodedata.category(letter).startswith("C")
    )


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in the tree with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif is_dataclass(value) and not isinstance(value, Paper):  # which is ours, and no text to print
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _texts(item, f"{path}[{place}]")
