"""A second subject from its claims to its paper: two even pages, and no word of the first subject on them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import page as validator
import pikepdf
import pytest
from lxml import html as markup

from fact_sheets import balance, pdf, snapshot
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import html
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.errata.errata import Corrected, Errata, Told
from fact_sheets.errata.strips import compose as strips
from tests.samples import plate_readers
from tests.subjects.both import first_subject, foreign
from tests.subjects.made import PLACES, Made, made, pages_of, plain, printed

TITLES = {
    "recorded": "Plate readers in Alexandria: keep them, and on what terms?",
    "recorded-open": "Should Killeen keep its plate readers?",
    "ended": "Should Lynnwood bring plate readers back?",
    "refused": "Should Kent start to use plate readers?",
    "unknown": "Does Cherry County use plate readers?",
    "state": "What should New Hampshire’s rule on plate readers be?",
    "unlisted": "Does your county use plate readers?",
}
DECIDED = {
    "recorded": "Minnesota sets limits; Alexandria decides whether to keep them, and on what terms.",
    "recorded-open": (
        "The question is whether Killeen should keep them, change the rules or end the contract."
    ),
    "ended": "Lynnwood ended or paused them; others nearby may still read plates here.",
    "refused": "The question is whether to start, and on what terms.",
    "unknown": (
        "We have no record for Cherry County; that is not the same as none. This sheet says how to find out."
    ),
}
OWN = {
    "recorded": "Alexandria Police Department: on record as of December 6, 2025 (Fixed camera).",
    "recorded-open": (
        "Killeen Police Department: on record as of March 4, 2025 (Fixed camera, bought March 4, 2025)."
    ),
    "ended": "Lynnwood Police Department: ended or paused by February 23, 2026.",
    "refused": "None: refused, as recorded on August 22, 2026.",
    "unknown": "No record – ask the police whether they use plate readers or search others’ scans.",
}


def said(printed: Made) -> Iterator[str]:
    """Everything that a sheet says to whoever opens it: pages, file of facts, properties."""
    sheet = printed.sheet
    yield from (html.render(sheet), html.fragment(sheet), *printed.pages)
    yield from values(json.loads(printed.file))
    with pikepdf.open(BytesIO(printed.pdf)) as opened:
        yield from (str(value) for value in opened.docinfo.values())
        yield opened.Root.Metadata.read_bytes().decode()
        for name, attached in opened.attachments.items():
            yield from (name, attached.filename, attached.description)


def values(tree: Any) -> Iterator[str]:
    """Every text in a tree of JSON; the names of its fields are the form's and not the subject's."""
    if isinstance(tree, dict | list):
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from values(item)
    elif isinstance(tree, str):
        yield tree


@pytest.mark.parametrize("place", PLACES)
def test_it_is_two_pages_and_passes_the_gate(place: str) -> None:
    sheet = printed(place).sheet
    assert sheet.standing == "balanced"
    assert balance.blocking(sheet.findings) == ()
    assert len(sheet.pairs) >= 3
    assert len(printed(place).pages) == 2


@pytest.mark.parametrize("place", ["recorded", "unknown"])
def test_it_fits_on_a4_too(place: str) -> None:
    dossier = plate_readers.places()[place]
    on_a4 = made(replace(dossier, local=replace(dossier.local, paper="a4")))
    assert on_a4.sheet.standing == "balanced"
    assert len(on_a4.pages) == 2


@pytest.mark.parametrize("place", PLACES)
def test_no_word_of_the_first_subject_is_in_anything_that_it_prints(place: str) -> None:
    assert [words for text in said(printed(place)) for words in foreign(text)] == []


def test_the_words_that_are_looked_for_are_those_of_the_first_subject() -> None:
    first = {words for text in said(made(first_subject())) for words in foreign(text)}
    assert {"287(g", "ICE", "agreement", "Task Force", "TFM", "jail"} <= first


@pytest.mark.parametrize("place", TITLES)
def test_the_question_fits_the_place(place: str) -> None:
    assert plain(printed(place).sheet.title) == TITLES[place]


@pytest.mark.parametrize("place", DECIDED)
def test_what_is_decided_fits_the_place(place: str) -> None:
    assert plain(printed(place).sheet.message[1].text) == DECIDED[place]


@pytest.mark.parametrize("place", OWN)
def test_the_line_of_its_own_agency_is_true(place: str) -> None:
    line = printed(place).sheet.here[0]
    assert plain(line.line.text) == OWN[place]
    assert bool(line.line.notes) == (line.status != "unknown")


def test_a_sentence_that_tells_the_states_rule_is_printed_with_its_source() -> None:
    sheet = printed("recorded").sheet
    sources = {note.number: note.source_id for note in sheet.notes}
    assert [sources[number] for number in sheet.message[1].notes] == ["mn-13-824", "mn-explained-2025"]
    assert printed("ended").sheet.message[1].notes == ()


@pytest.mark.parametrize("place", ["unknown", "state", "unlisted"])
def test_where_nothing_is_on_record_no_list_and_no_none_is_printed(place: str) -> None:
    sheet = printed(place).sheet
    assert sheet.listed is sheet.list_age is None
    assert {tier.status for tier in sheet.here} == {"unknown"}
    assert all(plain(tier.line.text).startswith("No record – ask") for tier in sheet.here)


def test_an_old_record_says_how_old_it_is() -> None:
    sheet = printed("recorded").sheet
    assert sheet.listed == ("Record of", "December\xa06,\xa02025", "")
    assert sheet.list_age
    assert plain(sheet.list_age.text) == "It is 11 months old: ask the agency for today’s."
    local = replace(plate_readers.places()["recorded"].local, on=date(2026, 5, 1))
    assert compose(replace(plate_readers.places()["recorded"], local=local)).list_age is None


@pytest.mark.parametrize("place", PLACES)
def test_each_status_has_its_mark(place: str) -> None:
    page = markup.document_fromstring(html.render(printed(place).sheet))
    shown = [tier.get("class").removeprefix("tier ") for tier in page.cssselect(".tier")]
    assert shown == [tier.status for tier in printed(place).sheet.here]
    assert f".{shown[0]} .mark" in html.stylesheet("paper") or shown[0] == "none"


def test_the_claim_about_the_very_place_comes_first() -> None:
    first = printed("ended").sheet.pairs[0]
    assert (first.dispute_id, first.critics.claim_id) == ("a-06", "alpr-54")


def test_a_fact_about_the_states_law_does_not_repeat_its_rule() -> None:
    assert "alpr-73" not in [fact.claim_id for fact in printed("recorded").sheet.facts]
    silent = replace(plate_readers.places()["recorded"].local, policy=None)
    facts = compose(replace(plate_readers.places()["recorded"], local=silent)).facts
    assert "alpr-73" in [fact.claim_id for fact in facts]


@pytest.mark.parametrize("place", ["recorded", "ended", "unknown"])
def test_either_side_may_stand_first(place: str) -> None:
    sheets = {side: compose(plate_readers.places(side)[place]) for side in ("supporters", "critics")}
    for side, sheet in sheets.items():
        labels = markup.document_fromstring(html.render(sheet)).cssselect(".claim .label")
        assert plain(labels[0].text_content()) == f"{side.capitalize()} say:"
        assert sheet.standing == "balanced"
    pairs = [[(p.supporters.text, p.critics.text) for p in sheet.pairs] for sheet in sheets.values()]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize("place", PLACES)
def test_notes_are_numbered_as_they_first_appear(place: str) -> None:
    sheet = printed(place).sheet
    links = markup.document_fromstring(html.render(sheet)).cssselect("sup a")
    shown = [int(link.text) for link in links]
    assert list(dict.fromkeys(shown)) == [note.number for note in sheet.notes]


@pytest.mark.parametrize("place", PLACES)
def test_headings_skip_no_level(place: str) -> None:
    page = markup.document_fromstring(html.render(printed(place).sheet))
    levels = [int(found.tag[1]) for found in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("place", ["recorded", "unlisted"])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_profiles_hold_at_once(place: str, profile: str) -> None:
    report = validator.validate_pdf_bytes(printed(place).pdf, profile=profile)
    assert list(report.failures) == []
    assert report.is_compliant


def test_its_table_names_the_kinds_and_which_is_used_here() -> None:
    text = plain(printed("recorded").pages[1])
    assert "Kinds of plate readers" in text
    assert "Fixed camera – used here" in text
    assert "– used here" not in plain(printed("unknown").pages[1])


def test_a_source_stands_where_the_subject_says() -> None:
    stands = {note.source_id: note.perspective for note in printed("recorded").sheet.notes}
    assert stands["uwchr-2025"] == "against plate readers"
    assert stands["killeen-2025"] == "uses plate readers"
    assert stands["mn-13-824"] == "law or official order"


def test_the_file_of_an_edition_prints_the_same_sheet_again() -> None:
    once = printed("ended")
    again = pdf.press(once.file)
    assert again.sheet == once.sheet
    assert again.pdf == once.pdf
    assert snapshot.from_json(once.file) == once.chosen


def test_a_word_that_the_subject_calls_loaded_stops_the_sheet_unless_it_is_quoted() -> None:
    place = plate_readers.places()["ended"]
    quoted = next(claim for claim in place.library.claims if claim.id == "alpr-20")
    assert "“It’s a force multiplier for us,”" in quoted.text
    assert printed("ended").sheet.standing == "balanced"
    bare = replace(quoted, text=quoted.text.replace("“", "").replace("”", ""))
    claims = tuple(bare if claim.id == bare.id else claim for claim in place.library.claims)
    sheet = compose(replace(place, library=replace(place.library, claims=claims)))
    assert failing(sheet) == ["no_loaded_words"]


def failing(sheet: FactSheet) -> list[str]:
    return [finding.rule for finding in balance.blocking(sheet.findings)]


@pytest.mark.parametrize("up", ["2up", "4up"])
def test_its_errata_speak_of_nothing_else(up: Any) -> None:
    sheet, library = printed("recorded").sheet, plate_readers.library()
    was = next(claim for claim in library.claims if claim.id == "alpr-42")
    told = (Told(date(2026, 11, 27), "The report counts other agencies than the sheet says."),)
    errata = Errata(
        up=up,
        on=date(2026, 11, 27),
        title=sheet.title,
        code=sheet.code,
        issued_on=sheet.on,
        check_url=sheet.check_url,
        corrected=(Corrected(was.id, was.text, "At least ten were searched.", told, was.citations),),
        sources=library.sources,
        perspectives=library.subject.perspectives,
    )
    (part,) = strips(errata).parts
    assert "Against plate readers." in " ".join(paragraph.text for paragraph in part)
    text = " ".join(pages_of(pdf.render_errata(errata)))
    assert "At least ten were searched." in plain(text)
    assert foreign(text) == []
