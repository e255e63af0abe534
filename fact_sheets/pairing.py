"""Which contested questions print, and which two claims answer each: the nearest to the place that balance.

Every three questions with their best pairs are put in order of how well they fit the place, then tried in
that order until no later one can be better, or enough were tried. The fourth pair extends the three, so that
dropping it again leaves a sheet that balances too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product
from math import inf

from fact_sheets import thresholds
from fact_sheets.dossier import Claim, Dispute, Dossier, Source
from fact_sheets.evenness import warnings
from fact_sheets.measures import Argument, argument, ratio, reading, sources_of
from fact_sheets.relevance import distance, doubt
from fact_sheets.situation import Situation

CORE = 3
_PAIRS_A_QUESTION = 5
_TRIED = 400  # choices of even length that are judged in full
_RANK = 2.0  # a question one place further down costs as much as a claim this much further away
_FAULT = 30.0  # a warning of the gate costs more than any distance
_UNLINKED = 1.0
_DOUBT = 0.5


@dataclass(frozen=True, slots=True)
class ChosenPair:
    """A contested question with the two claims that answer it."""

    dispute: Dispute
    supporters: Claim
    critics: Claim

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """Both claims, supporters first."""
        return self.supporters, self.critics


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A pair that could print, what it costs, and what each side would say."""

    rank: int
    pair: ChosenPair
    cost: float
    supporters: Argument
    critics: Argument


def choose(
    disputes: Sequence[Dispute],
    current: Mapping[str, Claim],
    dossier: Dossier,
    situation: Situation,
    most: int,
) -> tuple[ChosenPair, ...]:
    """Up to ``most`` pairs in the order of ``disputes``; fewer than three when no three balance."""
    sources = {source.id: source for source in dossier.sources}
    rows = [
        _candidates(rank, dispute, current, sources, dossier, situation)
        for rank, dispute in enumerate(disputes)
    ]
    core = _best_core([row for row in rows if row])
    if len(core) == CORE and most > CORE:
        core = _extended(core, rows)
    return tuple(candidate.pair for candidate in core[:most])


def _candidates(
    rank: int,
    dispute: Dispute,
    current: Mapping[str, Claim],
    sources: dict[str, Source],
    dossier: Dossier,
    situation: Situation,
) -> list[_Candidate]:
    """The best pairs of one question, best first."""

    def cost(claim: Claim) -> float:
        return distance(claim, dossier, situation) + _DOUBT * doubt(claim, sources)

    found = [
        _Candidate(
            rank,
            ChosenPair(dispute, supporter, critic),
            _RANK * rank + cost(supporter) + cost(critic) + _mismatch(supporter, critic),
            *(argument(claim, claim.text, sources_of(claim, sources)) for claim in (supporter, critic)),
        )
        for supporter in _known(dispute.supporters, current)
        for critic in _known(dispute.critics, current)
        if supporter.id != critic.id
    ]
    return sorted(found, key=lambda candidate: candidate.cost)[:_PAIRS_A_QUESTION]


def _known(ids: Sequence[str], current: Mapping[str, Claim]) -> Iterator[Claim]:
    return (current[claim_id] for claim_id in ids if claim_id in current)


def _mismatch(supporter: Claim, critic: Claim) -> float:
    """What it costs that two claims do not answer each other, or not at equal length and plainness."""
    linked = critic.id in supporter.counter_claims or supporter.id in critic.counter_claims
    one, other = reading(supporter.text), reading(critic.text)
    uneven = ratio(one.words, other.words) < thresholds.PAIR_WORDS
    long = max(one.longest, other.longest) > thresholds.SENTENCE_WORDS
    return (0.0 if linked else _UNLINKED) + _FAULT * (uneven + long)


def _best_core(rows: Sequence[Sequence[_Candidate]]) -> tuple[_Candidate, ...]:
    """The cheapest three pairs that balance; else the cheapest pairs there are."""
    options = [chosen for three in combinations(rows, CORE) for chosen in product(*three)]
    options.sort(key=_cost)
    best: tuple[_Candidate, ...] = ()
    price = inf
    for chosen in islice(filter(_possible, options), _TRIED):
        if _cost(chosen) >= price:
            break
        total = _price(chosen)
        if total < price:
            best, price = chosen, total
    return best or _leftover(options, rows)


def _leftover(
    options: Sequence[tuple[_Candidate, ...]], rows: Sequence[Sequence[_Candidate]]
) -> tuple[_Candidate, ...]:
    """What to show when nothing balances: the sheet will say that it does not."""
    for chosen in options:
        if _distinct(chosen):
            return chosen
    kept: tuple[_Candidate, ...] = ()
    for row in rows:
        kept += tuple(candidate for candidate in row if _distinct((*kept, candidate)))[:1]
    return kept[: CORE - 1]


def _extended(core: tuple[_Candidate, ...], rows: Sequence[Sequence[_Candidate]]) -> tuple[_Candidate, ...]:
    """The core with the best fourth pair that keeps the balance, if there is one."""
    taken = {candidate.rank for candidate in core}
    fourths = [candidate for row in rows for candidate in row if candidate.rank not in taken]
    options = [(*core, fourth) for fourth in fourths if _possible((*core, fourth))]
    return min(options, key=_price, default=core)


def _cost(chosen: Sequence[_Candidate]) -> float:
    return sum([candidate.cost for candidate in chosen])


def _price(chosen: Sequence[_Candidate]) -> float:
    """Cost and faults."""
    return _cost(chosen) + _FAULT * warnings([c.supporters for c in chosen], [c.critics for c in chosen])


def _possible(chosen: Sequence[_Candidate]) -> bool:
    """Whether the sides are of even length and no claim prints twice."""
    supporters = sum([candidate.supporters.reading.words for candidate in chosen])
    critics = sum([candidate.critics.reading.words for candidate in chosen])
    return ratio(supporters, critics) >= thresholds.SIDE_WORDS and _distinct(chosen)


def _distinct(chosen: Sequence[_Candidate]) -> bool:
    ids = [claim.id for candidate in chosen for claim in candidate.pair.claims]
    return len(set(ids)) == len(ids)
