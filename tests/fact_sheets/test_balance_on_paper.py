"""The rules that depend on the stylesheet: they judge the paper of the sheet, which is really set from it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html as markup

from fact_sheets.balance.paper import same_space_on_paper
from fact_sheets.balance.words import no_shouting
from fact_sheets.document import FactSheet, Finding
from fact_sheets.documents.full_sheet import html
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.paper import LETTER, PAPERS, Paper
from tests.samples import small

BRIEF = small.brief()
BODY = LETTER.type.body
BOLD = replace(BODY, weight=700)


@pytest.fixture(scope="module")
def sheet() -> FactSheet:
    return compose(small.dossier())


def set_otherwise(sheet: FactSheet, *sides: str, **changes: object) -> FactSheet:
    """The sheet on a paper whose columns of these ``sides`` are set otherwise."""
    columns = {side: replace(getattr(LETTER, side), **changes) for side in sides}  # type: ignore[arg-type]
    return replace(sheet, paper=replace(LETTER, **columns))


def judged_with(sheet: FactSheet, **changes: object) -> Finding:
    """What the rule of space finds when the critics' column is set otherwise."""
    return same_space_on_paper(set_otherwise(sheet, "critics", **changes), BRIEF)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_the_two_columns_are_the_same(paper: Paper) -> None:
    sheet = compose(small.dossier(paper=paper.name))
    found = same_space_on_paper(sheet, BRIEF)
    assert (found.passed, found.level) == (True, "block")
    assert f"columns {paper.column:.0f} and {paper.column:.0f} points wide" in found.numbers
    assert sheet.standing == "balanced"


@pytest.mark.parametrize(
    "changes",
    [
        {"width": LETTER.column * 0.94},
        {"words": replace(BODY, size=BODY.size - 0.5)},
        {"words": BOLD},
        {"label": BOLD},
        {"ink": "#333333"},
        {"tint": "#f4f4f4"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_any_difference_is_found(changes: dict[str, object], sheet: FactSheet) -> None:
    assert not judged_with(sheet, **changes).passed


def test_a_width_within_five_percent_passes(sheet: FactSheet) -> None:
    assert judged_with(sheet, width=LETTER.column * 0.96).passed


@pytest.mark.parametrize("colour", ["#c02020", "#2040c0", "#ffe8e8", "#e8eeff"])
def test_a_party_colour_is_found_even_on_both_sides(colour: str, sheet: FactSheet) -> None:
    tinted = set_otherwise(sheet, "supporters", "critics", tint=colour)
    assert not same_space_on_paper(tinted, BRIEF).passed


def test_a_pair_without_its_other_half_shares_no_row(sheet: FactSheet) -> None:
    half = replace(sheet.pairs[0], critics=replace(sheet.pairs[0].critics, text=""))
    assert not same_space_on_paper(replace(sheet, pairs=(half, *sheet.pairs[1:])), BRIEF).passed


def test_bold_arguments_shout(sheet: FactSheet) -> None:
    assert no_shouting(sheet, BRIEF).passed
    found = no_shouting(set_otherwise(sheet, "supporters", "critics", words=BOLD), BRIEF)
    assert "weights 700 and 700" in found.numbers
    assert not found.passed


def claims_on_paper(sheet: FactSheet) -> Iterator[tuple[markup.HtmlElement, markup.HtmlElement]]:
    """For every pair, the elements that hold its two claims, left before right."""
    tree = markup.fromstring(html.render(sheet))
    for row in tree.cssselect(".pair .row"):
        left, right = row.getchildren()
        yield left, right


@pytest.mark.parametrize("first", ["supporters", "critics"])
def test_paper_sets_both_sides_alike(first: str) -> None:
    """Each pair is one row of two columns whose elements differ in nothing but which is left."""
    sheet = compose(small.dossier(first_side=first))
    pairs = list(claims_on_paper(sheet))
    assert len(pairs) == len(sheet.pairs) > 0
    for pair, (left, right) in zip(sheet.pairs, pairs, strict=True):
        texts = (pair.supporters.text, pair.critics.text)
        wanted = texts if first == "supporters" else texts[::-1]
        assert wanted[0] in left.text_content()
        assert wanted[1] in right.text_content()
        assert shape(left) == shape(right)


def shape(column: markup.HtmlElement) -> list[tuple[str, str]]:
    """Tags and classes inside a column, without which column it is."""
    whole = [(str(element.tag), element.get("class", "")) for element in column.iter()]
    return [(tag, re.sub(r"\b(column|first)\b", "", classes).strip()) for tag, classes in whole]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("medium", ["paper", "screen"])
def test_no_rule_of_the_stylesheet_is_for_one_side(medium: str, paper: Paper) -> None:
    css = html.stylesheet(medium, paper)  # type: ignore[arg-type]
    assert not re.search(r"supporter|critic", css, re.IGNORECASE)
    for column in (paper.supporters, paper.critics):
        assert f"width: {column.width}pt" in css
        assert column.words.font in css
        assert column.ink in css
