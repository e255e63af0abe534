"""The stylesheet: legible in black and white, both sides alike, and free of what makes the renderer slow."""

import re
from dataclasses import fields

import pytest

from fact_sheets.documents.full_sheet import html
from fact_sheets.paper import PAPERS, UNIT, Paper

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAPER = COMMENT.sub("", html.stylesheet("paper"))
SCREEN = COMMENT.sub("", html.stylesheet("screen"))
EXCERPT = COMMENT.sub("", html.stylesheet("excerpt"))


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1 (WCAG 2)."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("css", [PAPER, SCREEN, EXCERPT])
def test_every_colour_of_type_reads_on_white_paper(css: str) -> None:
    colours = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", css))
    assert colours
    assert [colour for colour in colours if 1.05 / (luminance(colour) + 0.05) < 4.5] == []


def test_no_rule_tells_one_side_from_the_other() -> None:
    assert not re.search("supporter|critic", PAPER + SCREEN + EXCERPT)


def test_there_is_no_tint_behind_words() -> None:
    assert set(re.findall(r"background: (\S+?) ?}", PAPER)) == {"#1b1b1b"}  # the mark of a signed agreement


@pytest.mark.parametrize(
    "slow", ["flex", "grid", "@font-face", "hyphens", "font-variant-caps", "font-feature"]
)
def test_paper_does_without(slow: str) -> None:
    assert slow not in PAPER


def test_the_markers_setting_that_leaks_memory_is_off() -> None:
    assert "::marker { font-variant-numeric: normal }" in PAPER


on_every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)


@on_every_paper
def test_the_type_of_side_one_keeps_its_sizes(paper: Paper) -> None:
    faces = paper.type
    assert 10.5 <= faces.body.size <= 12
    assert 20 <= faces.title.size <= 26
    assert 11 <= faces.heading.size <= 14
    assert 8 <= faces.note.size <= 8.5
    assert 1.25 <= faces.body.leading / faces.body.size <= 1.35


@on_every_paper
def test_margins_and_square_are_of_their_size(paper: Paper) -> None:
    inch = 72
    assert all(0.6 <= margin / inch <= 0.75 for margin in (paper.margin_side, paper.margin_end))
    assert paper.qr_size / inch * 25.4 >= 25


@on_every_paper
def test_everything_vertical_is_a_whole_number_of_units(paper: Paper) -> None:
    leadings = {getattr(paper.type, field.name).leading for field in fields(paper.type)}
    halves = [2 * vertical / UNIT for vertical in (*leadings, paper.chart_height)]
    assert halves == pytest.approx([round(half) for half in halves])


@on_every_paper
def test_every_setting_of_type_is_in_the_stylesheet(paper: Paper) -> None:
    css = html.stylesheet("paper", paper)
    used = [getattr(paper.type, field.name) for field in fields(paper.type)]
    assert [setting for setting in used if setting.font not in css and setting.inline not in css] == [
        paper.type.note_italic  # the note's own face, slanted by the i element
    ]


def test_each_paper_has_its_own_page_and_columns() -> None:
    assert "@page { size: 612.0pt 792.0pt; margin: 43.2pt 43.2pt 43.2pt }" in PAPER
    a4 = html.stylesheet("paper", PAPERS["a4"])
    assert "@page { size: 595.28pt 841.89pt; margin: 43.92pt 43.84pt 43.92pt }" in a4
    for paper in PAPERS.values():
        assert f".column {{ float: right; width: {paper.column}pt }}" in html.stylesheet("paper", paper)
