"""Points dealt among speakers: nobody repeats a claim, and no card depends on how many come."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets import speech
from fact_sheets.testimony import cards_fit, text
from fact_sheets.testimony.deal import MOST_SPEAKERS, SPARES, Card, Deal, DealOrder, deal, dealt_claims
from fact_sheets.testimony.points import sayable
from fact_sheets.testimony.pooled import pooled
from fact_sheets.testimony.speaker import POSITIONS, Position, SpeakerError, TooLong
from tests.samples.speakers import OWN, PLACES, briefs
from tests.sweeps import sampled

PLACE = "frederick-county-md"
SEEDS = st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True)
POSITION = st.sampled_from(POSITIONS)


def dealt(position: Position, speakers: int, place: str = PLACE, **more: object) -> Deal:
    """A deal in one of the sample places."""
    return deal(briefs()[place], DealOrder(position, speakers, **more))


def claims(cards: tuple[Card, ...]) -> list[str]:
    """The ids of what the cards say."""
    return [card.point.claim_id for card in cards if card.point]


@given(POSITION, st.integers(1, MOST_SPEAKERS), SEEDS)
def test_no_claim_is_on_two_cards_and_no_opening_twice(position: Position, speakers: int, seed: str) -> None:
    made = dealt(position, speakers, seed=seed)
    said = claims(made.cards + made.spares)
    known = {claim.id for claim in sayable(briefs()[PLACE], position)}
    assert set(said) <= known
    assert len(set(said)) == len(said) == min(len(known), speakers + SPARES)
    openings = [card.opening for card in made.cards]
    assert len(set(openings)) == len(openings) == speakers
    assert made.without_claim == max(0, speakers - len(said))


@given(POSITION, st.integers(1, MOST_SPEAKERS - 1), SEEDS)
def test_one_speaker_more_takes_only_from_the_spares(position: Position, speakers: int, seed: str) -> None:
    fewer, more = dealt(position, speakers, seed=seed), dealt(position, speakers + 1, seed=seed)
    assert more.cards[:-1] == fewer.cards
    assert (more.cards[-1:] + more.spares)[: len(fewer.spares)] == fewer.spares


@given(POSITION, st.integers(2, 20), SEEDS, st.data())
def test_who_stays_home_changes_no_other_card(
    position: Position, speakers: int, seed: str, data: st.DataObject
) -> None:
    absent = data.draw(st.integers(1, speakers))
    everyone = dealt(position, speakers, seed=seed)
    without = dealt(position, speakers, seed=seed, absent=(absent,))
    assert without.cards == tuple(card for card in everyone.cards if card.number != absent)
    assert without.spares == everyone.spares


@given(POSITION, st.integers(30, 300), st.sampled_from(speech.PACES), st.sampled_from(sorted(PLACES)))
def test_every_card_fits_the_limit(position: Position, limit: int, pace: int, place: str) -> None:
    made = dealt(position, 12, place, limit=limit, pace=pace)
    for card in made.cards + made.spares:
        said = (card.opening, made.ask, card.point.text if card.point else "", "Thank you.")
        words = sum(map(briefs()[place].voice.count, said))
        assert words <= speech.budget(limit, pace)
        assert card.seconds + card.own_seconds <= limit
        assert card.own_seconds >= 0


def test_thirty_seconds_hold_a_point_or_the_own_story() -> None:
    slow = dealt("oppose", 60, limit=30, pace=100)
    assert slow.without_claim == 60
    assert min(card.own_seconds for card in slow.cards) >= 5
    quick = dealt("oppose", 7, limit=30, pace=180)
    assert quick.without_claim == 0


def test_the_seed_decides_and_nothing_else(repository: Path) -> None:
    program = (
        "from tests.fact_sheets.testimony import test_deal as t;"
        "print(t.text.cards_json(t.dealt('oppose', 7, seed='k7')))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=repository,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert outputs == {text.cards_json(dealt("oppose", 7, seed="k7")) + "\n"}
    assert dealt("oppose", 7, seed="k8").cards != dealt("oppose", 7, seed="k7").cards


def test_claims_about_elsewhere_are_dealt_last() -> None:
    first = claims(dealt("support", 3).cards + dealt("support", 3).spares)
    scopes = {claim.id: claim.scope for claim in briefs()[PLACE].library.claims}
    elsewhere = [bool(scopes[each].states) and "24" not in scopes[each].states for each in first]
    assert elsewhere == sorted(elsewhere)


def test_for_programs_it_says_who_says_what() -> None:
    plan = json.loads(text.cards_json(dealt("oppose", 7, seed="k7")))
    assert plan["seed"] == "k7"
    assert plan["ask"].startswith("I ask you to")
    assert [speaker["number"] for speaker in plan["speakers"]] == list(range(1, 8))
    assert all(len(speaker["claims"]) == 1 and 0 < speaker["seconds"] <= 120 for speaker in plan["speakers"])
    assert not {claim for speaker in plan["speakers"] for claim in speaker["claims"]} & set(plan["spares"])


@pytest.mark.parametrize("place", sampled(PLACES, every=4))
@pytest.mark.parametrize("position", POSITIONS)
def test_every_card_has_room_for_its_words_and_sources(place: str, position: Position) -> None:
    made = dealt(position, 5, place)
    fits = [cards_fit.setting(card, made.ask) for card in made.cards + made.spares]
    assert max(fit.used for fit in fits) <= cards_fit.HEIGHT
    assert all(card.notes for card in made.cards if card.point)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"speakers": 0}, "speakers"),
        ({"speakers": 61}, "speakers"),
        ({"seed": "K7"}, "seed"),
        ({"seed": ""}, "seed"),
        ({"seed": "a" * 13}, "seed"),
        ({"limit": 20}, "limit"),
        ({"pace": 90}, "pace"),
        ({"position": "both"}, "position"),
    ],
)
def test_what_cannot_be_dealt_names_its_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(SpeakerError) as caught:
        DealOrder(**{"position": "oppose", "speakers": 7, **changes})
    assert caught.value.field == field


@given(POSITION, st.integers(60, 900), st.sampled_from(speech.PACES))
def test_a_text_for_a_group_stays_within_its_limit(position: Position, limit: int, pace: int) -> None:
    made = pooled(briefs()[PLACE], DealOrder(position, 7, seed="k7", pace=pace), limit)
    assert made.plan.words <= speech.budget(limit, pace)
    said = [line.claim_id for line in made.plan.points]
    wanted = DealOrder(position, 7, seed="k7", pace=pace)
    order = [claim.id for claim in dealt_claims(briefs()[PLACE], wanted)]
    assert said == order[: len(said)]


def test_seven_speakers_have_a_text_of_six_minutes() -> None:
    wanted = DealOrder("oppose", 7, seed="k7")
    made = pooled(briefs()[PLACE], wanted, 360, own=OWN)
    cards = deal(briefs()[PLACE], wanted).cards
    assert {card.point.claim_id for card in cards if card.point} <= {
        line.claim_id for line in made.plan.lines
    }
    assert made.plan.seconds <= 360
    assert OWN in [line.text for line in made.plan.lines]
    assert made.plan.lines[0].text == "Thank you for hearing me. I speak for a group of 7."


def test_a_group_s_own_words_may_be_too_long() -> None:
    with pytest.raises(TooLong):
        pooled(briefs()[PLACE], DealOrder("oppose", 7), 60, own=f"{OWN} " * 10)
    with pytest.raises(SpeakerError, match="from 1:00 to 15:00"):
        pooled(briefs()[PLACE], DealOrder("oppose", 7), 901)
