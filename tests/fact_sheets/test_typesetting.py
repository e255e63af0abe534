"""How words, dates and numbers are set: what belongs together stays on one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets import typesetting
from fact_sheets.typesetting import NBSP


def shown(text: str) -> str:
    """The text with its no-break spaces made visible."""
    return text.replace(NBSP, "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE’s list of May 18, 2026.", "ICE’s list of May~18,~2026."),
        ("on March 17, 2025, and in March 2025", "on March~17,~2025, and in March~2025"),
        ("Section 287(g) and § 1357(g), 8 U.S.C. § 1357", "Section~287(g) and §~1357(g), 8~U.S.C.~§~1357"),
        ("$1.25 million, 65 percent, 40 hours", "$1.25~million, 65~percent, 40~hours"),
        ("Rep. Morgan and St. Louis", "Rep.~Morgan and St.~Louis"),
        ("He may 2 times", "He may 2 times"),
        ("the agency's rules and the sheriffs' group", "the agency’s rules and the sheriffs’ group"),
        ("the '90s", "the '90s"),
    ],
)
def test_what_may_not_break(text: str, expected: str) -> None:
    assert shown(typesetting.set_words(text)) == expected


@given(st.text(max_size=60))
def test_setting_twice_changes_nothing_and_words_stay(text: str) -> None:
    once = typesetting.set_words(text)
    assert typesetting.set_words(once) == once
    assert once.replace(NBSP, " ").replace("’", "'") == text.replace(NBSP, " ").replace("’", "'")


def test_dates_are_said_in_words() -> None:
    assert shown(typesetting.say_date(date(2026, 5, 18))) == "May~18,~2026"


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2026-02-17", "February~17,~2026"),
        ("2021-12", "December~2021"),
        ("2025", "2025"),
        ("undated", "undated"),
    ],
)
def test_an_as_of_is_said_as_exactly_as_it_is_known(as_of: str, said: str) -> None:
    assert shown(typesetting.say_as_of(as_of)) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0~agreements"), (1, "1~agreement"), (1843, "1,843~agreements")]
)
def test_counts_agree_with_their_noun(number: int, said: str) -> None:
    assert shown(typesetting.count_of(number, "agreement")) == said


@pytest.mark.parametrize(
    ("words", "joined"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists_are_joined_without_a_serial_comma(words: list[str], joined: str) -> None:
    assert typesetting.join_words(words) == joined


@pytest.mark.parametrize(
    ("name", "inside", "whose"),
    [
        ("Maryland", "Maryland", "Maryland’s"),
        ("Texas", "Texas", "Texas’s"),
        ("District of Columbia", "the District of Columbia", "the District of Columbia’s"),
        ("U.S. Virgin Islands", "the U.S. Virgin Islands", "the U.S. Virgin Islands’"),
        (
            "Commonwealth of the Northern Mariana Islands",
            "the Northern Mariana Islands",
            "the Northern Mariana Islands’",
        ),
    ],
)
def test_names_inside_a_sentence(name: str, inside: str, whose: str) -> None:
    assert typesetting.with_article(name) == inside
    assert typesetting.possessive(inside) == whose


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert typesetting.capitalise("the ICE list") == "The ICE list"
    assert typesetting.capitalise("") == ""
