"""The one chart as geometry: a line from a zero baseline, its ends labelled where they stand.

No legend and no gridlines; it reads in black and white because it has only one line. Units are points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from fact_sheets.document import Chart, ChartPoint
from fact_sheets.paper import Paper

_TOP = 17.0  # room over the line for its last label
_AXIS = 13.0  # room under the baseline for the years
_END = 3.0  # room for the dot at the last point
_YEAR_APART = 26.0  # years closer than this are not all labelled


@dataclass(frozen=True, slots=True)
class Mark:
    """A text, and where it stands; ``anchor`` is SVG's text-anchor."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the template of the chart prints."""

    width: float
    height: float
    baseline: float
    line: str  # the points attribute of a polyline
    end: tuple[float, float]
    ticks: tuple[float, ...]
    years: tuple[Mark, ...]
    values: tuple[Mark, ...]
    type_size: float


def draw(chart: Chart, paper: Paper) -> Drawing:
    """The drawing of a chart of one or more points in order of date, one column of ``paper`` wide."""
    points = chart.points
    first, last = points[0].on, points[-1].on
    days = max((last - first).days, 1)
    highest = max(max(point.value for point in points), 1)
    baseline = paper.chart_height - _AXIS

    def x(day: date) -> float:
        return round((day - first).days / days * (paper.column - _END), 1)

    def y(value: int) -> float:
        return round(baseline - value / highest * (baseline - _TOP), 1)

    placed = [(x(point.on), y(point.value)) for point in _bends(points)]
    new_years = [(x(date(year, 1, 1)), str(year)) for year in range(first.year + 1, last.year + 1)]
    return Drawing(
        width=round(paper.column, 1),
        height=paper.chart_height,
        baseline=baseline,
        line=" ".join(f"{left},{top}" for left, top in placed),
        end=placed[-1],
        ticks=tuple(left for left, _ in new_years),
        years=_years(new_years, paper),
        values=_values(points, placed, paper),
        type_size=paper.type.small.size,
    )


def _bends(points: Sequence[ChartPoint]) -> list[ChartPoint]:
    """The points at which the count changes, with the first and the last."""
    kept = [after for before, after in pairwise(points) if before.value != after.value]
    return list(dict.fromkeys((points[0], *kept, points[-1])))


def _years(new_years: Sequence[tuple[float, str]], paper: Paper) -> tuple[Mark, ...]:
    """Labels of the years under their ticks, thinned out where they would touch."""
    marks: list[Mark] = []
    for left, year in new_years:
        if not marks or left - marks[-1].x >= _YEAR_APART:
            right = left > paper.column - _YEAR_APART / 2
            marks.append(Mark(left, paper.chart_height - 2, year, "end" if right else "middle"))
    return tuple(marks)


def _values(
    points: Sequence[ChartPoint], placed: Sequence[tuple[float, float]], paper: Paper
) -> tuple[Mark, ...]:
    """The first and the last count, each beside its end of the line."""
    left, top = placed[0]
    high = placed[-1][1]
    last = Mark(paper.column, high - 6, f"{points[-1].value:,}", "end")
    if len(placed) == 1:
        return (last,)
    return (Mark(left, top - 6, f"{points[0].value:,}", "start"), last)
