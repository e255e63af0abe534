"""Errata strips: every word prints in its own strip, black on white, large enough, in a valid PDF."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import page as validator
import pdfplumber
import pikepdf
import pytest

from fact_sheets import pdf
from fact_sheets.dossier import Claim
from fact_sheets.errata.cell import CELLS
from fact_sheets.errata.errata import Corrected, Errata, Told, Up, pack, unpack
from fact_sheets.errata.strips import Strips, compose
from fact_sheets.errors import DossierError, Overfull
from tests.samples import small

CLAIMS: dict[str, Claim] = {claim.id: claim for claim in small.dossier().claims}
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
    )


FEW = (
    corrected("c-2", "A group of police chiefs said that residents might be afraid to call."),
    corrected("s-1", None),
)
LONG = " ".join(f"Words of sentence {number} say something about this." for number in range(20))
RUN = "/".join(["reports"] * 7) + "x" * 50
MANY = tuple(corrected(name, f"{name} {LONG} {RUN}", f"{LONG} {name}", 4) for name in ("c-1", "c-2", "s-1"))
CASES = [(up, claims) for up in UPS for claims in (FEW, MANY)]


def cells(made: bytes, up: Up) -> list[list[str]]:
    """The words of each strip, page by page, as they stand inside its cell."""
    cell = CELLS[up]
    found = []
    with pdfplumber.open(BytesIO(made)) as document:
        for page in document.pages:
            wide, rows = page.width / 2, cell.strips // 2
            boxes = [
                (column * wide, row * page.height / rows, (column + 1) * wide, (row + 1) * page.height / rows)
                for row in range(rows)
                for column in range(2)
            ]
            found.append([squeezed(page.within_bbox(box).extract_text()) for box in boxes])
            assert sum(map(len, found[-1])) == len(squeezed(page.extract_text()))  # none lies on a cut
    return found


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


def said(strips: Strips) -> str:
    return squeezed("".join(p.label + p.text for part in strips.parts for p in part))


@pytest.mark.parametrize(("up", "claims"), CASES)
def test_every_strip_of_a_page_says_the_same_and_nothing_is_lost(
    up: Up, claims: tuple[Corrected, ...]
) -> None:
    asked = errata(up, *claims)
    strips = compose(asked)
    pages = cells(pdf.render_errata(asked), up)
    assert len(pages) == len(strips.parts)
    assert {len(set(page)) for page in pages} == {1}
    for number, (page, part) in enumerate(zip(pages, strips.parts, strict=True), 1):
        assert page[0].startswith(squeezed(strips.heading(number)))
        for paragraph in part:
            assert squeezed(paragraph.label + paragraph.text) in page[0]
    for claim in claims:
        whole = said(strips)
        assert squeezed(claim.was) in whole
        assert squeezed(claim.now or "taken back and is no longer printed") in whole
        assert whole.count(squeezed(WHY)) == sum(len(each.told) for each in claims)


@pytest.mark.parametrize("up", UPS)
def test_a_strip_names_the_sheet_the_words_and_their_source(up: Up) -> None:
    (page, *_) = cells(pdf.render_errata(errata(up, FEW[0])), up)
    for words in (
        "Correction",
        "Should Frederick County keep its 287(g) agreement?",
        "Fact sheet 27SYT-BFGHF of 26 November 2026",
        "toolkit.example.org/editions/27SYT-BFGHF",
        "Claim c-2: changed",
        f"The sheet says: {CLAIMS['c-2'].text}",
        f"Now: {FEW[0].now}",
        f"26 November 2026: {WHY}",
        "Source: Chiefs Group, Report of Chiefs Group, 2024.",
        "example.org/c2",
        "As of 27 November 2026",
    ):
        assert squeezed(words) in page[0]


@pytest.mark.parametrize(("up", "claims"), CASES)
def test_it_is_black_on_white_and_nothing_is_under_nine_points(up: Up, claims: tuple[Corrected, ...]) -> None:
    with pdfplumber.open(BytesIO(pdf.render_errata(errata(up, *claims)))) as document:
        for page in document.pages:
            assert min(letter["size"] for letter in page.chars) >= LEAST
            drawn = [*page.chars, *page.curves, *page.rects, *page.lines]
            inks = {each[ink] for each in drawn for ink in ("stroking_color", "non_stroking_color")}
            assert inks <= {(0, 0, 0), (0,), None}


@pytest.mark.parametrize(("up", "claims"), CASES)
def test_it_is_accessible_and_carries_a_title_and_nothing_else(up: Up, claims: tuple[Corrected, ...]) -> None:
    made = pdf.render_errata(errata(up, *claims))
    verdict = validator.validate_pdf_bytes(made, profile="ua1")
    assert [str(failure) for failure in verdict.failures] == []
    with pikepdf.open(BytesIO(made)) as opened:
        assert str(opened.docinfo.Title) == "Correction to sheet 27SYT-BFGHF"
        assert set(opened.docinfo.keys()) == {"/Title", "/Producer"}
        assert len(opened.attachments) == 0
    assert pdf.render_errata(errata(up, *claims)) == made


def test_a_claim_that_rests_on_other_sources_says_so() -> None:
    words = CLAIMS["c-2"].text
    assert squeezed("Now: It reads the same, from other sources. 26 November 2026:") in said(
        compose(errata("4up", corrected("c-2", words)))
    )


def test_it_goes_through_the_pipe_as_it_is() -> None:
    asked = errata("4up", *FEW)
    assert unpack(pack(asked)) == asked
    with pytest.raises(DossierError, match="up"):
        unpack(pack(asked).replace(b'"4up"', b'"8up"'))


def test_what_takes_too_many_pages_is_refused_and_not_cut() -> None:
    endless = [replace(each, told=each.told * 40) for each in MANY]
    with pytest.raises(Overfull, match="more than 20"):
        pdf.render_errata(errata("4up", *endless))


def test_a_part_that_would_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compose(errata("2up", *MANY))
    crowded = replace(whole, parts=(tuple(each for part in whole.parts for each in part),))
    monkeypatch.setattr(pdf, "compose_strips", lambda _: crowded)
    with pytest.raises(Overfull):
        pdf.render_errata(errata("2up", *MANY))
