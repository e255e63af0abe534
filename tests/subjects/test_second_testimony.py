"""A second subject spoken for, against and undecided: each text and paper, without a word of the first."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import page as validator
import pytest
from docx import Document

from fact_sheets import pdf
from fact_sheets.brief import Brief, brief_of
from fact_sheets.testimony import docx, text
from fact_sheets.testimony.deal import Deal, DealOrder, deal
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.parcel import OF_DEAL, OF_SCRIPT, Paper, Parcel
from fact_sheets.testimony.pooled import pooled
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import POSITIONS, Position, Wishes
from fact_sheets.testimony.written import WrittenComment, written_comment
from tests.samples import plate_readers
from tests.subjects.both import first_subject, foreign
from tests.subjects.made import PLACES, pages_of, plain

OWN = "My street is on the way to school."
STANCES = {"support": "supporters", "oppose": "critics", "undecided": "mixed"}
TITLES = {
    "support": "In support of plate readers",
    "oppose": "In opposition to plate readers",
    "undecided": "A question about plate readers",
}
ASKS = [
    ("recorded", "support", "keep the plate reader contract, and report its use and results every year"),
    ("recorded", "oppose", "vote to end the plate reader contract and delete the stored data"),
    ("ended", "support", "bring plate readers back, with written limits on retention and sharing"),
    ("ended", "undecided", "report in public what ended, what was deleted, and what may replace it"),
    ("refused", "support", "bring a plate reader contract and a policy to a vote here"),
    ("unknown", "oppose", "take a public stand against plate readers here"),
    ("unknown", "undecided", "say in writing whether any agency here uses plate readers"),
    ("state", "support", "change the law so that police here may use fixed plate readers"),
    ("state", "oppose", "keep the state’s rule against fixed plate readers"),
    ("unlisted", "support", "take a public stand for plate readers under clear rules"),
]
LOCAL = {
    "recorded": "A record of December 6, 2025 shows plate readers for Alexandria police.",
    "ended": "Lynnwood police ended or paused plate readers by February 23, 2026.",
}


@cache
def brief(place: str) -> Brief:
    """What the functions of testimony are given of one of the places."""
    return brief_of(plate_readers.places()[place])


@cache
def script(place: str, position: Position) -> Script:
    """The draft of a speaker who typed one sentence."""
    return compose(brief(place), Wishes(OWN, position=position, agenda_item="7", body="City Council"))


def comment(place: str, position: Position) -> WrittenComment:
    return written_comment(brief(place), Wishes(OWN, position=position, agenda_item="7"))


def dealt(place: str, position: Position) -> Deal:
    return deal(brief(place), DealOrder(position, 7, seed="k7"))


def texts(place: str, position: Position) -> Iterator[str]:
    """All that is made for a speaker, a writer and a group, as plain text and as the words of a Word file."""
    made, written = script(place, position), comment(place, position)
    group = pooled(brief(place), DealOrder(position, 7, seed="k7"), 300)
    yield from (text.speaking(made), text.leave_behind(made), text.if_asked(made), made.title, made.subject)
    yield from (text.written(written), text.cards(dealt(place, position)))
    yield from (text.speaking(group), group.title)
    for file in (docx.speaking(made), docx.leave_behind(made), docx.if_asked(made), docx.written(written)):
        yield from (paragraph.text for paragraph in Document(BytesIO(file)).paragraphs)


def parcel(kind: Paper, place: str, position: Position) -> Parcel:
    """One paper."""
    if kind in OF_DEAL:
        return Parcel(kind, dealt(place, position))
    return Parcel(kind, comment(place, position) if kind == "written" else script(place, position))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("position", POSITIONS)
def test_no_word_of_the_first_subject_is_said_or_written(place: str, position: Position) -> None:
    assert [words for made in texts(place, position) for words in foreign(made)] == []


def test_the_first_subject_is_found_by_the_same_search() -> None:
    made = compose(brief_of(first_subject()), Wishes(OWN, position="oppose"))
    assert {"287(g", "ICE", "agreement"} <= set(foreign(text.speaking(made)))


@pytest.mark.parametrize("kind", [*OF_SCRIPT, *OF_DEAL, "written"])
def test_every_paper_is_valid_and_speaks_of_nothing_else(kind: Paper) -> None:
    made = pdf.render_testimony(parcel(kind, "recorded", "oppose"))
    words = plain(" ".join(pages_of(made)))
    assert foreign(words) == []
    assert "plate reader" in words
    report = validator.validate_pdf_bytes(made, profile="ua1")
    assert [str(failure) for failure in report.failures] == []


def test_the_copy_to_leave_behind_leads_to_the_sheet_on_this_subject() -> None:
    (page,) = pages_of(pdf.render_testimony(parcel("leave-behind", "recorded", "support")))
    assert "the fact sheet on plate readers for Alexandria, Minnesota is at" in plain(page)


@pytest.mark.parametrize(("place", "position", "ask"), ASKS)
def test_the_ask_fits_who_decides_and_how_it_stands(place: str, position: Position, ask: str) -> None:
    lines = {line.role: line.text for line in script(place, position).plan.lines}
    assert lines["ask"] == f"I ask you to {ask}."
    assert lines["again"] == f"Again, I ask you to {ask}."
    assert dealt(place, position).ask == f"I ask you to {ask}."


@pytest.mark.parametrize("position", POSITIONS)
def test_the_position_is_named_as_this_subject_names_it(position: Position) -> None:
    assert script("recorded", position).title == TITLES[position]
    assert comment("recorded", position).heading == "Comment on agenda item 7: plate readers in Alexandria"
    assert "plate readers" in dealt("recorded", position).view or position == "undecided"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("position", POSITIONS)
def test_each_position_says_as_many_points_of_its_own(place: str, position: Position) -> None:
    claims = {claim.id: claim for claim in brief(place).library.claims}
    said = [claims[line.claim_id] for line in script(place, position).plan.points if line.claim_id]
    assert [claim.stance for claim in said] == [STANCES[position]] * 2


@pytest.mark.parametrize("place", PLACES)
def test_what_the_record_shows_is_said_only_where_there_is_one(place: str) -> None:
    lines = {line.role: plain(line.text) for line in script(place, "support").plan.lines}
    told = {"recorded-open": "A record of March 4, 2025 shows plate readers for Killeen police.", **LOCAL}
    assert lines.get("local") == told.get(place)


def test_a_county_s_agency_is_spoken_of_with_its_article() -> None:
    county = plate_readers.recorded_county()
    lines = {line.role: plain(line.text) for line in compose(brief_of(county), Wishes(OWN)).plan.lines}
    assert lines["local"] == "A record of December 6, 2025 shows plate readers for the Aitkin County sheriff."
    assert (
        lines["ask"] == "I ask you to ask the sheriff for a public report on plate readers before the budget."
    )


def test_the_name_that_nobody_says_is_said_otherwise() -> None:
    assert brief("recorded").voice.spoken("One ALPR scan") == "One plate readers scan"
    assert brief_of(first_subject()).voice.spoken("under 287(g)") == "under two eighty-seven g"
    assert "two eighty-seven" not in brief("recorded").voice.spoken("under 287(g)")


def test_where_no_two_positions_rest_on_like_sources_the_best_of_each_is_taken() -> None:
    points = {position: script("unknown", position).plan.points for position in POSITIONS}
    assert {position: len(lines) for position, lines in points.items()} == dict.fromkeys(POSITIONS, 2)
