"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words that stayed, went, or came, with the spaces between them."""

    kind: Literal["same", "gone", "new"]
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order; what went stands before what came in its place."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    return tuple(piece for piece in _pieces(before, after) if piece.text)


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    """Changes that only a space parts are one: word by word they could not be read."""
    compared = SequenceMatcher(None, before, after, autojunk=False)
    gone, new, space = "", "", ""
    for kind, a, b, c, d in compared.get_opcodes():
        if kind != "equal":
            gone, new = gone + space + "".join(before[a:b]), new + space + "".join(after[c:d])
            space = ""
            continue
        same = "".join(before[a:b])
        if same.isspace() and (gone or new) and b < len(before):
            space = same
            continue
        yield from (Piece("gone", gone), Piece("new", new), Piece("same", same))
        gone, new = "", ""
    yield from (Piece("gone", gone), Piece("new", new))
