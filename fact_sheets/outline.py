"""Which claims print and in what order; the same for the same dossier, judged by its own day.

Facts that bear on the printed questions come first; questions that fit the place come first; a claim
that is overdue, or no longer true, never prints.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fact_sheets import thresholds
from fact_sheets.brief import Brief
from fact_sheets.dossier import Claim, Dispute
from fact_sheets.measures import reading
from fact_sheets.pairing import ChosenPair, choose, is_even
from fact_sheets.relevance import COUNTRY, COUNTRY_AND_MODEL, ELSEWHERE, distance, fits
from fact_sheets.sentences import say
from fact_sheets.situation import facts_of

PAIRS = 4
FACTS = 3
_FACT_WORDS = 75
_TOPIC = 0.15  # what each place down the list of topics costs
_ON_THE_MODEL = 0.3  # what it is worth that a fact is about a model in force
_WORD = 0.03
_WORD_OF_A_SHORT_FACT = 0.2
_NOTE = 0.5  # what each source costs: every one is a note to make room for
_BEARS = 0.5  # what it is worth that a fact bears on a contested question
_BEARS_HERE = 0.5  # and on one that prints
_UNKNOWN_WORDS = 30


@dataclass(frozen=True, slots=True)
class Outline:
    """What prints of the library, and what does not because its review is overdue."""

    facts: tuple[Claim, ...]
    pairs: tuple[ChosenPair, ...]
    not_known: tuple[str, ...]
    omitted: int  # claims that are overdue
    overdue_since: date | None  # set when so much is overdue that no balanced sheet can be made
    settled: bool = False  # the facts are chosen for the room that there is

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that prints."""
        return (*self.facts, *(claim for pair in self.pairs for claim in pair.claims))


def outline(brief: Brief, pairs: int = PAIRS) -> Outline:
    """What of the library prints here, at most ``pairs`` pairs."""
    overdue = [claim for claim in brief.library.claims if claim.id not in brief.current]
    disputes = ranked_disputes(brief)
    chosen = choose(disputes, brief, pairs)
    facts = _facts(brief, [pair.dispute for pair in chosen])
    too_few = bool(overdue) and not (is_even(chosen) and len(facts) >= thresholds.FACTS)
    if too_few:
        chosen = ()
    return Outline(
        facts=facts,
        pairs=chosen,
        not_known=_not_looked_at(brief) if too_few else _unknowns(pair.dispute for pair in chosen),
        omitted=len(overdue),
        overdue_since=min(claim.last_day for claim in overdue) if too_few else None,
    )


def short_facts(brief: Brief, plan: Outline) -> tuple[Claim, ...]:
    """As many facts as in the outline or fewer, for a crowded sheet."""
    return _facts(brief, [pair.dispute for pair in plan.pairs], short=True)


def ranked_disputes(brief: Brief) -> tuple[Dispute, ...]:
    """The contested questions, those that fit this place first, then in the library's order."""
    topics = {claim.id: claim.topic for claim in brief.library.claims}
    wanted = _wanted_topics(brief)

    def place(dispute: Dispute) -> int:
        """Which group of wanted topics at least half of the answers are about."""
        found = [topics[answer] for answer in (*dispute.supporters, *dispute.critics) if answer in topics]
        about = (2 * sum(topic in group for topic in found) >= len(found) > 0 for group in wanted)
        return next((number for number, fits in enumerate(about) if fits), len(wanted))

    return tuple(sorted(brief.library.disputes, key=place))


def _wanted_topics(brief: Brief) -> tuple[frozenset[str], ...]:
    """Groups of topics that matter most here, in their order."""
    facts = facts_of(brief.local, brief.situation)
    return tuple(frozenset(first.topics) for first in brief.subject.first if first.fits(facts))


def _facts(
    brief: Brief,
    disputes: Sequence[Dispute],
    *,
    short: bool = False,
) -> tuple[Claim, ...]:
    """Two or three undisputed facts on different topics: near ones, and those that bear on the questions."""
    topics = brief.subject.fact_topics
    asked = {claim_id for dispute in disputes for claim_id in dispute.mixed}
    contested = {claim_id for dispute in brief.library.disputes for claim_id in dispute.mixed}

    def cost(claim: Claim) -> float:
        topic = topics.index(claim.topic) if claim.topic in topics else len(topics)
        bears = _BEARS_HERE * (claim.id in asked) + _BEARS * (claim.id in contested)
        near = distance(claim, brief)
        if near == COUNTRY_AND_MODEL:
            near = COUNTRY - _ON_THE_MODEL
        room = _NOTE * len(claim.citations)
        room += (_WORD_OF_A_SHORT_FACT if short else _WORD) * reading(claim.text).words
        return near + _TOPIC * topic + brief.thrift * room - bears

    near = [
        claim
        for claim in brief.current.values()
        if claim.stance == "background"
        and distance(claim, brief) < ELSEWHERE
        and fits(claim, brief)
        and not _repeats_the_rule(claim, brief)
    ]
    chosen: list[Claim] = []
    for claim in sorted(near, key=cost):
        length = sum(reading(other.text).words for other in (*chosen, claim))
        room = len(chosen) < FACTS and (length <= _FACT_WORDS or len(chosen) < thresholds.FACTS)
        alone = {*claim.needs} <= {other.id for other in chosen}
        if room and alone and claim.topic not in {other.topic for other in chosen}:
            chosen.append(claim)
    return tuple(chosen)


def _repeats_the_rule(claim: Claim, brief: Brief) -> bool:
    """Whether the fact is the state's rule, which the sheet prints anyway."""
    printed = brief.local.policy is not None and brief.local.policy.rule.verified
    return printed and claim.topic == brief.subject.rule_topic and bool(claim.scope.states)


def _not_looked_at(brief: Brief) -> tuple[str, ...]:
    """What is not known where the library is overdue: whether it still holds."""
    return (say("standing.not_looked_at", checked=max(claim.checked for claim in brief.library.claims)),)


def _unknowns(disputes: Iterable[Dispute]) -> tuple[str, ...]:
    """What is not known about the first question, and about more as long as it stays short."""
    lines: list[str] = []
    for dispute in disputes:
        length = sum(reading(line).words for line in (*lines, dispute.not_known))
        if dispute.not_known and (not lines or length <= _UNKNOWN_WORDS):
            lines.append(dispute.not_known)
    return tuple(lines)
