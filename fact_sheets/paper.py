"""The geometry of the letter sheet, in points: numbers that the stylesheet and the estimator share.

The stylesheet is a template filled from here and ``fit`` reckons with the same names, so they cannot drift.
Everything vertical is a whole number of ``UNIT``.
"""

from dataclasses import dataclass
from typing import Literal

UNIT = 1.65
PAGE_WIDTH = 612.0  # US letter
PAGE_HEIGHT = 792.0
MARGIN_SIDE = 43.2  # 0.6 in
MARGIN_TOP = 43.2
MARGIN_BOTTOM = 43.2
WIDTH = PAGE_WIDTH - 2 * MARGIN_SIDE
HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
GUTTER = 19.6
COLUMN = (WIDTH - GUTTER) / 2
LEAD_WIDTH = 382.0  # about 65 characters of the main message
EDITION_WIDTH = WIDTH - LEAD_WIDTH - GUTTER
HANG = 13.0  # how far the words of a note stand in from its number
QR_SIZE = 72.0  # the symbol without its quiet zone: 25.4 mm
BESIDE_QR = WIDTH - QR_SIZE - 2 * GUTTER  # the two columns beside the square, together
SHARES = (0.5, 0.45, 0.4, 0.55)  # of them, what the first may take: the longer words get more
SHARES_WITH_MEETING = (*SHARES, 0.35, 0.3, 0.25)
CHART_HEIGHT = 74.25
MODEL_COLUMNS = (116.0, 86.0, 196.0, WIDTH - 398.0)  # the table of the three models
CELL_GAP = 10.0
RULE = 1.0  # the line over a heading
HEAVY_RULE = 2.5  # the line over a side
WRITING_LINE = 12 * UNIT  # from one line for a pen to the next, on a page without arguments
AIR_LEVELS = 8  # how many UNITs the gaps of a side may grow where the words are few

Family = Literal["Public Sans", "Source Serif 4"]


@dataclass(frozen=True, slots=True)
class Type:
    """One setting of type: family, weight and slant name a face of ``fonts/``; size and leading in points."""

    family: Family
    weight: Literal[400, 600, 700]
    size: float
    leading: float
    italic: bool = False

    @property
    def font(self) -> str:
        """The value of CSS's ``font`` property."""
        style = "italic " if self.italic else ""
        return f"{style}{self.weight} {self.size}pt/{self.leading:.2f}pt '{self.family}'"

    @property
    def inline(self) -> str:
        """The same for a stretch inside a line of another face, which must not make that line higher."""
        return f"{self.weight} {self.size}pt/1pt '{self.family}'"


TITLE = Type("Source Serif 4", 600, 22, 14 * UNIT)
LEAD = Type("Source Serif 4", 400, 12, 9 * UNIT)
HEADING = Type("Public Sans", 700, 11.5, 8 * UNIT)
QUESTION = Type("Source Serif 4", 600, 11, 8 * UNIT)
BODY = Type("Source Serif 4", 400, 10.5, 8 * UNIT)
LABEL = Type("Public Sans", 700, 9.5, 8 * UNIT)
SMALL = Type("Public Sans", 400, 8.5, 6 * UNIT)
SMALL_BOLD = Type("Public Sans", 700, 8.5, 6 * UNIT)
FINE = Type("Public Sans", 400, 8, 5.5 * UNIT)
FINE_BOLD = Type("Public Sans", 700, 8, 5.5 * UNIT)
NOTE = Type("Source Serif 4", 400, 8, 5.5 * UNIT)
NOTE_ITALIC = Type("Source Serif 4", 400, 8, 5.5 * UNIT, italic=True)
NOTE_LINK = Type("Public Sans", 400, 7.5, 5.5 * UNIT)
SUPERIOR = Type("Public Sans", 400, 6.8, 0)
SUPERIOR_SMALL = Type("Public Sans", 400, 5.9, 0)

INK = "#1b1b1b"
PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class SideColumn:
    """How one side's arguments are set; the rules of balance compare the two."""

    width: float
    words: Type
    label: Type
    ink: str
    tint: str  # behind the words


SIDES = {
    "supporters": SideColumn(COLUMN, BODY, LABEL, INK, PAPER),
    "critics": SideColumn(COLUMN, BODY, LABEL, INK, PAPER),
}
