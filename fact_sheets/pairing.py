"""Which contested questions print, and which two claims answer each: the nearest to the place that balance.

Three questions with their best pairs are tried in the order of how well they fit the place, until no later
three can be better, or enough were tried. The fourth pair extends the three, so that dropping it again leaves
a sheet that balances too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations, islice
from math import inf

from fact_sheets import thresholds
from fact_sheets.brief import Brief
from fact_sheets.dossier import Claim, Dispute
from fact_sheets.evenness import warnings
from fact_sheets.measures import Argument, argument, ratio, reading, sources_of
from fact_sheets.relevance import answers, distance, doubt, fits

CORE = 3
_ANSWERS_A_SIDE = 12  # of a question that are weighed against the other side's
_PAIRS_A_QUESTION = 5
_TRIED = 200  # choices of even length that are judged in full
_RANK = 2.0  # a question one place further down costs as much as a claim this much further away
_FAULT = 12.0  # a warning of the gate costs more than any distance but being about the very place
_UNLINKED = 1.0
_DOUBT = 0.5
_WEAKER = 0.25  # for each place down the list of a question's answers, which begins with the strongest
_WORD = 0.12  # for each word: what is short leaves room for another pair
_LOPSIDED_TWO = 14.0  # a copy for a meeting may have room for the first two pairs alone
_NOTE = 1.0  # for each source after the first: every one is a note to make room for


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
    brief: Brief,
    most: int,
) -> tuple[ChosenPair, ...]:
    """Up to ``most`` pairs in the order of ``disputes``; where no three balance, what there is."""
    candidates = (_candidates(rank, dispute, brief) for rank, dispute in enumerate(disputes))
    rows = [row for row in candidates if row]
    core = _best_core(rows)
    if len(core) == CORE and most > CORE:
        core = _extended(core, rows)
    return tuple(candidate.pair for candidate in core[:most])


def is_even(pairs: Sequence[ChosenPair]) -> bool:
    """Whether there are enough pairs, and of even length."""
    words = [
        sum(reading(claim.text).words for claim in side)
        for side in zip(*(pair.claims for pair in pairs), strict=True)
    ]
    return len(pairs) >= CORE and ratio(*words) >= thresholds.SIDE_WORDS


def _candidates(rank: int, dispute: Dispute, brief: Brief) -> list[_Candidate]:
    """The best pairs of one question, best first."""
    supporters = _priced_answers(dispute.supporters, brief)
    critics = _priced_answers(dispute.critics, brief)
    priced = [
        (_RANK * rank + cost + other_cost + _mismatch(supporter, critic), supporter, critic)
        for supporter, cost in supporters
        for critic, other_cost in critics
        if answers(supporter, critic)
    ]
    priced.sort(key=lambda option: option[0])
    return [
        _Candidate(
            rank,
            ChosenPair(dispute, supporter, critic),
            cost,
            *(argument(c, c.text, sources_of(c, brief.sources)) for c in (supporter, critic)),
        )
        for cost, supporter, critic in priced[:_PAIRS_A_QUESTION]
    ]


def _priced_answers(listed: Sequence[str], brief: Brief) -> list[tuple[Claim, float]]:
    """The best answers that are in date, in their order, each with what it costs.

    What costs is distance, doubt, its place in the list, words and notes.
    """
    claims = ((place, brief.current.get(claim_id)) for place, claim_id in enumerate(listed))
    priced = [
        (
            claim,
            distance(claim, brief)
            + _DOUBT * doubt(claim, brief.sources)
            + _WEAKER * place
            + brief.thrift * _WORD * reading(claim.text).words
            + brief.thrift * _NOTE * max(0, len(claim.citations) - 1),
        )
        for place, claim in claims
        if claim is not None and fits(claim, brief)
    ]
    best = sorted(range(len(priced)), key=lambda place: priced[place][1])[:_ANSWERS_A_SIDE]
    return [priced[place] for place in sorted(best)]


def _mismatch(supporter: Claim, critic: Claim) -> float:
    """What it costs that two claims do not answer each other, or not at equal length and plainness."""
    linked = critic.id in supporter.counter_claims or supporter.id in critic.counter_claims
    one, other = reading(supporter.text), reading(critic.text)
    uneven = ratio(one.words, other.words) < thresholds.PAIR_WORDS
    long = max(one.longest, other.longest) > thresholds.SENTENCE_WORDS
    return (0.0 if linked else _UNLINKED) + _FAULT * (uneven + long)


def _best_core(rows: Sequence[Sequence[_Candidate]]) -> tuple[_Candidate, ...]:
    """The cheapest three pairs that balance; else the cheapest pairs there are."""
    best: tuple[_Candidate, ...] = ()
    price = inf
    for chosen in islice(filter(_possible, _cheapest_first(rows)), _TRIED):
        if _cost(chosen) >= price:
            break
        total = _price(chosen)
        if total < price:
            best, price = chosen, total
    return best or _leftover(rows)


def _cheapest_first(rows: Sequence[Sequence[_Candidate]]) -> Iterator[tuple[_Candidate, ...]]:
    """Every three pairs under three questions, the cheapest first, made only as they are asked for."""
    triples = list(combinations(rows, CORE))
    heap = [(_cost([row[0] for row in rows]), number, (0,) * CORE) for number, rows in enumerate(triples)]
    heapify(heap)
    while heap:
        _, number, places = heappop(heap)
        three = triples[number]
        yield tuple(row[place] for row, place in zip(three, places, strict=True))
        for step in range(CORE):
            later = (*places[:step], places[step] + 1, *places[step + 1 :])
            if later[step] < len(three[step]):
                cost = _cost([row[place] for row, place in zip(three, later, strict=True)])
                heappush(heap, (cost, number, later))
            if places[step]:
                break  # so that each combination is reached in one way only


def _leftover(rows: Sequence[Sequence[_Candidate]]) -> tuple[_Candidate, ...]:
    """What to show when no three pairs balance, each claim once: the sheet will say that it does not."""
    kept: tuple[_Candidate, ...] = ()
    for row in rows:
        kept += tuple(candidate for candidate in row if _distinct((*kept, candidate)))[:1]
    return kept[:CORE]


def _extended(core: tuple[_Candidate, ...], rows: Sequence[Sequence[_Candidate]]) -> tuple[_Candidate, ...]:
    """The core with the best fourth pair, if there is one that adds no fault."""
    taken = {candidate.rank for candidate in core}
    fourths = [candidate for row in rows for candidate in row if candidate.rank not in taken]
    best, price, faults = core, inf, _faults(core)
    for extended in ((*core, fourth) for fourth in fourths):
        # What it costs alone is cheaper to know than whether it would be even.
        if _cost(extended) < price and _possible(extended) and _faults(extended) <= faults:
            total = _price(extended)
            if total < price:
                best, price = extended, total
    return best


def _cost(chosen: Sequence[_Candidate]) -> float:
    return sum([candidate.cost for candidate in chosen])


def _price(chosen: Sequence[_Candidate]) -> float:
    """Cost and faults."""
    two = 0.0 if _even(chosen[:2]) else _LOPSIDED_TWO
    return _cost(chosen) + _FAULT * _faults(chosen) + two


def _faults(chosen: Sequence[_Candidate]) -> int:
    """Warnings that the gate would give. A claim that lost its sources is not swapped for another in silence:
    it counts as faultless here, so it stays where it was, and the gate blocks the sheet and names it.
    """
    supporters, critics = [c.supporters for c in chosen], [c.critics for c in chosen]
    if not all(argument.sources for argument in (*supporters, *critics)):
        return 0
    return warnings(supporters, critics)


def _possible(chosen: Sequence[_Candidate]) -> bool:
    """Whether the sides are of even length and no claim prints twice."""
    return _even(chosen) and _distinct(chosen)


def _even(chosen: Sequence[_Candidate]) -> bool:
    supporters = sum([candidate.supporters.reading.words for candidate in chosen])
    critics = sum([candidate.critics.reading.words for candidate in chosen])
    return ratio(supporters, critics) >= thresholds.SIDE_WORDS


def _distinct(chosen: Sequence[_Candidate]) -> bool:
    ids = [claim.id for candidate in chosen for claim in candidate.pair.claims]
    return len(set(ids)) == len(ids)
