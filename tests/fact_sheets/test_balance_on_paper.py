"""The rules that depend on the stylesheet: they judge layout.SIDES, and paper is really set from it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html as markup

from fact_sheets import html, layout
from fact_sheets.balance.paper import same_space_on_paper
from fact_sheets.balance.words import no_shouting
from fact_sheets.document import FactSheet, Finding
from fact_sheets.fact_sheet import compose
from tests.samples import small

BRIEF = small.brief()
BOLD = replace(layout.BODY, weight=700)


@pytest.fixture(scope="module")
def sheet() -> FactSheet:
    return compose(small.dossier())


def judged_with(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch, **changes: object) -> Finding:
    """What the rule of space finds when the critics' column is set otherwise."""
    critics = replace(layout.SIDES["critics"], **changes)  # type: ignore[arg-type]
    monkeypatch.setitem(layout.SIDES, "critics", critics)
    return same_space_on_paper(sheet, BRIEF)


def test_the_two_columns_are_the_same(sheet: FactSheet) -> None:
    found = same_space_on_paper(sheet, BRIEF)
    assert (found.passed, found.level) == (True, "block")
    assert "points wide" in found.numbers


@pytest.mark.parametrize(
    "changes",
    [
        {"width": layout.COLUMN * 0.94},
        {"words": replace(layout.BODY, size=layout.BODY.size - 0.5)},
        {"words": BOLD},
        {"label": BOLD},
        {"ink": "#333333"},
        {"tint": "#f4f4f4"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_any_difference_is_found(
    changes: dict[str, object], sheet: FactSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not judged_with(sheet, monkeypatch, **changes).passed


def test_a_width_within_five_percent_passes(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    assert judged_with(sheet, monkeypatch, width=layout.COLUMN * 0.96).passed


@pytest.mark.parametrize("colour", ["#c02020", "#2040c0", "#ffe8e8", "#e8eeff"])
def test_a_party_colour_is_found_even_on_both_sides(
    colour: str, sheet: FactSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(layout.SIDES, "supporters", replace(layout.SIDES["supporters"], tint=colour))
    assert not judged_with(sheet, monkeypatch, tint=colour).passed


def test_a_pair_without_its_other_half_shares_no_row(sheet: FactSheet) -> None:
    half = replace(sheet.pairs[0], critics=replace(sheet.pairs[0].critics, text=""))
    assert not same_space_on_paper(replace(sheet, pairs=(half, *sheet.pairs[1:])), BRIEF).passed


def test_bold_arguments_shout(sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> None:
    assert no_shouting(sheet, BRIEF).passed
    for side in ("supporters", "critics"):
        monkeypatch.setitem(layout.SIDES, side, replace(layout.SIDES[side], words=BOLD))
    assert "weights 700 and 700" in no_shouting(sheet, BRIEF).numbers
    assert not no_shouting(sheet, BRIEF).passed


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


@pytest.mark.parametrize("medium", ["paper", "screen"])
def test_no_rule_of_the_stylesheet_is_for_one_side(medium: str) -> None:
    css = html.stylesheet(medium)  # type: ignore[arg-type]
    assert not re.search(r"supporter|critic", css, re.IGNORECASE)
    assert {f"{column.width}pt" for column in layout.SIDES.values()} <= set(re.findall(r"[\d.]+pt", css))
    for column in layout.SIDES.values():
        assert column.words.font in css
        assert column.ink in css
