"""The estimate against the paper: never too hopeful, close enough to be of use."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageOps

from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import fit
from fact_sheets.errors import Overfull
from fact_sheets.paper import LETTER, PAPERS, UNIT, Paper
from fact_sheets.setting import Run, line_count
from fact_sheets.typeface import FACES, face, width
from tests.documents.sheets import ANY, VARIANTS, draft, made, overdue, remade

BODY = LETTER.type.body
on_every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)


def lowest_ink(page: pypdfium2.PdfPage, paper: Paper) -> float:
    """How far below the upper margin the lowest thing on the page ends, in points."""
    return ink(page)[3] - paper.margin_end


def ink(page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is printed, in points from the upper left corner."""
    scale = 4
    box = ImageOps.invert(page.render(scale=scale, grayscale=True).to_pil().convert("L")).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / scale for edge in box)
    return left, top, right, bottom


def estimated(sheet: FactSheet) -> tuple[float, float]:
    """What the estimate and the air that was let in say that each side takes."""
    room, air = fit.fits(sheet), fit.air(sheet)
    gaps = (3 + len(sheet.pairs), 4)
    used = (room.side_one.used, room.side_two.used)
    return (used[0] + air[0] * gaps[0] * UNIT, used[1] + air[1] * gaps[1] * UNIT)


@on_every_paper
@pytest.mark.parametrize("variant", VARIANTS)
def test_the_estimate_errs_on_the_full_side_and_by_little(variant: str, paper: Paper) -> None:
    printed = made(variant, paper)
    for side, reckoned in enumerate(estimated(printed.sheet)):
        real = lowest_ink(printed.pages[side], paper)
        assert real <= reckoned
        assert reckoned - real <= 0.05 * paper.height


@on_every_paper
@pytest.mark.parametrize("variant", VARIANTS)
def test_both_sides_are_well_filled(variant: str, paper: Paper) -> None:
    assert all(lowest_ink(page, paper) >= 0.9 * paper.height for page in made(variant, paper).pages)


@on_every_paper
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_page_without_arguments_is_filled_with_lines_to_write_on(variant: str, paper: Paper) -> None:
    page = remade(overdue(made(variant, paper).sheet)).pages[0]
    assert 0.9 * paper.height <= lowest_ink(page, paper) <= paper.height


@on_every_paper
@pytest.mark.parametrize("variant", VARIANTS)
def test_each_side_stays_within_its_margins(variant: str, paper: Paper) -> None:
    pages = made(variant, paper).pages
    assert [page.get_size() for page in pages] == [pytest.approx((paper.page_width, paper.page_height))] * 2
    for page in pages:
        left, top, right, bottom = ink(page)
        assert left >= paper.margin_side - 12  # the mark of a tier hangs in the margin
        assert top >= paper.margin_end - 1
        assert right <= paper.page_width - paper.margin_side + 1
        assert bottom <= paper.page_height - paper.margin_end + 1


def test_a_draft_takes_more_room_and_an_overdue_page_less() -> None:
    sheet = made(ANY).sheet
    used = fit.fits(sheet).side_one.used
    assert fit.fits(draft(sheet)).side_one.used > used
    assert fit.fits(overdue(sheet)).side_one.used < used


def test_what_does_not_fit_is_refused_by_estimate_and_by_paper() -> None:
    sheet = made(ANY).sheet
    too_full = replace(sheet, pairs=sheet.pairs * 2)
    assert not fit.fits(too_full).side_one.fits
    assert fit.fits(too_full).side_two.fits
    assert fit.air(too_full)[0] == 0
    with pytest.raises(Overfull):
        remade(too_full)


def test_a_note_too_many_is_seen_on_side_two() -> None:
    sheet = made(ANY).sheet
    crowded = replace(sheet, notes=sheet.notes * 2)
    assert not fit.fits(crowded).side_two.fits
    assert fit.fits(crowded).side_one == fit.fits(sheet).side_one


@pytest.mark.parametrize(
    "text, lines",
    [
        ("", 1),
        ("one", 1),
        ("one two", 2),
        ("one\N{NO-BREAK SPACE}two", 1),
        ("one/two", 2),
        ("one-two", 2),
        ("2017-19", 1),
        ("one—two", 2),
    ],
)
def test_a_line_ends_only_where_it_may(text: str, lines: int) -> None:
    measure = width("one—", BODY) + 0.1
    assert line_count([Run(text, BODY)], measure) == lines


def test_a_figure_stays_with_its_word() -> None:
    measure = width("one two", BODY) + 0.1
    assert line_count([Run("one two", BODY), Run("12", BODY)], measure) == 2
    assert line_count([Run("one two", BODY), Run(" 12", BODY)], measure) == 2
    assert line_count([Run("one ", BODY), Run("two", BODY)], measure) == 1


def test_every_face_knows_the_letters_of_english_and_of_place_names() -> None:
    wanted = {ord(letter) for letter in "AaZz09§–—“”’…éñāʻ&$%"}
    assert [key for key in FACES if not wanted <= face(*key).keys()] == []
