"""Which claims print and in what order; the same for the same dossier, judged by the dossier's own day.

Facts that bear on the printed questions come first; questions that fit the place come first; a claim
that is overdue, or no longer true, never prints.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fact_sheets import thresholds
from fact_sheets.dossier import Claim, Dispute, Dossier
from fact_sheets.measures import reading
from fact_sheets.pairing import ChosenPair, choose, is_even
from fact_sheets.relevance import COUNTRY, COUNTRY_AND_MODEL, ELSEWHERE, distance
from fact_sheets.situation import Situation, situation_of

PAIRS = 4
FACTS = 3
_FACT_WORDS = 75
_TOPIC = 0.15  # what each place down the list of topics costs
_ON_THE_MODEL = 0.3  # what it is worth that a fact is about a model in force
_WORD_OF_A_SHORT_FACT = 0.2
_NOTE = 0.1  # what each source costs: every one is a note to make room for
_BEARS = 0.5  # what it is worth that a fact bears on a contested question
_BEARS_HERE = 0.5  # and on one that prints
_UNKNOWN_WORDS = 30
_STATE_TOPICS = frozenset({"state-mandates", "local-control"})
_TASK_FORCE_TOPICS = frozenset({"civil-rights", "training-oversight", "community-trust"})
_JAIL_TOPICS = frozenset({"public-safety", "legal-risk"})
_FACT_TOPICS = (
    "legal-authority",
    "training-oversight",
    "cost-and-funding",
    "detainers-process",
    "civil-rights",
    "legal-risk",
    "models",
    "state-mandates",
    "local-control",
    "history",
    "scale-growth",
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What prints of the library, and what does not because its review is overdue."""

    facts: tuple[Claim, ...]
    short_facts: tuple[Claim, ...]  # the same number or fewer, for a crowded sheet
    pairs: tuple[ChosenPair, ...]
    not_known: tuple[str, ...]
    omitted: tuple[str, ...]  # ids of overdue claims
    overdue_since: date | None  # set when so much is overdue that no balanced sheet can be made

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that prints."""
        return (*self.facts, *(claim for pair in self.pairs for claim in pair.claims))


def outline(dossier: Dossier, pairs: int = PAIRS) -> Outline:
    """The selection for this dossier, at most ``pairs`` pairs."""
    situation = situation_of(dossier)
    current = {claim.id: claim for claim in dossier.claims if dossier.on <= claim.last_day}
    overdue = [claim for claim in dossier.claims if claim.id not in current]
    disputes = ranked_disputes(dossier, situation)
    chosen = choose(disputes, current, dossier, situation, pairs)
    facts = _facts(dossier, situation, current, [pair.dispute for pair in chosen])
    whole = is_even(chosen) and len(facts) >= thresholds.FACTS
    if overdue and not whole:
        chosen = ()
    return Outline(
        facts=facts,
        short_facts=_facts(dossier, situation, current, [pair.dispute for pair in chosen], short=True),
        pairs=chosen,
        not_known=_unknowns(pair.dispute for pair in chosen),
        omitted=tuple(claim.id for claim in overdue),
        overdue_since=min((claim.last_day for claim in overdue), default=None) if not whole else None,
    )


def ranked_disputes(dossier: Dossier, situation: Situation) -> tuple[Dispute, ...]:
    """The contested questions, those that fit this place first, then in the dossier's order."""
    topics = {claim.id: claim.topic for claim in dossier.claims}
    wanted = _wanted_topics(dossier, situation)

    def place(dispute: Dispute) -> int:
        """Which group of wanted topics at least half of the answers are about."""
        found = [topics[answer] for answer in (*dispute.supporters, *dispute.critics) if answer in topics]
        about = (2 * sum(topic in group for topic in found) >= len(found) > 0 for group in wanted)
        return next((number for number, fits in enumerate(about) if fits), len(wanted))

    return tuple(sorted(dossier.disputes, key=place))


def _wanted_topics(dossier: Dossier, situation: Situation) -> tuple[frozenset[str], ...]:
    """Groups of topics that matter most here, in their order."""
    wanted = []
    if dossier.place.kind == "state" or situation.state_rule != "open":
        wanted.append(_STATE_TOPICS)
    if "TFM" in situation.models:
        wanted.append(_TASK_FORCE_TOPICS)
    if {"JEM", "WSO"} & set(situation.models):
        wanted.append(_JAIL_TOPICS)
    return tuple(wanted)


def _facts(
    dossier: Dossier,
    situation: Situation,
    current: Mapping[str, Claim],
    disputes: Sequence[Dispute],
    *,
    short: bool = False,
) -> tuple[Claim, ...]:
    """Two or three undisputed facts on different topics: near ones, and those that bear on the questions."""
    asked = {claim_id for dispute in disputes for claim_id in dispute.mixed}
    contested = {claim_id for dispute in dossier.disputes for claim_id in dispute.mixed}

    def cost(claim: Claim) -> float:
        topic = _FACT_TOPICS.index(claim.topic) if claim.topic in _FACT_TOPICS else len(_FACT_TOPICS)
        bears = _BEARS_HERE * (claim.id in asked) + _BEARS * (claim.id in contested)
        near = distance(claim, dossier, situation)
        if near == COUNTRY_AND_MODEL:
            near = COUNTRY - _ON_THE_MODEL
        length = _WORD_OF_A_SHORT_FACT * reading(claim.text).words if short else 0.0
        return near + _TOPIC * topic + _NOTE * len(claim.citations) + length - bears

    near = [
        claim
        for claim in current.values()
        if claim.stance == "background"
        and distance(claim, dossier, situation) < ELSEWHERE
        and not _repeats_the_rule(claim, dossier)
    ]
    chosen: list[Claim] = []
    for claim in sorted(near, key=cost):
        words = sum(reading(other.text).words for other in (*chosen, claim))
        fits = words <= _FACT_WORDS or len(chosen) < thresholds.FACTS
        if claim.topic not in {other.topic for other in chosen} and fits and len(chosen) < FACTS:
            chosen.append(claim)
    return tuple(chosen)


def _repeats_the_rule(claim: Claim, dossier: Dossier) -> bool:
    """Whether the fact is the state's rule, which the sheet prints anyway."""
    printed = dossier.policy is not None and dossier.policy.rule.verified
    return printed and claim.topic == "state-mandates" and bool(claim.scope.states)


def _unknowns(disputes: Iterable[Dispute]) -> tuple[str, ...]:
    """What is not known about the first question, and about more as long as it stays short."""
    lines: list[str] = []
    for dispute in disputes:
        words = sum(reading(line).words for line in (*lines, dispute.not_known))
        if dispute.not_known and (not lines or words <= _UNKNOWN_WORDS):
            lines.append(dispute.not_known)
    return tuple(lines)
