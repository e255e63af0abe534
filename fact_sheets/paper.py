"""The papers that documents are set on, in points: numbers for stylesheet, estimator and rules of balance.

A ``Paper`` is a value: a sheet carries its own, the stylesheet is filled from it and ``fit`` reckons with it,
so they cannot drift. Everything vertical is a whole number of ``UNIT``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

UNIT = 1.65

Family = Literal["Public Sans", "Source Serif 4"]
PaperName = Literal["letter", "a4"]


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


@dataclass(frozen=True, slots=True)
class Scale:
    """Every setting of type that a paper has."""

    title: Type = Type("Source Serif 4", 600, 22, 14 * UNIT)
    lead: Type = Type("Source Serif 4", 400, 12, 9 * UNIT)
    heading: Type = Type("Public Sans", 700, 11.5, 8 * UNIT)
    question: Type = Type("Source Serif 4", 600, 11, 8 * UNIT)
    body: Type = Type("Source Serif 4", 400, 10.5, 8 * UNIT)
    label: Type = Type("Public Sans", 700, 9.5, 8 * UNIT)
    small: Type = Type("Public Sans", 400, 8.5, 6 * UNIT)
    small_bold: Type = Type("Public Sans", 700, 8.5, 6 * UNIT)
    fine: Type = Type("Public Sans", 400, 8, 5.5 * UNIT)
    fine_bold: Type = Type("Public Sans", 700, 8, 5.5 * UNIT)
    note: Type = Type("Source Serif 4", 400, 8, 5.5 * UNIT)
    note_italic: Type = Type("Source Serif 4", 400, 8, 5.5 * UNIT, italic=True)
    note_link: Type = Type("Public Sans", 400, 7.5, 5.5 * UNIT)
    superior: Type = Type("Public Sans", 400, 6.8, 0)
    superior_small: Type = Type("Public Sans", 400, 5.9, 0)


@dataclass(frozen=True, slots=True)
class SideColumn:
    """How one side's arguments are set; the rules of balance compare the two."""

    width: float
    words: Type
    label: Type
    ink: str = "#1b1b1b"
    tint: str = "#ffffff"  # behind the words


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: the page, its margins, its columns and the type on it."""

    name: PaperName
    page_width: float
    page_height: float
    margin_side: float
    margin_end: float  # at the top and at the bottom
    gutter: float
    lead_width: float  # about 65 characters of the main message
    first_model_columns: tuple[float, float, float]  # of the table of models; the last takes what is left
    supporters: SideColumn
    critics: SideColumn
    type: Scale = Scale()
    hang: float = 13.0  # how far the words of a note stand in from its number
    qr_size: float = 72.0  # the symbol without its quiet zone: 25.4 mm
    chart_height: float = 45 * UNIT
    cell_gap: float = 10.0
    rule: float = 1.0  # the line over a heading
    heavy_rule: float = 2.5  # the line over a side

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page_width - 2 * self.margin_side

    @property
    def height(self) -> float:
        """Between the margins."""
        return self.page_height - 2 * self.margin_end

    @property
    def column(self) -> float:
        """The width of one of two columns."""
        return (self.width - self.gutter) / 2

    @property
    def edition_width(self) -> float:
        """What is left beside the main message."""
        return self.width - self.lead_width - self.gutter

    @property
    def beside_qr(self) -> float:
        """The two columns beside the square, together."""
        return self.width - self.qr_size - 2 * self.gutter

    @property
    def model_columns(self) -> tuple[float, ...]:
        """The columns of the table of models."""
        return (*self.first_model_columns, self.width - sum(self.first_model_columns))


def _two_columns(
    name: PaperName,
    page: tuple[float, float],
    margins: tuple[float, float],
    lead_width: float,
    model_columns: tuple[float, float, float],
    gutter: float = 19.6,
) -> Paper:
    """A paper whose sides are set alike; ``margins`` are those beside the words, and over and under them."""
    scale = Scale()
    side = SideColumn((page[0] - 2 * margins[0] - gutter) / 2, scale.body, scale.label)
    return Paper(name, *page, *margins, gutter, lead_width, model_columns, side, side, scale)


LETTER = _two_columns("letter", (612.0, 792.0), (43.2, 43.2), 382.0, (116.0, 86.0, 196.0))
A4 = _two_columns("a4", (595.28, 841.89), (43.84, 43.92), 368.0, (112.0, 84.0, 190.0))
PAPERS: Mapping[PaperName, Paper] = {paper.name: paper for paper in (LETTER, A4)}
