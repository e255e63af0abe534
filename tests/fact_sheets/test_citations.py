"""Notes: numbered as they appear, one number a source, and where each source stands in plain words."""

from dataclasses import replace

import pytest

from fact_sheets.citations import Notes, Pages, perspective_in_words
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Citation
from fact_sheets.errors import DossierError, UnsafeLink
from fact_sheets.typesetting import NBSP
from tests.samples import places, small
from tests.samples.small import PERSPECTIVES


def test_numbers_follow_the_order_of_appearance() -> None:
    notes = Notes(small.PAGES)
    assert notes.cite_sources(["c2"]) == (1,)
    assert notes.cite_sources(["s1", "c2"]) == (1, 2)
    assert [note.source_id for note in notes.printed()] == ["c2", "s1"]


def test_a_source_has_one_number_and_gathers_its_locators() -> None:
    notes = Notes(small.PAGES)
    for locator in ("p. 3", None, "p. 9", "p. 3"):
        assert notes.cite([Citation("law", locator)]) == (1,)
    (note,) = notes.printed()
    assert note.locator == "p. 3; p. 9"


def test_two_records_of_one_page_share_a_number_and_the_fuller_one_prints() -> None:
    law = small.SOURCES[0]
    twin = replace(law, id="law-again", csl={**law.csl, "volume": "8"}, perspective="independent")
    notes = Notes(Pages((law, twin), PERSPECTIVES))
    assert notes.cite_sources(["law"]) == notes.cite_sources(["law-again"]) == (1,)
    (note,) = notes.printed()
    assert (note.source_id, note.perspective) == ("law-again", "independent")


def test_the_same_page_under_another_title_keeps_its_own_number() -> None:
    law = small.SOURCES[0]
    other = replace(law, id="list-of-it", csl={**law.csl, "title": "Another part of the page"})
    notes = Notes(Pages((law, other), PERSPECTIVES))
    assert notes.cite_sources(["law", "list-of-it"]) == (1, 2)


def test_an_unknown_source_gets_no_number() -> None:
    notes = Notes(small.PAGES)
    assert notes.cite_sources(["nowhere", "law"]) == (1,)
    assert notes.cite_sources(["nowhere"]) == ()


def test_one_of_several_sources_is_one_that_is_cited_already() -> None:
    notes = Notes(small.PAGES)
    notes.cite_sources(["ice"])
    assert notes.cite_one_of(["law", "ice"]) == (1,)
    assert notes.cite_one_of(["law", "state"]) == (2,)


@pytest.mark.parametrize("ids", [[], ["nobody-knows-it"]])
def test_words_whose_sources_are_not_there_are_refused(ids: list[str]) -> None:
    with pytest.raises(DossierError, match="nothing can be cited"):
        Notes(small.PAGES).cite_one_of(ids)


@pytest.mark.parametrize(
    ("ids", "tag"),
    [
        (["s1"], "Sheriffs Group 2024"),
        (["ice", "law"], "ICE 2024; Congress 2024"),
        (["s1", "c1", "c2"], "Sheriffs Group 2024 and 2 more"),
        (["s1", "s1"], "Sheriffs Group 2024"),
        (["nowhere"], ""),
    ],
)
def test_a_tag_names_the_sources_as_far_as_there_is_room(ids: list[str], tag: str) -> None:
    citations = [Citation(source_id) for source_id in ids]
    assert Notes(small.PAGES).tag(citations).replace(NBSP, " ") == tag


@pytest.mark.parametrize(
    ("perspective", "kind", "words"),
    [
        ("supportive", "report", "supports the program"),
        ("critical", "report", "critical of it"),
        ("independent", "court", "independent"),
        ("mixed", "news", "mixed"),
        ("government-operator", "federal-agency", "runs the program"),
        ("government-operator", "state-law", "law or official order"),
        ("supportive", "state-law", "supports the program"),
    ],
)
def test_where_a_source_stands(perspective: str, kind: str, words: str) -> None:
    source = replace(small.SOURCES[0], perspective=perspective, kind=kind)
    assert perspective_in_words(source, PERSPECTIVES) == words


def test_an_unknown_perspective_is_refused() -> None:
    with pytest.raises(DossierError, match=r"sources\.law\.perspective: 'friendly'"):
        perspective_in_words(replace(small.SOURCES[0], perspective="friendly"), PERSPECTIVES)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org"]
)
def test_a_link_of_another_scheme_never_prints(url: str) -> None:
    notes = Notes(Pages((replace(small.SOURCES[0], url=url),), PERSPECTIVES))
    notes.cite_sources(["law"])
    with pytest.raises(UnsafeLink):
        notes.printed()


def in_order_of_reading(sheet: FactSheet) -> list[int]:
    """Every note number on paper: side 1 from the top, left before right, then side 2."""
    found: list[int] = []
    for words in (*sheet.message, *(line.line for line in sheet.here), sheet.list_age, sheet.policy):
        found += words.notes if words else ()
    for fact in sheet.facts:
        found += fact.notes
    for pair in sheet.pairs:
        points = (pair.supporters, pair.critics)
        for point in points if sheet.first_side == "supporters" else points[::-1]:
            found += point.notes
    for row in (*sheet.not_known, *sheet.act, *sheet.models, sheet.chart.caption):
        found += row.notes
    found += sheet.decides.notes if sheet.decides else ()
    return [*found, *(number for _, meaning in sheet.glossary for number in meaning.notes)]


@pytest.mark.parametrize("first", ["supporters", "critics"])
@pytest.mark.parametrize("name", places.VARIANTS)
def test_new_numbers_rise_on_the_way_down_the_paper(name: str, first: str) -> None:
    sheet = compose(small.changed(places.every_variant()[name], first_side=first))
    seen = list(dict.fromkeys(in_order_of_reading(sheet)))
    assert seen == [note.number for note in sheet.notes] == list(range(1, len(sheet.notes) + 1))
