"""Testimony as plain text and as a Word file: what is spoken comes first, and nothing tells who made it."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from fact_sheets.errors import DossierError
from fact_sheets.testimony import docx, text
from fact_sheets.testimony.deal import DealOrder, deal
from fact_sheets.testimony.parcel import Parcel, pack, unpack
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import POSITIONS, Position
from fact_sheets.testimony.written import WrittenComment, written_comment
from tests.samples.speakers import OWN, briefs, script, wishes

MARK = "Zyzzyva"
PLACE = "frederick-county-md"


def marked() -> Script:
    """A script whose every typed field holds a word that nobody else writes."""
    fields = {field: f"{MARK} {field}" for field in ("name", "connection", "agenda_item", "body")}
    return script(PLACE, "oppose", own=f"{MARK} own. {OWN}", **fields)


def marked_comment() -> WrittenComment:
    """The same as a written comment."""
    return written_comment(briefs()[PLACE], wishes(position="oppose", own=f"{MARK} own.", name=MARK), 400)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("paper", [text.speaking, text.leave_behind])
def test_the_spoken_words_come_before_the_line_notes(
    position: Position, paper: Callable[[Script], str]
) -> None:
    made = script(PLACE, position)
    spoken, _, rest = paper(made).partition("\n\nNotes\n")
    said = [line.split(" [")[0] for line in spoken.splitlines()]
    assert said == [line.text for line in made.plan.lines]
    assert all(f"[{note.number}] " in rest and note.href in rest for note in made.notes_of_lines)
    assert made.imprint_line in rest


def test_the_copy_to_leave_behind_numbers_its_claims() -> None:
    made = script(PLACE, "oppose")
    copy = text.leave_behind(made)
    for line in made.plan.points:
        assert f"{line.text} [{', '.join(map(str, line.notes))}]" in copy
    assert made.check_url in copy
    assert "One resident’s view" in copy


def test_the_timing_and_the_cuts_stand_under_notes() -> None:
    _, _, rest = text.speaking(script(PLACE, "oppose")).partition("\n\nNotes\n")
    assert "of 2:00 at 130 words a minute." in rest
    assert "1:00 – stop here, then say: Again, I ask you to" in rest
    assert "0:30 – stop here, then say: Thank you. (after “" in rest


def test_the_if_asked_card_gives_each_claim_a_reply() -> None:
    card = text.if_asked(script(PLACE, "oppose"))
    assert card.count("They may say:") == 2
    assert card.count("You may reply:") + card.count("We found no sourced reply") == 2


def test_a_deal_prints_every_card_and_its_sources() -> None:
    made = deal(briefs()[PLACE], DealOrder("oppose", 60, seed="k7"))
    printed = text.cards(made)
    assert all(f"Speaker {number}\n" in printed for number in range(1, 61))
    assert 0 < made.without_claim < 30
    assert f"{made.without_claim} speakers have the ask and their own story." in printed
    assert printed.index("\nNotes\n") < printed.index("Card 1 [1] ")


@pytest.mark.parametrize("paper", [docx.speaking, docx.leave_behind, docx.if_asked])
def test_word_reads_it_and_learns_nothing_about_the_speaker(paper: Callable[[Script], bytes]) -> None:
    check_word_file(paper(marked()))


def test_the_written_comment_is_a_word_file_with_nothing_uncounted() -> None:
    comment = marked_comment()
    made = docx.written(comment)
    check_word_file(made)
    paragraphs = [paragraph.text for paragraph in Document(BytesIO(made)).paragraphs]
    assert "\n".join(paragraphs).split() == comment.text.split()


def check_word_file(made: bytes) -> None:
    """The words are in the document, and in no property of it."""
    with zipfile.ZipFile(BytesIO(made)) as packed:
        assert {part.date_time[0] for part in packed.infolist()} == {2000}
        found = {name for name in packed.namelist() if MARK.encode() in packed.read(name)}
    assert found <= {"word/document.xml"}
    properties = Document(BytesIO(made)).core_properties
    kept = (properties.author, properties.last_modified_by, properties.comments, properties.keywords)
    assert kept == ("", "", "", "")
    assert properties.title == "Testimony"
    assert properties.created == properties.modified
    assert str(properties.created).startswith("2000-01-01")


def test_word_shows_the_lines_in_large_type_and_the_cuts() -> None:
    made = script(PLACE, "oppose")
    paragraphs = Document(BytesIO(docx.speaking(made))).paragraphs
    large = [run.text for each in paragraphs for run in each.runs if run.font.size and run.font.size.pt == 17]
    assert large == [line.text for line in made.plan.lines]
    boxes = [
        each.text for each in paragraphs if each.style is not None and each.style.name == "Intense Quote"
    ]
    assert [box[:4] for box in boxes] == ["0:30", "1:00"]


def test_a_parcel_arrives_as_it_was_sent() -> None:
    made = deal(briefs()[PLACE], DealOrder("oppose", 7))
    for parcel in (
        Parcel("speaking", marked()),
        Parcel("written", marked_comment()),
        Parcel("cards", made),
    ):
        assert unpack(pack(parcel)) == parcel


def test_a_parcel_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(DossierError, match="no paper of a Script"):
        Parcel("cards", marked())


def test_a_broken_parcel_is_refused_without_repeating_what_was_in_it() -> None:
    broken = pack(Parcel("speaking", marked())).replace(b'"limit":120', f'"limit":"{MARK}"'.encode())
    with pytest.raises(DossierError) as caught:
        unpack(broken)
    assert MARK not in str(caught.value)
    assert caught.value.__cause__ is None
