"""How near a claim stands to a place: its county, its state, the country, elsewhere."""

from dataclasses import replace

import pytest

from fact_sheets import relevance
from fact_sheets.dossier import Claim, Model, Place, Scope, Verified
from tests.samples import small

CITY = Place("2430325", "place", "Frederick", "Frederick, Maryland", "24", "Maryland", ("24021",))
SCOPES = [
    (Scope(counties=("24021",)), relevance.HERE),
    (Scope(states=("24",), counties=("24021",)), relevance.HERE),
    (Scope(places=("2430325",)), relevance.HERE),
    (Scope(states=("24",)), relevance.STATE),
    (Scope(counties=("24025",)), relevance.STATE),
    (Scope(), relevance.COUNTRY),
    (Scope(states=("12",)), relevance.ELSEWHERE),
    (Scope(places=("4819000",)), relevance.ELSEWHERE),
]


NATIONAL = Scope()


def claim(scope: Scope = NATIONAL, models: tuple[Model, ...] = ()) -> Claim:
    return replace(small.SUPPORTERS[0], scope=scope, models=models)


def distance(asked: Claim, own: Model | None = "JEM", place: Place = CITY) -> float:
    return relevance.distance(asked, small.brief(place=place, tiers=small.tiers(own)))


@pytest.mark.parametrize(("scope", "expected"), SCOPES)
def test_scopes_are_told_apart(scope: Scope, expected: float) -> None:
    assert distance(claim(scope)) == expected


def test_nearer_is_always_smaller() -> None:
    assert (
        relevance.HERE
        < relevance.STATE
        < relevance.COUNTRY_AND_MODEL
        < relevance.COUNTRY
        < relevance.ELSEWHERE
    )


def test_a_claim_on_a_model_in_force_comes_before_a_general_one() -> None:
    assert distance(claim(models=("JEM",))) < distance(claim())


def test_a_claim_on_another_model_comes_after_a_general_one() -> None:
    assert distance(claim(models=("TFM",))) > distance(claim())
    assert distance(claim(models=("TFM", "JEM"))) < distance(claim())


def test_where_no_model_is_in_force_a_general_claim_fits_best() -> None:
    assert distance(claim(), own=None) < distance(claim(models=("TFM",)), own=None)


def test_a_place_that_is_not_known_is_near_to_nothing() -> None:
    unlisted = Place("US", "unlisted", "United States", "United States", None, None)
    assert distance(claim(Scope(states=("24",))), place=unlisted) == relevance.ELSEWHERE
    assert distance(claim(), place=unlisted) == relevance.COUNTRY


@pytest.mark.parametrize(
    ("verified", "expected"),
    [("primary-read", 0), ("primary-excerpt", 1), ("secondary-excerpt", 2), ("unseen", 3)],
)
def test_a_claim_is_as_doubtful_as_its_best_source(verified: Verified, expected: int) -> None:
    sources = {"s1": replace(small.source("s1", "A"), verified=verified), "s2": small.source("s2", "B")}
    asked = small.claim("x", "supporters", "public-safety", "Words.", "s1")
    assert relevance.doubt(asked, sources) == expected
    assert (
        relevance.doubt(small.claim("x", "supporters", "public-safety", "Words.", "s1", "s2"), sources) == 0
    )


def test_a_claim_without_a_source_is_not_swapped_in_silence() -> None:
    assert relevance.doubt(small.claim("x", "supporters", "public-safety", "Words."), {}) == 0
