"""The papers as PDF: tagged and valid, nothing of the speaker but the words, nothing attached or fetched."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import page as validator
import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from fact_sheets import pdf
from fact_sheets.errors import Overfull, RenderError
from fact_sheets.testimony.deal import SPARES, DealOrder, deal
from fact_sheets.testimony.parcel import OF_SCRIPT, Paper, Parcel
from fact_sheets.testimony.speaker import POSITIONS, Position
from fact_sheets.testimony.written import written_comment
from tests.samples.speakers import OWN, briefs, script, wishes
from tests.sweeps import sampled

PLACE = "frederick-county-md"
SOME_PLACES = (PLACE, "key-west-fl", "place-17-TFM", "state-48-TFM", "unlisted")
MARK = "Zyzzyva"
PAPERS: list[Paper] = ["speaking", "leave-behind", "if-asked", "written", "plan", "cards", "deal"]
HALF_A_PAGE = 396  # points


def parcel(kind: Paper, position: Position = "oppose", place: str = PLACE, speakers: int = 7) -> Parcel:
    """One paper of a speaker who typed ``MARK`` into every field, or of many speakers."""
    fields = {field: f"{MARK} {field}" for field in ("name", "connection", "agenda_item", "body")}
    if kind in OF_SCRIPT:
        return Parcel(kind, script(place, position, own=f"{MARK}. {OWN}", **fields))
    if kind == "written":
        return Parcel(kind, written_comment(briefs()[place], wishes(position=position, **fields)))
    return Parcel(kind, deal(briefs()[place], DealOrder(position, speakers, seed="k7")))


@cache
def printed(kind: Paper, position: Position = "oppose", place: str = PLACE, speakers: int = 7) -> bytes:
    """The PDF of such a paper, printed once for all tests of a process."""
    return pdf.render_testimony(parcel(kind, position, place, speakers))


def reader(made: bytes) -> PdfReader:
    """Its pages."""
    return PdfReader(BytesIO(made))


@pytest.mark.parametrize("kind", PAPERS)
def test_it_is_tagged_and_valid(kind: Paper) -> None:
    made = printed(kind)
    verdict = validator.validate_pdf_bytes(made, profile="ua1")
    assert [str(failure) for failure in verdict.failures] == []
    with pikepdf.open(BytesIO(made)) as opened:
        assert str(opened.Root.Lang) == "en"
        assert opened.Root.MarkInfo.Marked


@pytest.mark.parametrize("kind", PAPERS)
def test_its_properties_hold_a_title_and_nothing_else(kind: Paper) -> None:
    with pikepdf.open(BytesIO(printed(kind))) as opened:
        assert set(opened.docinfo.keys()) == {"/Title", "/Producer"}
        assert MARK not in str(opened.docinfo.Title)
        assert MARK.encode() not in opened.Root.Metadata.read_bytes()
        assert len(opened.attachments) == 0
        assert "/Outlines" not in opened.Root


@pytest.mark.parametrize("kind", ["speaking", "leave-behind", "cards"])
def test_the_same_paper_is_the_same_bytes(kind: Paper) -> None:
    assert pdf.render_testimony(parcel(kind)) == printed(kind)


@pytest.mark.parametrize("position", POSITIONS)
def test_no_line_of_a_speaking_copy_is_split_over_pages(position: Position) -> None:
    made = script(PLACE, position, own=" ".join([OWN] * 4), limit=300)
    texts = [
        "".join(sheet.extract_text().split())  # a line may end behind a hyphen
        for sheet in reader(pdf.render_testimony(Parcel("speaking", made))).pages
    ]
    for line in made.plan.lines:
        assert any("".join(line.text.split()) in text for text in texts)


@pytest.mark.parametrize("place", sampled(SOME_PLACES, every=5))
def test_the_leave_behind_is_one_page_and_the_card_half_a_page(place: str) -> None:
    for position in POSITIONS:
        assert len(reader(printed("leave-behind", position, place)).pages) == 1
        card = printed("if-asked", position, place)
        assert len(reader(card).pages) == 1
        assert foot(card) < HALF_A_PAGE


def foot(made: bytes) -> int:
    """The lowest row of ink beside the line to cut along, in points from the top of the page."""
    page = pypdfium2.PdfDocument(made)[0].render(scale=1, grayscale=True).to_pil()
    page.paste(255, (0, HALF_A_PAGE - 2, page.width, HALF_A_PAGE + 4))  # the line itself
    return page.point(lambda grey: 0 if grey > 250 else 255).getbbox()[3]


@pytest.mark.parametrize("speakers", sampled([7, 1, 60]))
def test_the_plan_is_one_page_and_the_cards_are_four_a_page(speakers: int) -> None:
    (plan,) = reader(printed("plan", speakers=speakers)).pages
    cards = max(speakers, min(55, speakers + SPARES))
    assert len(reader(printed("cards", speakers=speakers)).pages) == -(-cards // 4)
    both = reader(printed("deal", speakers=speakers)).pages
    assert len(both) == 1 + -(-cards // 4)
    assert "Speak in this order" in both[0].extract_text()
    assert both[0].extract_text() == plan.extract_text()


def test_every_link_leads_to_a_source_or_the_fact_sheet() -> None:
    links = {
        annotation.get_object()["/A"]["/URI"]
        for sheet in reader(printed("leave-behind")).pages
        for annotation in sheet.get("/Annots", [])
        if "/A" in annotation.get_object()
    }
    made = parcel("leave-behind").tree
    assert links == {note.href for note in made.notes_of_lines} | {made.check_url}


def test_a_sign_that_no_face_carries_is_shown_with_a_way_out() -> None:
    with pytest.raises(RenderError, match=r"^“😀” is not in our typefaces\."):
        pdf.render_testimony(Parcel("speaking", script(PLACE, "oppose", own="I care \U0001f600.")))


def test_what_would_take_too_many_pages_is_refused() -> None:
    made = script(PLACE, "oppose", limit=300)
    lines = made.plan.lines * 20
    endless = replace(made, plan=replace(made.plan, lines=lines, cuts=()))
    with pytest.raises(Overfull):
        pdf.render_testimony(Parcel("speaking", endless))
