"""The sheet's HTML, by selector: order, headings, notes, standings; nothing that a strict policy forbids."""

from dataclasses import replace
from itertools import pairwise

import pytest

from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import html
from fact_sheets.errors import UnsafeLink
from tests.documents.sheets import ANY, VARIANTS, draft, made, overdue, parsed, words


@pytest.fixture
def sheet() -> FactSheet:
    """The sheet of a county."""
    return made(ANY).sheet


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_question_is_the_only_highest_heading_and_names_the_place_once(variant: str) -> None:
    sheet = made(variant).sheet
    page = parsed(html.render(sheet))
    (title,) = page.cssselect("h1")
    assert words(title.text_content()) == words(sheet.title)
    assert [words(place.text_content()) for place in title.cssselect(".place")] == [words(sheet.place_name)]
    assert page.cssselect("head title")[0].text == sheet.title


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_start_at_their_level_and_skip_none(variant: str, level: int) -> None:
    article = parsed(html.fragment(made(variant).sheet, level))
    levels = [int(found.tag[1]) for found in article.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == level
    assert min(levels) == level
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_superior_figure_leads_to_its_note(variant: str) -> None:
    page = parsed(html.render(made(variant).sheet))
    links = page.cssselect("sup a")
    assert links
    for link in links:
        (note,) = page.cssselect(link.get("href"))
        assert note.cssselect(".number")[0].text == link.text


@pytest.mark.parametrize("variant", VARIANTS)
def test_notes_are_numbered_as_they_first_appear(variant: str) -> None:
    sheet = made(variant).sheet
    shown = [int(link.text) for link in parsed(html.render(sheet)).cssselect("sup a")]
    assert list(dict.fromkeys(shown)) == [note.number for note in sheet.notes]


def test_no_id_stands_twice(sheet: FactSheet) -> None:
    ids = parsed(html.render(sheet)).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_fragment_needs_no_inline_style_and_no_script(sheet: FactSheet) -> None:
    article = parsed(html.fragment(sheet))
    assert article.xpath("//style | //script | //link | //@style | //@*[starts-with(name(), 'on')]") == []


def test_supporters_and_critics_answer_the_same_question_side_by_side(sheet: FactSheet) -> None:
    pairs = parsed(html.render(sheet)).cssselect(".pair")
    assert len(pairs) == len(sheet.pairs)
    for shown, pair in zip(pairs, sheet.pairs, strict=True):
        left, right = (words(claim.text_content()) for claim in shown.cssselect(".claim"))
        assert words(shown.cssselect(".question")[0].text_content()) == words(pair.question)
        assert left.startswith(words(f"Supporters say: {pair.supporters.text}"))
        assert right.startswith(words(f"Critics say: {pair.critics.text}"))
        assert right.endswith(words(pair.critics.tag))


def test_the_other_side_stands_first_when_the_edition_says_so(sheet: FactSheet) -> None:
    page = parsed(html.render(replace(sheet, first_side="critics")))
    labels = [words(label.text_content()) for label in page.cssselect(".claim .label")]
    assert labels == ["Critics say:", "Supporters say:"] * len(sheet.pairs)
    assert all("first" in claim.get("class") for claim in page.cssselect(".claim")[::2])


def test_both_sides_are_dressed_alike(sheet: FactSheet) -> None:
    for pair in parsed(html.render(sheet)).cssselect(".pair"):
        left, right = pair.cssselect(".claim")
        assert left.get("class").removesuffix(" first") == right.get("class")
        assert [child.tag for child in left if child.tag != "sup"] == [
            child.tag for child in right if child.tag != "sup"
        ]


@pytest.mark.parametrize("status", ["signed", "none_listed", "unknown", "not_applicable"])
def test_a_tier_carries_the_mark_of_its_status(sheet: FactSheet, status: str) -> None:
    here = tuple(replace(tier, status=status) for tier in sheet.here)
    page = parsed(html.render(replace(sheet, here=here)))
    assert len(page.cssselect(f".tier.{status} .mark")) == len(sheet.here)


def test_the_models_in_force_are_named_in_words(sheet: FactSheet) -> None:
    models = tuple(replace(row, mark="in force here" if row.model == "WSO" else "") for row in sheet.models)
    rows = parsed(html.render(replace(sheet, models=models))).cssselect(".models tbody th")
    marked = ["in force here" in words(row.text_content()) for row in rows]
    assert marked == [row.model == "WSO" for row in sheet.models]


def test_a_draft_says_so_with_the_failing_numbers(sheet: FactSheet) -> None:
    standing = words(parsed(html.render(draft(sheet))).cssselect(".standing")[0].text_content())
    assert standing.startswith("DRAFT – NOT BALANCED")
    assert "Similar words a side: 120 and 80 words, ratio 0.67" in standing


def test_an_overdue_library_leaves_a_useful_page_without_arguments(sheet: FactSheet) -> None:
    page = parsed(html.render(overdue(sheet)))
    assert "overdue since May 21, 2027" in page.cssselect(".standing")[0].text_content()
    assert page.cssselect(".pair") == []
    assert page.cssselect(".blank .line")
    assert page.cssselect(".tier")
    assert page.cssselect(".fact")


def test_a_balanced_sheet_prints_its_numbers_and_no_box(sheet: FactSheet) -> None:
    page = parsed(html.render(sheet))
    assert page.cssselect(".standing") == []
    assert sheet.numbers is not None
    ours, theirs = sheet.numbers.words
    assert f"words {ours} and {theirs}" in page.cssselect(".foot")[0].text_content()


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example"]
)
def test_a_link_that_may_not_be_printed_stops_the_page(sheet: FactSheet, href: str) -> None:
    first, *rest = sheet.notes
    with pytest.raises(UnsafeLink):
        html.render(replace(sheet, notes=(replace(first, href=href), *rest)))
