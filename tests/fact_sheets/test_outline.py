"""Which claims print: those that fit the place first, balanced, each once, never overdue, always the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fact_sheets.brief import brief_of
from fact_sheets.dossier import Claim, Dispute, Dossier, Scope
from fact_sheets.measures import reading
from fact_sheets.outline import PAIRS, Outline, outline, ranked_disputes, short_facts
from fact_sheets.pairing import is_even
from tests.samples import library, places, small

LATE = date(2027, 11, 22)  # the day after the small library's review date


def planned(dossier: Dossier, pairs: int = PAIRS) -> Outline:
    return outline(brief_of(dossier), pairs)


def ids(found: Outline) -> list[tuple[str, str, str]]:
    return [(pair.dispute.id, pair.supporters.id, pair.critics.id) for pair in found.pairs]


def with_more(dossier: Dossier, dispute_id: str, *claims: Claim) -> Dossier:
    """The dossier with further answers to one question."""

    def answered(dispute: Dispute) -> Dispute:
        if dispute.id != dispute_id:
            return dispute
        added = {side: tuple(c.id for c in claims if c.stance == side) for side in ("supporters", "critics")}
        return replace(
            dispute,
            supporters=(*dispute.supporters, *added["supporters"]),
            critics=(*dispute.critics, *added["critics"]),
        )

    disputes = tuple(answered(dispute) for dispute in dossier.library.disputes)
    return small.changed(dossier, claims=(*dossier.library.claims, *claims), disputes=disputes)


def second_answer(scope: Scope, **more: object) -> Claim:
    """Another supporters' answer to the first question, as long as the first one."""
    return replace(small.SUPPORTERS[0], id="s-9", scope=scope, **more)  # type: ignore[arg-type]


def test_all_four_questions_print_when_they_balance() -> None:
    found = planned(small.dossier())
    assert sorted(ids(found)) == [(f"d-{n}", f"s-{n}", f"c-{n}") for n in range(1, 5)]
    assert found.omitted == 0
    assert found.overdue_since is None


def test_fewer_pairs_are_the_first_ones() -> None:
    longer = planned(small.dossier())
    assert planned(small.dossier(), pairs=3).pairs == longer.pairs[:3]


def test_three_pairs_balance_before_the_fourth_is_added() -> None:
    assert is_even(planned(small.dossier()).pairs[:3])


@pytest.mark.parametrize("scope", [Scope(counties=("24021",)), Scope(states=("24",))])
def test_a_claim_about_this_place_comes_first(scope: Scope) -> None:
    found = planned(with_more(small.dossier(), "d-1", second_answer(scope)))
    assert ("d-1", "s-9", "c-1") in ids(found)


def test_a_claim_about_elsewhere_comes_last() -> None:
    found = planned(with_more(small.dossier(), "d-1", second_answer(Scope(states=("12",)))))
    assert ("d-1", "s-1", "c-1") in ids(found)


def test_a_claim_about_elsewhere_prints_where_nothing_is_nearer() -> None:
    dossier = small.with_claim(small.dossier(), "s-1", scope=Scope(states=("12",)))
    assert ("d-1", "s-1", "c-1") in ids(planned(dossier))


def test_the_model_in_force_chooses_the_claim() -> None:
    jail = second_answer(Scope(), models=("JEM",))
    force = replace(jail, id="s-8", models=("TFM",))
    dossier = with_more(small.dossier(), "d-1", jail, force)
    assert ("d-1", "s-9", "c-1") in ids(planned(dossier))
    assert ("d-1", "s-8", "c-1") in ids(planned(small.changed(dossier, tiers=small.tiers("TFM"))))


def test_a_pair_that_answers_each_other_comes_first() -> None:
    linked = replace(second_answer(Scope()), counter_claims=("c-1",))
    assert ("d-1", "s-9", "c-1") in ids(planned(with_more(small.dossier(), "d-1", linked)))


def test_a_claim_prints_once_though_it_answers_two_questions() -> None:
    twice = replace(small.DISPUTES[1], supporters=("s-1",))
    found = planned(small.dossier(disputes=(small.DISPUTES[0], twice, *small.DISPUTES[2:])))
    printed = [claim.id for claim in found.claims]
    assert len(printed) == len(set(printed))


def test_an_uneven_pair_is_left_out() -> None:
    long = small.CRITICS[3].text.replace("the agencies", " and ".join(["the many agencies"] * 9))
    found = planned(small.with_claim(small.dossier(), "c-4", text=long))
    assert [dispute for dispute, _, _ in ids(found)] == ["d-1", "d-2", "d-3"]


def test_an_overdue_claim_takes_its_partner_along() -> None:
    dossier = small.with_claim(small.dossier(), "c-2", review_by=date(2026, 11, 25))
    found = planned(dossier)
    assert "s-2" not in {claim.id for claim in found.claims}
    assert (len(found.pairs), found.omitted, found.overdue_since) == (3, 1, None)


def test_the_review_day_itself_is_in_time() -> None:
    dossier = small.with_claim(small.dossier(), "c-2", review_by=small.TODAY)
    assert planned(dossier).omitted == 0


def test_a_claim_prints_until_the_day_before_it_is_no_longer_true() -> None:
    ends = small.with_claim(small.dossier(), "c-2", until=small.TODAY)
    assert planned(ends).omitted == 1
    assert "s-2" not in {claim.id for claim in planned(ends).claims}
    still = small.with_claim(small.dossier(), "c-2", until=small.TODAY + timedelta(days=1))
    assert planned(still).omitted == 0
    for day, left_out in ((date.min, 1), (date.max, 0)):
        assert planned(small.with_claim(small.dossier(), "c-2", until=day)).omitted == left_out


def test_when_too_few_are_left_nothing_is_argued() -> None:
    dossier = small.dossier()
    for number, day in ((1, date(2026, 11, 20)), (2, date(2026, 11, 10))):
        dossier = small.with_claim(dossier, f"c-{number}", review_by=day)
    found = planned(dossier)
    assert found.pairs == ()
    (said,) = found.not_known
    assert "was last checked on" in said
    assert found.overdue_since == date(2026, 11, 10), "since the first of them was due"
    assert len(found.facts) == 3, "facts that are in date still print"


def test_when_everything_is_overdue_nothing_prints() -> None:
    found = planned(small.dossier(on=LATE))
    assert found.claims == ()
    assert found.omitted == 11


def test_an_unbalanced_library_without_overdue_claims_still_shows_what_it_has() -> None:
    """The gate must say why, so the pairs are not hidden."""
    short = small.dossier()
    for number in range(1, 5):
        short = small.with_claim(short, f"c-{number}", text="Critics disagree.")
    found = planned(short)
    assert (len(found.pairs), found.overdue_since) == (3, None)


def test_facts_are_of_different_topics_and_within_their_words() -> None:
    for name, dossier in places.every_variant().items():
        facts = planned(dossier).facts
        assert 2 <= len(facts) <= 3, name
        assert len({fact.topic for fact in facts}) == len(facts), name
        assert sum(reading(fact.text).words for fact in facts) <= 75, name
        assert {fact.stance for fact in facts} == {"background"}, name


def test_facts_about_the_state_come_first_and_those_about_other_states_never() -> None:
    ruled = places.key_west_fl()
    unverified = small.changed(
        ruled, policy=replace(ruled.local.policy, rule=replace(ruled.local.policy.rule, verified=False))
    )
    assert planned(unverified).facts[0].scope.states == ("12",)
    elsewhere = {"stm-01", "stm-02", "stm-03", "stm-06", "stm-07"}
    assert not elsewhere & {fact.id for fact in planned(places.none_listed_wi()).facts}


def test_the_rule_of_the_state_is_not_told_twice() -> None:
    assert "stm-01" not in {fact.id for fact in planned(places.key_west_fl()).facts}


def test_short_facts_are_shorter_and_still_two() -> None:
    brief = brief_of(places.harris_tx())
    found = outline(brief)
    short = short_facts(brief, found)
    assert len(short) >= 2
    assert sum(reading(f.text).words for f in short[:2]) < sum(reading(f.text).words for f in found.facts[:2])


def test_what_is_not_known_is_about_the_first_question() -> None:
    found = planned(places.none_listed_wi())
    assert found.not_known[0] == found.pairs[0].dispute.not_known
    assert len(planned(small.dossier()).not_known) > 1, "short lines leave room for another"


@pytest.mark.parametrize(
    ("dossier", "first"),
    [
        (places.none_listed_wi(), "d-01"),
        (places.frederick_md(), "d-07"),
        (places.plain("19", "state"), "d-07"),
        (places.plain("19", "county", "TFM"), "d-02"),
        (places.plain("19", "county", "JEM"), "d-01"),
    ],
    ids=["may choose", "state forbids", "state page", "task force", "jail"],
)
def test_questions_that_fit_the_place_come_first(dossier: Dossier, first: str) -> None:
    assert ranked_disputes(brief_of(dossier))[0].id == first


def test_a_task_force_brings_trust_profiling_and_training_to_the_front() -> None:
    dossier = places.plain("19", "county", "TFM")
    front = [dispute.id for dispute in ranked_disputes(brief_of(dossier))[:3]]
    assert front == ["d-02", "d-04", "d-08"]


def test_the_order_of_claims_in_the_dossier_does_not_matter() -> None:
    dossier = places.frederick_md()
    turned = small.changed(dossier, claims=dossier.library.claims[::-1], sources=dossier.sources[::-1])
    assert ids(planned(turned)) == ids(planned(dossier))


def test_removing_a_citation_does_not_swap_the_claim_in_silence() -> None:
    """The gate has to find it: see test_acceptance."""
    dossier = places.none_listed_wi()
    critic = planned(dossier).pairs[0].critics
    assert critic.id in {
        claim.id for claim in planned(small.with_claim(dossier, critic.id, citations=())).claims
    }


def test_the_shipped_library_names_only_claims_that_it_holds() -> None:
    known = {claim.id: claim.stance for claim in library.claims()}
    for dispute in library.disputes():
        assert {known[claim_id] for claim_id in dispute.supporters} == {"supporters"}
        assert {known[claim_id] for claim_id in dispute.critics} == {"critics"}
        assert {known[claim_id] for claim_id in dispute.mixed} <= {"mixed", "background"}
