"""Does the sheet fit its paper? An estimate without a renderer, which errs on the side of too full.

A line that is reckoned a hair too short may break once more on paper: one line a side is kept free for that,
so a sheet that fits here fits on paper. Heights are in points.
"""

from dataclasses import dataclass

from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import extent
from fact_sheets.paper import UNIT, Paper

WRITING_LINE = 12 * UNIT  # from one line for a pen to the next, on a page without arguments
AIR_LEVELS = 8  # how many UNITs the gaps of a side may grow where the words are few
_GAPS_OF_SIDE_TWO = 4


@dataclass(frozen=True, slots=True)
class Space:
    """One side of the paper: the height its content takes, and the height it may take."""

    used: float
    available: float

    @property
    def fits(self) -> bool:
        """Whether the content stays on its side."""
        return self.used <= self.available

    @property
    def left(self) -> float:
        """What stays empty; negative when the content runs over."""
        return self.available - self.used


@dataclass(frozen=True, slots=True)
class FitReport:
    """Both sides of a sheet."""

    side_one: Space
    side_two: Space

    @property
    def fits(self) -> bool:
        """Whether the sheet is two pages."""
        return self.side_one.fits and self.side_two.fits


def available(paper: Paper) -> float:
    """The height that a side may take: all but the one line that is kept free."""
    return paper.height - paper.type.body.leading


def fits(sheet: FactSheet) -> FitReport:
    """How full both sides of ``sheet`` are."""
    return FitReport(side_one(sheet), side_two(sheet))


def side_one(sheet: FactSheet) -> Space:
    """How full side 1 is."""
    return Space(extent.side_one(sheet), available(sheet.paper))


def side_two(sheet: FactSheet) -> Space:
    """How full side 2 is."""
    return Space(extent.side_two(sheet), available(sheet.paper))


def air(sheet: FactSheet) -> tuple[int, int]:
    """By how many UNITs the gaps of each side may grow, so that a short sheet still fills its pages."""
    report = fits(sheet)
    gaps_of_side_one = 3 + len(sheet.pairs)
    of_side_one = _air(report.side_one, gaps_of_side_one) if sheet.pairs else 0
    return of_side_one, _air(report.side_two, _GAPS_OF_SIDE_TWO)


def writing_lines(sheet: FactSheet) -> int:
    """How many lines for a pen fill side 1 where there are no arguments to print."""
    return 0 if sheet.pairs else max(0, int(side_one(sheet).left / WRITING_LINE))


def _air(space: Space, gaps: int) -> int:
    return max(0, min(AIR_LEVELS, int(space.left / (gaps * UNIT))))
