"""Same space on paper for both sides, measured in the printed sheet and not in the stylesheet."""

from dataclasses import replace

import pypdfium2
import pytest

from fact_sheets.paper import LETTER, PAPERS, Paper
from tests.documents.sheets import ANY, VARIANTS, Made, made, remade

TOLERANCE = 0.5
PIXEL = 0.75  # points; the renderer writes sizes in pixels and scales the page


def edges(page: pypdfium2.PdfPage, words: str) -> list[tuple[float, float]]:
    """Left edge and baseline of each place where ``words`` stand."""
    text = page.get_textpage()
    search = text.search(words)
    found = []
    while (hit := search.get_next()) is not None:
        left, bottom, _, _ = text.get_charbox(hit[0])
        found.append((left, bottom))
    return found


def columns(printed: Made) -> dict[str, list[tuple[float, float]]]:
    """Where the claims of each side begin."""
    page = printed.pages[0]
    return {side: edges(page, f"{side} say:") for side in ("Supporters", "Critics")}


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_both_columns_are_equally_wide_and_begin_on_one_line(variant: str, paper: Paper) -> None:
    printed = made(variant, paper)
    found = columns(printed)
    assert len(found["Supporters"]) == len(found["Critics"]) == len(printed.sheet.pairs)
    right_edge = paper.page_width - paper.margin_side
    for (left, line), (middle, same_line) in zip(found["Supporters"], found["Critics"], strict=True):
        left_width = middle - paper.gutter - left
        assert abs(left_width - (right_edge - middle)) <= 2 * TOLERANCE
        assert abs(line - same_line) <= TOLERANCE


def test_the_columns_change_places_when_critics_come_first() -> None:
    sheet = replace(made(ANY).sheet, first_side="critics")
    found = columns(remade(sheet))
    pairs = zip(found["Critics"], found["Supporters"], strict=True)
    assert all(critics[0] < supporters[0] for critics, supporters in pairs)


def test_both_sides_are_printed_in_the_same_type() -> None:
    printed = made(ANY)
    page = printed.pages[0]
    text = page.get_textpage()
    sizes = set()
    for pair in printed.sheet.pairs:
        for claim in (pair.supporters, pair.critics):
            hit = text.search(claim.text[:20]).get_next()
            assert hit is not None
            sizes.add(round(pypdfium2.raw.FPDFText_GetFontSize(text, hit[0]), 1))
    assert {size * PIXEL for size in sizes} == {LETTER.type.body.size}
