"""The day of a list: names lie, a given date wins, and nothing older or cut off replaces the last list."""

from datetime import date, timedelta

import pytest

from tests.toolkit.imports.samples import TODAY
from toolkit.imports.errors import DateTooEarly, ListRefused, ShrunkenList
from toolkit.imports.roster.list_day import check_against_last, date_in_name, date_list

NAME = "participatingAgencies05182026am.xlsx"
DAY = date(2026, 5, 18)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        (NAME, DAY),
        ("participatingAgencies05182026pm.xlsx", DAY),
        ("participatingAgencies051820266am.xlsx", None),
        ("participatingAgencies13182026am.xlsx", None),
        ("participatingAgencies.xlsx", None),
        ("participatingAgencies05182026am (1).xlsx", None),
    ],
)
def test_a_name_says_a_day_only_with_exactly_eight_digits(name: str, day: date | None) -> None:
    assert date_in_name(name) == day


def test_the_name_dates_the_list() -> None:
    assert date_list(NAME, None, DAY, TODAY).day == DAY


def test_a_given_date_wins_and_the_lie_is_told() -> None:
    found = date_list("participatingAgencies05182025am.xlsx", DAY, DAY, TODAY)
    assert found.day == DAY
    assert "2025-05-18" in found.remarks[0]


def test_a_name_without_a_date_asks_for_one() -> None:
    with pytest.raises(ListRefused, match="--list-date"):
        date_list("list.xlsx", None, DAY, TODAY)


@pytest.mark.parametrize("given", [None, DAY])
def test_a_list_is_never_older_than_its_newest_agreement(given: date | None) -> None:
    with pytest.raises(DateTooEarly, match="2026-05-19"):
        date_list(NAME, given, DAY + timedelta(days=1), TODAY)


def test_a_list_is_never_of_tomorrow() -> None:
    with pytest.raises(ListRefused, match="after today"):
        date_list(NAME, TODAY + timedelta(days=1), DAY, TODAY)


def test_seventy_in_a_hundred_is_enough_and_less_is_not() -> None:
    check_against_last(DAY, 70, DAY, 100)
    with pytest.raises(ShrunkenList, match="69 agreements"):
        check_against_last(DAY, 69, DAY, 100)


def test_an_older_list_never_replaces_a_newer_one() -> None:
    with pytest.raises(DateTooEarly, match="already loaded"):
        check_against_last(DAY - timedelta(days=1), 100, DAY, 100)


def test_the_first_list_has_nothing_to_be_compared_with() -> None:
    check_against_last(DAY, 1, None, 0)
