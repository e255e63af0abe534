"""The geometry of a strip, in points: letter paper cut once or twice. No type is under 9 points."""

from collections.abc import Mapping
from dataclasses import dataclass

from fact_sheets.errata.errata import Up
from fact_sheets.paper import LETTER, Type

SMALL = Type("Public Sans", 400, 9, 12)
SMALL_BOLD = Type("Public Sans", 700, 9, 12)
GAP = 4.0  # over each paragraph
APART = 6.0  # over and under the line over each claim
HEAD_RULE, HEAD_PADDING = 2.5, 6.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One strip on its page: how many there are, the paper around it, and how it is set."""

    strips: int
    page_width: float
    page_height: float
    width: float  # of the words
    height: float
    padding_side: float
    padding_end: float
    square: float  # the QR code, without its quiet zone
    title: Type
    words: Type

    @property
    def beside_square(self) -> float:
        """What is left for words beside the QR code and its quiet zone."""
        return self.width - self.square - 14


CELLS: Mapping[Up, Cell] = {
    "2up": Cell(
        strips=2,
        page_width=LETTER.page_height,
        page_height=LETTER.page_width,
        width=332,
        height=548,
        padding_side=32,
        padding_end=32,
        square=64,
        title=Type("Source Serif 4", 600, 20, 25),
        words=Type("Source Serif 4", 400, 11, 15),
    ),
    "4up": Cell(
        strips=4,
        page_width=LETTER.page_width,
        page_height=LETTER.page_height,
        width=258,
        height=344,
        padding_side=24,
        padding_end=26,
        square=56,
        title=Type("Source Serif 4", 600, 15, 19),
        words=Type("Source Serif 4", 400, 9.5, 12.5),
    ),
}
