"""The copy of a sheet for one meeting on paper: two sides, whatever was typed, with the edition's facts."""

import io

import page
import pikepdf
import pytest
from pypdf import PdfReader

from fact_sheets import pdf
from fact_sheets.meeting import Meeting
from fact_sheets.paper import A4, LETTER, Paper
from tests.documents.sheets import ANY, ROOMY, made, squeezed
from tests.samples import places
from tests.samples.meetings import COUNCIL, at, longest

BARE = Meeting(at("2026-12-08T18:30"))


def printed(variant: str, meeting: Meeting, paper: Paper = LETTER) -> bytes:
    return pdf.press(made(variant, paper).file, meeting).pdf


def text_of(side: int, data: bytes) -> str:
    return squeezed(PdfReader(io.BytesIO(data)).pages[side].extract_text())


@pytest.mark.parametrize(
    "variant, paper", [*((variant, LETTER) for variant in places.VARIANTS), (ANY, A4), (ROOMY, A4)]
)
def test_the_longest_meeting_makes_two_sides_in_every_kind_of_place(variant: str, paper: Paper) -> None:
    data = printed(variant, longest(), paper)
    assert len(PdfReader(io.BytesIO(data)).pages) == 2
    assert squeezed(longest().body) in text_of(0, data)


def test_what_was_typed_stands_on_side_one_and_says_who_typed_it() -> None:
    data = printed(ANY, COUNCIL)
    for words in (
        "Tuesday, December 8, 2026, 6:30 pm",
        COUNCIL.room,
        COUNCIL.address,
        "Meeting details typed by the",
    ):
        assert squeezed(words) in text_of(0, data)
        assert squeezed(words) not in text_of(1, data)


def test_without_details_it_says_what_to_ask() -> None:
    assert squeezed("Room and sign-up: not verified – call the clerk.") in text_of(0, printed(ANY, BARE))


def test_what_was_typed_is_in_the_page_and_nowhere_else_in_the_file() -> None:
    data = printed(ANY, COUNCIL)
    with pikepdf.open(io.BytesIO(data)) as opened:
        attached = opened.attachments["dossier.json"].get_file().read_bytes()
        about = str(dict(opened.docinfo)) + opened.open_metadata().__str__()
    assert attached == made(ANY).file
    assert "Winchester" not in about
    assert b"Winchester" not in attached


def test_it_is_as_accessible_and_lasting_as_the_edition() -> None:
    data = printed(ANY, COUNCIL)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert printed(ANY, COUNCIL) == printed(ANY, COUNCIL)
