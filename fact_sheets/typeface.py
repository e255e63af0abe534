"""The vendored faces as the estimator sees them: how wide a text is, without a renderer.

Faces are read once a process. Widths are advance widths; kerning draws running text of these faces together
by 0.7 % (median of 1,500 lines), of which we count on less than half, so an estimate errs on the wide side.
"""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from fact_sheets.paper import Family, Type

_KERNED = 0.997
FONTS = Path(__file__).parent / "fonts"
FACES: dict[tuple[Family, int, bool], str] = {
    ("Public Sans", 400, False): "PublicSans-Regular.ttf",
    ("Public Sans", 700, False): "PublicSans-Bold.ttf",
    ("Source Serif 4", 400, False): "SourceSerif4-Regular.ttf",
    ("Source Serif 4", 400, True): "SourceSerif4-It.ttf",
    ("Source Serif 4", 600, False): "SourceSerif4-Semibold.ttf",
}


class Face(dict[int, float]):
    """Widths of one face's characters, as a share of the type size."""

    def __missing__(self, code: int) -> float:
        """What is reckoned for a character that another face must lend."""
        return self[ord("M")]


@cache
def face(family: Family, weight: int, italic: bool) -> Face:
    """The face of this family, weight and slant; a KeyError means that we do not carry it."""
    with TTFont(FONTS / FACES[family, weight, italic], lazy=True) as font:
        units = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        return Face({code: advances[glyph][0] / units for code, glyph in font.getBestCmap().items()})


@cache
def characters() -> frozenset[int]:
    """Every character that at least one upright face can print."""
    return frozenset(code for key in FACES if not key[2] for code in face(*key))


def width(text: str, style: Type) -> float:
    """How wide ``text`` is on one line, in points."""
    widths = face(style.family, style.weight, style.italic)
    return _KERNED * style.size * sum(map(widths.__getitem__, map(ord, text)))
