"""Words of place names: plain, and in one spelling of those that people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.ledger.place_words import fold_words, plain_words


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
    ("one", "other"),
    [
        ("St. Louis city", "Saint Louis city"),
        ("Ste. Genevieve", "Sainte Genevieve"),
        ("Mount Airy town", "Mt. Airy town"),
        ("Fort Worth city", "Ft Worth city"),
        ("Jackson township", "Jackson Twp."),
        ("Carroll County", "Carroll Cnty"),
        ("Juneau Borough", "Juneau Boro"),
    ],
)
def test_both_spellings_are_the_same_words(one: str, other: str) -> None:
    assert plain_words(one) == plain_words(other)
    assert plain_words(one) != plain_words(one + " Heights")


@given(st.text(max_size=120))
def test_whatever_is_typed_gives_plain_words(name: str) -> None:
    assert set(" ".join(plain_words(name))) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
