"""The page on editorial rules and the gate say the same: names, order, wording, levels, thresholds."""

import re
from pathlib import Path

import pytest

from fact_sheets import thresholds
from fact_sheets.balance import RULES
from tests.fact_sheets.test_balance import SPOILED

PAGE = Path(__file__).resolve().parents[2] / "docs" / "editorial-rules.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| `")
]
COUNTED = {
    "similar_words_a_side": (thresholds.SIDE_WORDS, thresholds.SIDE_WORDS_WARN),
    "similar_words_in_each_pair": (thresholds.PAIR_WORDS,),
    "every_claim_is_cited": (thresholds.CITATIONS_PER_CLAIM,),
    "several_voices_a_side": (thresholds.PUBLISHERS,),
    "headings_in_pairs": (thresholds.QUESTION_WORDS,),
    "plain_on_both_sides": (thresholds.GRADE, thresholds.SENTENCE_WORDS),
    "nothing_overdue": (thresholds.YEARS_DIFFERENCE,),
    "same_space_on_paper": (100 * thresholds.COLUMN_DIFFERENCE,),
}


def test_the_page_lists_every_rule_in_order() -> None:
    assert [row[0] for row in ROWS] == [f"`{rule.__name__}`" for rule in RULES]


@pytest.mark.parametrize(("row", "rule"), list(zip(ROWS, RULES, strict=True)))
def test_the_page_says_what_the_rule_says_of_itself(row: list[str], rule: object) -> None:
    assert row[1] == (rule.__doc__ or "").splitlines()[0]
    assert row[3], "where the rule comes from"


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_level_is_the_one_that_the_gate_gives(row: list[str]) -> None:
    name, level = row[0].strip("`"), row[2]
    assert level in {"B", "W", "B / W"}
    blocks = name == "same_space_on_paper" or SPOILED[name][1]
    assert level.startswith("B") is blocks


@pytest.mark.parametrize("name", COUNTED)
def test_the_numbers_are_the_thresholds(name: str) -> None:
    told = next(row[1] for row in ROWS if row[0] == f"`{name}`")
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", told)]
    assert numbers == pytest.approx(list(COUNTED[name]))
