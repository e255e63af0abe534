"""What a place is found by: plain words, in every spelling that people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.ledger.place_words import KEY_LENGTH, fold_words, search_key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Doña Ana County", "dona ana county"),
        ("Cañon City", "canon city"),
        ("Utqiaġvik city", "utqiagvik city"),
        ("O'Fallon city", "ofallon city"),
        ("Prince George’s County", "prince georges county"),
        ("Winston-Salem city", "winston salem city"),
        ("Louisville/Jefferson County", "louisville jefferson county"),
        ("St. Louis city", "st louis city"),
    ],
)
def test_accents_case_and_signs_fall_away(name: str, folded: str) -> None:
    assert fold_words(name) == folded


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("St. Louis city", ["st louis city", "saint louis city"]),
        ("Saint Marys city", ["saint marys city", "st marys city"]),
        ("Mount Airy town", ["mount airy town", "mt airy town"]),
        ("Fort Worth city", ["fort worth city", "ft worth city"]),
        ("O'Fallon city", ["ofallon city", "o fallon city"]),
        ("Jackson township", ["jackson township", "twp"]),
    ],
)
def test_both_spellings_are_in_the_key(name: str, spellings: list[str]) -> None:
    key = f" {search_key(name, 'Missouri', 'MO')} "
    assert all(f" {spelling} " in key for spelling in spellings)
    assert key.startswith(f" {spellings[0]} ")
    assert key.endswith(" missouri mo ")


def test_a_town_that_shares_its_name_is_found_by_its_county() -> None:
    assert "hamilton county indiana" in search_key("Jackson township", "Indiana", "IN", ("Hamilton County",))


@given(st.text(max_size=120), st.text(max_size=60))
def test_a_key_is_plain_and_fits_its_column(name: str, county: str) -> None:
    key = search_key(name, "Missouri", "MO", (county,))
    assert len(key) <= KEY_LENGTH
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
