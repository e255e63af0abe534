"""The stylesheet: legible in black and white, both sides alike, and free of what makes the renderer slow."""

import re

import pytest

from fact_sheets import html, paper
from fact_sheets.paper import Type

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


def test_the_type_of_side_one_keeps_its_sizes() -> None:
    assert 10.5 <= paper.BODY.size <= 12
    assert 20 <= paper.TITLE.size <= 26
    assert 11 <= paper.HEADING.size <= 14
    assert 8 <= paper.NOTE.size <= 8.5
    assert 1.25 <= paper.BODY.leading / paper.BODY.size <= 1.35


def test_margins_and_square_are_of_their_size() -> None:
    inch = 72
    assert all(0.6 <= m / inch <= 0.75 for m in (paper.MARGIN_SIDE, paper.MARGIN_TOP, paper.MARGIN_BOTTOM))
    assert paper.QR_SIZE / inch * 25.4 >= 25


def test_every_setting_of_type_is_in_the_stylesheet() -> None:
    used = [setting for setting in vars(paper).values() if isinstance(setting, Type)]
    assert [setting for setting in used if setting.font not in PAPER and setting.inline not in PAPER] == [
        paper.NOTE_ITALIC  # the note's own face, slanted by the i element
    ]
