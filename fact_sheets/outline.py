"""Which claims print and in what order; the same for the same dossier, judged by the dossier's own day.

Facts that bear on the printed questions come first; questions that fit the place come first; an overdue claim
never prints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fact_sheets import thresholds
from fact_sheets.dossier import Claim, Dispute, Dossier
from fact_sheets.measures import reading
from fact_sheets.pairing import CORE, ChosenPair, choose
from fact_sheets.relevance import ELSEWHERE, distance
from fact_sheets.situation import Situation, situation_of

PAIRS = 4
FACTS = 3
_FACT_WORDS = 75
_UNKNOWN_WORDS = 30
_STATE_TOPICS = ("state-mandates", "local-control")
_TASK_FORCE_TOPICS = ("civil-rights", "training-oversight", "community-trust")
_JAIL_TOPICS = ("public-safety", "legal-risk")
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
    current = {claim.id: claim for claim in dossier.claims if dossier.on <= claim.review_by}
    overdue = [claim for claim in dossier.claims if claim.id not in current]
    disputes = ranked_disputes(dossier, situation)
    chosen = choose(disputes, current, dossier, situation, pairs)
    facts = _facts(dossier, situation, current, [pair.dispute for pair in chosen])
    whole = len(chosen) >= CORE and len(facts) >= thresholds.FACTS
    return Outline(
        facts=facts,
        pairs=chosen if whole or not overdue else (),
        not_known=_unknowns(pair.dispute for pair in chosen),
        omitted=tuple(claim.id for claim in overdue),
        overdue_since=min((claim.review_by for claim in overdue), default=None) if not whole else None,
    )


def shorter(longer: Outline) -> Outline:
    """The same without its last pair: what does not fit drops in pairs."""
    return replace(longer, pairs=longer.pairs[:-1])


def ranked_disputes(dossier: Dossier, situation: Situation) -> tuple[Dispute, ...]:
    """The contested questions, those that fit this place first, then in the dossier's order."""
    topics = {claim.id: claim.topic for claim in dossier.claims}
    wanted = _wanted_topics(dossier, situation)
    return tuple(sorted(dossier.disputes, key=lambda dispute: _place_in(wanted, _topics(dispute, topics))))


def _wanted_topics(dossier: Dossier, situation: Situation) -> tuple[str, ...]:
    wanted: tuple[str, ...] = ()
    if dossier.place.kind == "state" or situation.state_rule != "open":
        wanted += _STATE_TOPICS
    if "TFM" in situation.models:
        wanted += _TASK_FORCE_TOPICS
    if {"JEM", "WSO"} & set(situation.models):
        wanted += _JAIL_TOPICS
    return wanted


def _topics(dispute: Dispute, topics: Mapping[str, str]) -> set[str]:
    """The topics that at least half of a question's answers are about."""
    found = [topics[claim_id] for claim_id in (*dispute.supporters, *dispute.critics) if claim_id in topics]
    return {topic for topic in found if 2 * found.count(topic) >= len(found)}


def _place_in(wanted: tuple[str, ...], topics: set[str]) -> int:
    return min((wanted.index(topic) for topic in topics if topic in wanted), default=len(wanted))


def _facts(
    dossier: Dossier, situation: Situation, current: Mapping[str, Claim], disputes: Iterable[Dispute]
) -> tuple[Claim, ...]:
    """Two or three undisputed facts on different topics: near ones, then those that bear on the questions."""
    mixed = {claim_id for dispute in disputes for claim_id in dispute.mixed}
    order = {claim_id: place for place, claim_id in enumerate(current)}

    def key(claim: Claim) -> tuple[float, bool, int, int]:
        return (
            distance(claim, dossier, situation),
            claim.id not in mixed,
            _place_in(_FACT_TOPICS, {claim.topic}),
            order[claim.id],
        )

    background = [claim for claim in current.values() if claim.stance == "background"]
    near = [claim for claim in background if distance(claim, dossier, situation) < ELSEWHERE]
    chosen: list[Claim] = []
    for claim in sorted(near, key=key):
        words = sum(reading(other.text).words for other in (*chosen, claim))
        fits = words <= _FACT_WORDS or len(chosen) < thresholds.FACTS
        if claim.topic not in {other.topic for other in chosen} and fits and len(chosen) < FACTS:
            chosen.append(claim)
    return tuple(chosen)


def _unknowns(disputes: Iterable[Dispute]) -> tuple[str, ...]:
    """What is not known about the first question, and about more as long as it stays short."""
    lines: list[str] = []
    for dispute in disputes:
        words = sum(reading(line).words for line in (*lines, dispute.not_known))
        if dispute.not_known and (not lines or words <= _UNKNOWN_WORDS):
            lines.append(dispute.not_known)
    return tuple(lines)
