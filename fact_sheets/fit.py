"""Does the sheet fit its paper? An estimate without a renderer, which errs on the side of too full.

A sheet that fits here fits on paper. Heights are in points.
"""

from dataclasses import dataclass

from fact_sheets import extent
from fact_sheets.document import FactSheet
from fact_sheets.layout import AIR_LEVELS, HEIGHT, UNIT

_GAPS_OF_SIDE_TWO = 4


@dataclass(frozen=True, slots=True)
class Room:
    """One side of the paper: the height its content takes, and the height there is."""

    used: float
    available: float = HEIGHT

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

    side_one: Room
    side_two: Room

    @property
    def fits(self) -> bool:
        """Whether the sheet is two pages."""
        return self.side_one.fits and self.side_two.fits


def fits(sheet: FactSheet) -> FitReport:
    """How full both sides of ``sheet`` are."""
    return FitReport(side_one(sheet), side_two(sheet))


def side_one(sheet: FactSheet) -> Room:
    """How full side 1 is."""
    return Room(extent.side_one(sheet))


def side_two(sheet: FactSheet) -> Room:
    """How full side 2 is."""
    return Room(extent.side_two(sheet))


def air(sheet: FactSheet) -> tuple[int, int]:
    """By how many UNITs the gaps of each side may grow, so that a short sheet still fills its pages."""
    room = fits(sheet)
    gaps_of_side_one = 2 + bool(sheet.pairs) + len(sheet.pairs)
    return _air(room.side_one, gaps_of_side_one), _air(room.side_two, _GAPS_OF_SIDE_TWO)


def _air(room: Room, gaps: int) -> int:
    return max(0, min(AIR_LEVELS, int(room.left / (gaps * UNIT))))
