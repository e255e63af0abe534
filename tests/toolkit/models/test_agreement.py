"""The key of an agreement: short, printable, the same however the name is written, and nobody else's."""

from collections import Counter
from datetime import date

import pytest

from toolkit.imports.roster.agreement import key_of
from toolkit.imports.shipped import Shipped
from toolkit.ledger.agreement_key import agreement_key

DAY = date(2008, 2, 6)
KEY = "MD:frederick-county-sheriffs-office:JEM:2008-02-06"


@pytest.mark.parametrize(
    "name",
    [
        "Frederick County Sheriff's Office",
        "FREDERICK COUNTY SHERIFF’S OFFICE",
        "Frédérick  County, Sheriffs Office.",
    ],
)
def test_the_same_agency_written_otherwise_has_the_same_key(name: str) -> None:
    assert agreement_key("MD", name, "JEM", DAY) == KEY


def test_saint_is_st_and_an_ampersand_is_and() -> None:
    written = {agreement_key("MD", name, "JEM", DAY) for name in ("Saint Mary’s & Co", "St. Mary's and Co")}
    assert written == {"MD:st-marys-and-co:JEM:2008-02-06"}


@pytest.mark.parametrize(
    "other",
    [
        ("VA", "Frederick County Sheriff's Office", "JEM", DAY),
        ("MD", "Frederick County Police", "JEM", DAY),
        ("MD", "Frederick County Sheriff's Office", "WSO", DAY),
        ("MD", "Frederick County Sheriff's Office", "JEM", date(2020, 6, 9)),
    ],
)
def test_each_of_the_four_makes_another_agreement(other: tuple[str, str, str, date]) -> None:
    assert agreement_key(*other) != KEY


def test_a_missing_day_is_a_day_of_its_own() -> None:
    assert agreement_key("WV", "Hampshire County", "TFM", None) == "WV:hampshire-county:TFM:undated"


def test_over_the_whole_history_no_two_have_the_same_key_and_the_day_is_needed() -> None:
    keys = [key_of(entry) for entry in Shipped().agreements()]
    assert (len(keys), len(set(keys)), max(map(len, keys)) <= 240) == (2028, 2028, True)
    assert all(key.isascii() and key.isprintable() and " " not in key for key in keys)
    without_day = Counter(key.rpartition(":")[0] for key in keys)
    assert sum(times > 1 for times in without_day.values()) == 78
