"""Where the printed sheet leads: to its notes, to their sources, by the square to its page; and its facts."""

import hashlib
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from fact_sheets import codes, snapshot
from fact_sheets.paper import PAPERS
from tests.documents.sheets import ANY, LIBRARY, VARIANTS, made, opened

MILLIMETRE = 72 / 25.4


def annotations(variant: str) -> list[Any]:
    """Every link annotation, side 1 first."""
    pages = made(variant).reader.pages
    return [item.get_object() for page in pages for item in page.get("/Annots", [])]


@pytest.mark.parametrize("variant", VARIANTS)
def test_addresses_are_those_of_the_notes(variant: str) -> None:
    addresses = [item["/A"]["/URI"] for item in annotations(variant) if "/A" in item]
    hrefs = [note.href for note in made(variant).sheet.notes if note.href]
    assert list(dict.fromkeys(addresses)) == list(dict.fromkeys(hrefs))
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in addresses)


@pytest.mark.parametrize("variant", VARIANTS)
def test_superior_figures_lead_to_notes_on_side_two(variant: str) -> None:
    printed = made(variant)
    targets = {item["/Dest"] for item in annotations(variant) if "/Dest" in item}
    assert targets == {f"source-{note.number}" for note in printed.sheet.notes}
    reader = printed.reader
    named = reader.named_destinations
    assert {reader.get_destination_page_number(named[target]) for target in targets} == {1}


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_facts_are_inside_with_their_hash(variant: str) -> None:
    printed = made(variant)
    (attached,) = printed.reader.attachment_list
    assert attached.name == "dossier.json"
    assert attached.content == printed.file
    assert snapshot.edition_json(snapshot.from_json(attached.content), LIBRARY) == printed.file
    assert codes.code_for(snapshot.sha256_of_file(attached.content)) == printed.sheet.code
    (described,) = [item for item in opened(variant).objects if _is_file(item)]
    assert hashlib.sha256(printed.file).hexdigest() in str(described.Desc)
    assert str(described.EF.F.Params.CreationDate) == f"D:{printed.sheet.on:%Y%m%d}000000Z"
    assert str(described.EF.F.Params.ModDate) == f"D:{printed.sheet.on:%Y%m%d}000000Z"


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_square_leads_to_the_edition(variant: str) -> None:
    printed = made(variant)
    (code,) = squares(printed.pages[0], dots_per_inch=200)
    assert code.text == printed.sheet.check_url


def test_the_square_is_large_and_still_reads_from_a_poor_copy() -> None:
    printed = made(ANY)
    (code,) = squares(printed.pages[0], dots_per_inch=100)
    corners = code.position
    assert code.text == printed.sheet.check_url
    assert (corners.top_right.x - corners.top_left.x) * 72 / 100 >= 24.5 * MILLIMETRE
    assert all(paper.qr_size >= 25 * MILLIMETRE for paper in PAPERS.values())


def squares(page: pypdfium2.PdfPage, dots_per_inch: int) -> list[Any]:
    """The codes that a camera would find on the page, in grey."""
    picture = page.render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    return list(zxingcpp.read_barcodes(picture))


def _is_file(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec"
