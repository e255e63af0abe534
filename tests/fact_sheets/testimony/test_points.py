"""Which claims are picked: the position's own, in date, nearest first, and what the speaker picks instead."""

from dataclasses import replace
from datetime import date

import pytest

from fact_sheets.brief import brief_of
from fact_sheets.dossier import Dossier, Scope
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.points import STANCES, best, in_order, sayable
from fact_sheets.testimony.speaker import POSITIONS, Position
from tests.samples import small
from tests.samples.speakers import briefs, dossiers, wishes

ALL = POSITIONS


def spoken(whole: Dossier) -> Dossier:
    """The small dossier with a spoken form of every claim, and mixed evidence for the undecided."""
    mixed = [replace(claim, id=f"m-{claim.id}", stance="mixed") for claim in whole.library.claims[:3]]
    return small.changed(
        whole, claims=tuple(replace(c, spoken=c.text) for c in (*whole.library.claims, *mixed))
    )


@pytest.mark.parametrize("position", ALL)
def test_a_position_says_claims_of_its_own_stance(position: Position) -> None:
    claims = sayable(briefs()["frederick-county-md"], position)
    assert {claim.stance for claim in claims} == {STANCES[position]}


def test_a_claim_of_this_county_comes_first() -> None:
    dossier = spoken(small.dossier())
    here = small.with_claim(dossier, "s-4", scope=Scope(counties=("24021",)))
    assert sayable(brief_of(here), "support")[0].id == "s-4"
    assert best(brief_of(here))["support"][0].id == "s-4"


def test_a_claim_of_another_state_comes_last() -> None:
    dossier = small.with_claim(spoken(small.dossier()), "s-1", scope=Scope(states=("48",)))
    assert sayable(brief_of(dossier), "support")[-1].id == "s-1"


@pytest.mark.parametrize(
    "changes", [{"review_by": date(2026, 1, 1)}, {"spoken": None}, {"until": small.TODAY}]
)
def test_an_overdue_claim_or_one_without_spoken_form_is_not_said(changes: dict[str, object]) -> None:
    dossier = small.with_claim(spoken(small.dossier()), "s-1", **changes)
    assert "s-1" not in {claim.id for claim in sayable(brief_of(dossier), "support")}


def test_everyone_gets_as_many_points_as_the_poorest() -> None:
    dossier = spoken(small.dossier())
    left = tuple(claim for claim in dossier.library.claims if claim.id not in ("m-f-1", "m-f-2"))
    assert [len(claims) for claims in best(brief_of(small.changed(dossier, claims=left))).values()] == [
        1,
        1,
        1,
    ]


def test_without_claims_there_is_still_something_to_say() -> None:
    script = compose(small.brief(), wishes(position="oppose"))
    assert script.plan.points == ()
    assert {"ask", "own", "again"} <= {line.role for line in script.plan.lines}


def test_the_speaker_may_pick_other_claims_in_another_order() -> None:
    brief = brief_of(spoken(small.dossier()))
    script = compose(brief, wishes(position="support", claims=("s-4", "c-1", "s-1", "s-4")))
    assert [line.claim_id for line in script.plan.points] == ["s-4", "s-1"]
    assert in_order(brief, "support", ("c-1",)) == ()


def test_the_same_place_gets_the_same_points() -> None:
    dossier = dossiers()["key-west-fl"]
    turned = small.changed(dossier, claims=tuple(reversed(dossier.library.claims)))
    assert best(brief_of(turned)) == best(brief_of(dossier))


def test_the_answers_to_the_other_side_are_two_and_differ() -> None:
    for position in ALL:
        answers = compose(briefs()["harris-county-tx"], wishes(position=position)).if_asked
        assert len({answer.point.claim_id for answer in answers}) == 2
        replies = [answer.reply.claim_id for answer in answers if answer.reply]
        assert len(replies) == len(set(replies))


def test_the_undecided_hear_one_claim_of_each_side() -> None:
    brief = briefs()["none-listed-wi"]
    stances = {claim.id: claim.stance for claim in brief.library.claims}
    answers = compose(brief, wishes(position="undecided")).if_asked
    assert [stances[answer.point.claim_id] for answer in answers] == ["supporters", "critics"]
