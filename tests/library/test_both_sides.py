"""Supporters and critics are served by the same hand: length, plainness, evidence, choice of pairs."""

from itertools import product
from statistics import fmean

from fact_sheets.lexicon import verbs
from fact_sheets.readability import grade, words

from .conftest import Row

Sides = dict[str, list[Row]]


def lengths(claims: list[Row]) -> list[int]:
    return [len(words(claim["text"])) for claim in claims]


def grades(claims: list[Row]) -> list[float]:
    return [grade(claim["text"]) for claim in claims]


def test_the_sides_are_as_long_as_each_other(sided: Sides) -> None:
    supporters, critics = (fmean(lengths(sided[side])) for side in ("supporters", "critics"))
    assert min(supporters, critics) / max(supporters, critics) >= 0.98


def test_any_pair_and_any_four_pairs_are_alike_in_length(sided: Sides) -> None:
    supporters, critics = (sorted(lengths(sided[side])) for side in ("supporters", "critics"))
    assert supporters[0] >= 25
    assert supporters[-1] <= 36
    assert min(supporters[0] / critics[-1], critics[0] / supporters[-1]) >= 0.69
    assert min(sum(supporters[:4]) / sum(critics[-4:]), sum(critics[:4]) / sum(supporters[-4:])) >= 0.72


def test_the_sides_are_as_plain_as_each_other(sided: Sides) -> None:
    supporters, critics = (fmean(grades(sided[side])) for side in ("supporters", "critics"))
    assert max(supporters, critics) <= 10.5
    assert abs(supporters - critics) <= 0.5


def test_no_single_claim_is_hard_to_read(sided: Sides) -> None:
    hard = [claim["id"] for claim in sided["supporters"] + sided["critics"] if grade(claim["text"]) > 14.5]
    assert hard == []


def test_each_side_names_a_speaker_with_a_neutral_verb(sided: Sides) -> None:
    mute = {
        c["id"]
        for c in sided["supporters"] + sided["critics"]
        if not any(v.neutral for v in verbs(c["text"]))
    }
    assert mute == {
        "civ-02",
        "cst-11",
        "nat-16",
        "rsk-03",
        "saf-07",
        "saf-13",
    }  # each names its source otherwise


def test_each_side_has_as_many_stories(sided: Sides) -> None:
    supporters, critics = (sum(claim["story"] for claim in sided[side]) for side in ("supporters", "critics"))
    assert abs(supporters - critics) <= 1


def test_each_side_is_about_as_well_cited(sided: Sides) -> None:
    supporters, critics = (sum(len(c["citation"]) for c in sided[side]) for side in ("supporters", "critics"))
    assert min(supporters, critics) / max(supporters, critics) >= 0.80


def test_each_side_speaks_for_itself_and_through_many_voices(sided: Sides, sources: dict[str, Row]) -> None:
    for side, perspective in (("supporters", "supportive"), ("critics", "critical")):
        cited = [sources[note["source"]] for claim in sided[side] for note in claim["citation"]]
        assert sum(source["custom"]["perspective"] == perspective for source in cited) >= 5
        publishers = [source.get("publisher") for source in cited]
        assert max(map(publishers.count, publishers)) / len(publishers) <= 0.25


def test_every_question_offers_a_choice_of_pairs(disputes: list[Row]) -> None:
    for dispute in disputes:
        pairs = list(product(dispute["supporters"], dispute["critics"]))
        assert len(pairs) >= (3 if dispute["id"] == "d-11" else 4), dispute["id"]
