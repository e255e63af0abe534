"""Errata strips: every word prints in its own strip, black on white, large enough, in a valid PDF."""

from ctypes import c_uint
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO

import page as validator
import pikepdf
import pypdfium2
import pytest

from fact_sheets import pdf
from fact_sheets.dossier import Claim
from fact_sheets.errata.cell import CELLS
from fact_sheets.errata.errata import Corrected, Errata, Told, Up, pack, unpack
from fact_sheets.errata.pages import PIXEL
from fact_sheets.errata.strips import Strips, compose
from fact_sheets.errors import DossierError, Overfull
from tests.samples import small

CLAIMS: dict[str, Claim] = {claim.id: claim for claim in small.dossier().library.claims}
WHY = "The report counts other years than the sheet says, so the number was too high."
UPS: list[Up] = ["2up", "4up"]
LEAST = 9  # points


def corrected(claim_id: str, now: str | None, was: str = "", times: int = 1) -> Corrected:
    claim = CLAIMS[claim_id]
    told = tuple(Told(small.TODAY - timedelta(days=day), WHY) for day in range(times))
    return Corrected(claim_id, was or claim.text, now, told, claim.citations if now else ())


def errata(up: Up, *claims: Corrected) -> Errata:
    return Errata(
        up=up,
        on=date(2026, 11, 27),
        title="Should Frederick County keep its 287(g) agreement?",
        code="27SYT-BFGHF",
        issued_on=small.TODAY,
        check_url="https://toolkit.example.org/editions/27SYT-BFGHF",
        corrected=claims,
        sources=small.dossier().sources,
        perspectives=small.PERSPECTIVES,
    )


FEW = (
    corrected("c-2", "A group of police chiefs said that residents might be afraid to call."),
    corrected("s-1", None),
)
LONG = " ".join(f"Words of sentence {number} say something about this." for number in range(12))
RUN = "/".join(["reports"] * 7) + "x" * 50
MANY = tuple(corrected(name, f"{name} {LONG} {RUN}", f"{LONG} {name}", 4) for name in ("c-2", "s-1"))
AMOUNTS = {"few": FEW, "many": MANY}
CASES = [(up, amount) for up in UPS for amount in AMOUNTS]


@cache
def printed(up: Up, amount: str) -> bytes:
    """The PDF of these strips."""
    return pdf.render_errata(errata(up, *AMOUNTS[amount]))


def cells(made: bytes, up: Up) -> list[list[str]]:
    """The words of each strip, page by page, as they stand inside its cell."""
    rows = CELLS[up].strips // 2
    found = []
    for page in pypdfium2.PdfDocument(made):
        wide, high = page.get_width() / 2, page.get_height() / rows
        text = page.get_textpage()
        boxes = [
            (column * wide, row * high, (column + 1) * wide, (row + 1) * high)
            for row in range(rows)
            for column in range(2)
        ]
        found.append([squeezed(text.get_text_bounded(*box)) for box in boxes])
        assert sum(map(len, found[-1])) == len(squeezed(text.get_text_bounded()))  # none lies on a cut
    return found


def inks(page: pypdfium2.PdfPage) -> set[tuple[int, int, int]]:
    """The colours that are set on a page."""
    found = set()
    for drawn in page.get_objects():
        for read in (pypdfium2.raw.FPDFPageObj_GetFillColor, pypdfium2.raw.FPDFPageObj_GetStrokeColor):
            channels = [c_uint() for _ in range(4)]
            if read(drawn, *channels):
                found.add(tuple(channel.value for channel in channels[:3]))
    return found


def sizes(page: pypdfium2.PdfPage) -> set[float]:
    """The sizes of type on a page, in points."""
    text = page.get_textpage()
    letters = (number for number in range(text.count_chars()) if text.get_text_range(number, 1).strip())
    return {round(PIXEL * pypdfium2.raw.FPDFText_GetFontSize(text, number), 2) for number in letters}


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


def said(strips: Strips) -> str:
    return squeezed("".join(p.label + p.text for part in strips.parts for p in part))


@pytest.mark.parametrize(("up", "amount"), CASES)
def test_every_strip_of_a_page_says_the_same_and_nothing_is_lost(up: Up, amount: str) -> None:
    claims = AMOUNTS[amount]
    strips = compose(errata(up, *claims))
    pages = cells(printed(up, amount), up)
    assert len(pages) == len(strips.parts)
    assert {len(set(page)) for page in pages} == {1}
    for number, (page, part) in enumerate(zip(pages, strips.parts, strict=True), 1):
        assert page[0].startswith(squeezed(strips.heading(number)))
        for paragraph in part:
            assert squeezed(paragraph.label + paragraph.text) in page[0]
    for claim in claims:
        whole = said(strips)
        assert squeezed(claim.was) in whole
        assert squeezed(claim.today or "withdrawn and is no longer printed") in whole
        assert whole.count(squeezed(WHY)) == sum(len(each.told) for each in claims)


@pytest.mark.parametrize("up", UPS)
def test_a_strip_names_the_sheet_the_words_and_their_source(up: Up) -> None:
    (page, *_) = cells(pdf.render_errata(errata(up, FEW[0])), up)
    for words in (
        "Correction",
        "Should Frederick County keep its 287(g) agreement?",
        "Fact sheet 27SYT-BFGHF of November 26, 2026",
        "toolkit.example.org/editions/27SYT-BFGHF",
        "Claim c-2: changed",
        f"The sheet says: {CLAIMS['c-2'].text}",
        f"Now: {FEW[0].today}",
        f"November 26, 2026: {WHY}",
        "Source: Chiefs Group, Report of Chiefs Group, 2024.",
        "example.org/c2",
        "As of November 27, 2026",
    ):
        assert squeezed(words) in page[0]


@pytest.mark.parametrize(("up", "amount"), CASES)
def test_it_is_black_on_white_and_nothing_is_under_nine_points(up: Up, amount: str) -> None:
    for page in pypdfium2.PdfDocument(printed(up, amount)):
        assert inks(page) == {(0, 0, 0)}
        assert min(sizes(page)) >= LEAST


@pytest.mark.parametrize(("up", "amount"), CASES)
def test_it_is_accessible_and_carries_a_title_and_nothing_else(up: Up, amount: str) -> None:
    made = printed(up, amount)
    verdict = validator.validate_pdf_bytes(made, profile="ua1")
    assert [str(failure) for failure in verdict.failures] == []
    with pikepdf.open(BytesIO(made)) as opened:
        assert str(opened.docinfo.Title) == "Correction to sheet 27SYT-BFGHF"
        assert set(opened.docinfo.keys()) == {"/Title", "/Producer"}
        assert len(opened.attachments) == 0


def test_the_same_strips_are_the_same_bytes() -> None:
    assert pdf.render_errata(errata("4up", *FEW)) == printed("4up", "few")


def test_a_claim_that_rests_on_other_sources_says_so() -> None:
    words = CLAIMS["c-2"].text
    assert squeezed("Now: It reads the same, from other sources or pages. November 26, 2026:") in said(
        compose(errata("4up", corrected("c-2", words)))
    )


def test_it_goes_through_the_pipe_as_it_is() -> None:
    asked = errata("4up", *FEW)
    assert unpack(pack(asked)) == asked
    with pytest.raises(DossierError, match="up"):
        unpack(pack(asked).replace(b'"4up"', b'"8up"'))


def test_what_takes_too_many_pages_is_refused_and_not_cut() -> None:
    endless = [replace(each, told=each.told * 60) for each in MANY]
    with pytest.raises(Overfull, match="more than 20"):
        pdf.render_errata(errata("4up", *endless))


@pytest.mark.parametrize("up", UPS)
def test_words_that_would_run_over_a_cut_are_refused(up: Up) -> None:
    whole = compose(errata(up, *MANY))
    crowded = replace(whole, parts=(tuple(each for part in whole.parts for each in part),))
    with pytest.raises(Overfull):
        pdf.render_strips(crowded)
    longer = whole.parts[0] + whole.parts[1][:1]
    with pytest.raises(Overfull):
        pdf.render_strips(replace(whole, parts=(longer,)))
