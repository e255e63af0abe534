"""Supporters, critics and the undecided get drafts of equal strength in every state and territory."""

import pytest

from fact_sheets.brief import Brief, brief_of
from fact_sheets.dossier import PlaceKind
from fact_sheets.lexicon import loaded_words
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.points import POINTS, primary
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import POSITIONS, Position
from tests.samples import places
from tests.samples.speakers import OWN, PLACES, briefs, wishes
from tests.sweeps import sampled

KINDS: tuple[PlaceKind, ...] = ("state", "county")
LEAST_RATIO = 0.90


def drafts(brief: Brief, limit: int, own: str = OWN) -> dict[Position, Script]:
    """What each position says in the same time with the same own words."""
    return {
        position: compose(brief, wishes(position=position, limit=limit, own=own)) for position in POSITIONS
    }


def backed(brief: Brief, script: Script) -> float:
    """The share of a draft's points that rest on a primary source."""
    said = {line.claim_id for line in script.plan.points}
    claims = [claim for claim in brief.library.claims if claim.id in said]
    return sum(primary(claim, brief.sources) for claim in claims) / len(claims)


def ratio(numbers: list[int]) -> float:
    """Of the smallest to the largest."""
    return min(numbers) / max(numbers)


@pytest.mark.parametrize("state", sampled(places.STATES), ids=places.STATES.get)
def test_every_position_is_as_strong(state: str) -> None:
    for kind in KINDS:
        brief = brief_of(places.plain(state, kind))
        for limit in (120, 180):
            scripts = drafts(brief, limit)
            plans = [script.plan for script in scripts.values()]
            assert [len(plan.points) for plan in plans] == [POINTS] * 3
            assert ratio([plan.words for plan in plans]) >= LEAST_RATIO
            assert len({backed(brief, script) for script in scripts.values()}) == 1
            assert len({len(script.if_asked) for script in scripts.values()}) == 1


@pytest.mark.parametrize("place", sampled(PLACES, every=4))
@pytest.mark.parametrize("own", ["I care.", OWN, f"{OWN} {OWN} {OWN}"], ids=["short", "one", "three"])
def test_a_cut_takes_a_point_from_all_or_from_none(place: str, own: str) -> None:
    for limit in (60, 75, 90, 105, 120):
        plans = [script.plan for script in drafts(briefs()[place], limit, own).values()]
        assert len({len(plan.points) for plan in plans}) == 1


@pytest.mark.parametrize("place", sampled(PLACES, every=4))
@pytest.mark.parametrize("position", POSITIONS)
def test_what_we_put_into_a_speakers_mouth_is_plain(place: str, position: Position) -> None:
    script = compose(briefs()[place], wishes(position=position, limit=300, agenda_item="7"))
    for line in script.plan.lines:
        if line.role != "own":
            assert loaded_words(line.text) == ()
        if line.claim_id is None:
            assert "citizen" not in line.text.lower()


@pytest.mark.parametrize("place", sampled(PLACES, every=4))
@pytest.mark.parametrize("position", POSITIONS)
def test_no_claim_is_said_without_its_note(place: str, position: Position) -> None:
    script = compose(briefs()[place], wishes(position=position, limit=300))
    numbers = {note.number for note in script.notes}
    facts = [line for line in script.plan.lines if line.role in ("point", "local")]
    assert facts
    assert all(line.notes and set(line.notes) <= numbers for line in facts)
    assert [note.number for note in script.notes_of_lines] == list(range(1, len(script.notes_of_lines) + 1))
    answers = [point for answer in script.if_asked for point in (answer.point, answer.reply) if point]
    assert all(point.notes and set(point.notes) <= numbers for point in answers)
