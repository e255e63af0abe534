"""The chart: heights in proportion from a zero baseline, with its years and both its ends labelled."""

from datetime import date
from itertools import pairwise

import pytest

from fact_sheets.chart import draw
from fact_sheets.document import Chart, ChartPoint, Cited
from fact_sheets.paper import LETTER, PAPERS, Paper


def chart(*counts: tuple[date, int]) -> Chart:
    """A chart of these counts."""
    return Chart(
        "Agreements rose", tuple(ChartPoint(on, value) for on, value in counts), Cited("Source: ICE.")
    )


RISING = chart(
    (date(2021, 1, 13), 150), (date(2024, 1, 1), 150), (date(2025, 1, 31), 135), (date(2026, 5, 18), 1843)
)


def heights(given: Chart) -> list[float]:
    """How far over the baseline each point stands."""
    drawing = draw(given, LETTER)
    return [drawing.baseline - float(point.split(",")[1]) for point in drawing.line.split()]


def test_heights_are_in_proportion_to_the_counts() -> None:
    first, before, last = heights(RISING)[0], heights(RISING)[-2], heights(RISING)[-1]
    assert first / last == pytest.approx(150 / 1843, abs=0.005)
    assert before / last == pytest.approx(135 / 1843, abs=0.005)


def test_points_at_which_nothing_changes_are_left_out() -> None:
    assert len(draw(RISING, LETTER).line.split()) == 3


def test_both_ends_carry_their_count() -> None:
    first, last = draw(RISING, LETTER).values
    assert (first.text, first.anchor) == ("150", "start")
    assert (last.text, last.anchor) == ("1,843", "end")
    assert draw(RISING, LETTER).end[0] == pytest.approx(LETTER.column, abs=4)


def test_each_new_year_has_its_tick_and_label() -> None:
    drawing = draw(RISING, LETTER)
    assert [mark.text for mark in drawing.years] == ["2022", "2023", "2024", "2025", "2026"]
    assert [mark.x for mark in drawing.years] == list(drawing.ticks)


def test_labels_of_many_years_do_not_touch() -> None:
    years = draw(chart((date(1996, 9, 30), 0), (date(2026, 5, 18), 1843)), LETTER).years
    assert len(years) < 20
    assert all(after.x - before.x >= 26 for before, after in pairwise(years))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize(
    "given", [chart((date(2026, 5, 18), 1843)), chart((date(2026, 5, 18), 0), (date(2026, 6, 1), 0))]
)
def test_a_short_history_is_drawn_too(given: Chart, paper: Paper) -> None:
    drawing = draw(given, paper)
    assert drawing.values
    assert 0 <= drawing.end[0] <= paper.column
    assert 0 < drawing.end[1] <= paper.chart_height
