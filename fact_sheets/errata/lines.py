"""Setting a paragraph in lines as the renderer does, to cut it where a line ends."""

from collections.abc import Iterator
from dataclasses import replace

from fact_sheets.errata.cell import SMALL_BOLD
from fact_sheets.paper import Type
from fact_sheets.setting import pieces_of
from fact_sheets.typeface import width


def lines(label: str, text: str, style: Type, measure: float) -> list[str]:
    """The text in lines, as it is set after the bold label; joined again they are the text."""
    bold = replace(SMALL_BOLD, size=style.size)
    filled = width(f"{label} ", bold) if label else 0.0
    found = [""]
    for piece in _short_pieces(text, style, measure):
        wide = width(piece.rstrip(" "), style)
        if filled and filled + wide > measure:
            found.append("")
            filled = 0.0
        found[-1] += piece
        filled += width(piece, style)
    return found


def _short_pieces(text: str, style: Type, measure: float) -> Iterator[str]:
    """Stretches inside which no line ends; one that is wider than a line is broken where it must be."""
    for piece in pieces_of(text):
        start = 0
        for end in range(1, len(piece) + 1):
            if width(piece[start:end].rstrip(" "), style) > measure:
                yield piece[start : end - 1]
                start = end - 1
        yield piece[start:]
