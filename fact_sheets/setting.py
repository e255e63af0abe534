"""Setting words in lines, as the renderer does it: greedy, ragged, broken only where a line may end."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fact_sheets.paper import Type
from fact_sheets.typeface import width

# A line may end after a space, a dash, a hyphen or slash before a letter; and before a long dash.
_MAY_BREAK = re.compile(r"(?<=[ –—])|(?<=[-/])(?=[^\W\d])|(?=—)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type."""

    text: str
    style: Type
    typed: bool = False  # by a visitor, so its widths must not stay in memory


def line_count(runs: Iterable[Run], measure: float) -> int:
    """How many lines these runs fill, set one after the other in lines of ``measure`` points."""
    runs = tuple(runs)
    return _lines(runs, measure) if any(run.typed for run in runs) else _known_lines(runs, measure)


@lru_cache(maxsize=8192)
def _known_lines(runs: tuple[Run, ...], measure: float) -> int:
    """Remembered: a sheet is measured several times while it is cut, and places share most of their words."""
    return _lines(runs, measure)


def _lines(runs: tuple[Run, ...], measure: float) -> int:
    lines, filled = 1, 0.0
    for piece, space in _pieces(runs):
        if filled and filled + piece > measure:
            lines, filled = lines + 1, 0.0
        filled += piece + space
    return lines


def height(runs: Sequence[Run], measure: float) -> float:
    """The height of one paragraph; its first run has the widest leading."""
    leading = max(run.style.leading for run in runs)
    return line_count(runs, measure) * leading


def pieces_of(text: str) -> list[str]:
    """The stretches of ``text`` inside which no line may end."""
    return [part for part in _MAY_BREAK.split(text) if part]


def _pieces(runs: Iterable[Run]) -> Iterable[tuple[float, float]]:
    """Unbreakable pieces as (width without its last space, width of that space)."""
    wide = 0.0
    for run in runs:
        for own, space, ends in _measured(run) if run.typed else _widths(run):
            wide += own
            if ends:
                yield wide, space
                wide = 0.0
    if wide:
        yield wide, 0.0


@lru_cache(maxsize=8192)
def _widths(run: Run) -> tuple[tuple[float, float, bool], ...]:
    """Of each piece its width, that of the space after it, and whether a line may end there."""
    return _measured(run)


def _measured(run: Run) -> tuple[tuple[float, float, bool], ...]:
    parts = pieces_of(run.text)
    words = [part.rstrip(" ") for part in parts]
    return tuple(
        (width(word, run.style), width(part[len(word) :], run.style), place < len(parts) or word != part)
        for place, (part, word) in enumerate(zip(parts, words, strict=True), start=1)
    )
