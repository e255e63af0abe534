"""Which claims a speaker says: the same number, weight and backing for every position.

A position draws on claims of its own stance that have a spoken form and are in date; the undecided draw
on mixed evidence. The best three are chosen together for all positions, so that none is stronger.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations
from statistics import median

from fact_sheets.brief import Brief
from fact_sheets.dossier import Claim, Source, Stance
from fact_sheets.relevance import distance, doubt
from fact_sheets.speech import Voice
from fact_sheets.testimony.ask import fair_line, the_ask, the_question
from fact_sheets.testimony.speaker import POSITIONS, Position

STANCES: Mapping[Position, Stance] = {"support": "supporters", "oppose": "critics", "undecided": "mixed"}
Picked = Mapping[Position, tuple[Claim, ...]]
POINTS = 3
_CANDIDATES = 8  # of each position; 56 sets of three
_SECONDARY_KINDS = frozenset(
    {"news", "explainer"}
)  # others are the finding's or the speaker's own publication
_TOLERATED = 6  # spoken words that a draft may be longer or shorter than the common length
# What a set costs, in ranks: a step away from the place, a second claim on one topic, a word too many or too
# few, a secondary source.
_A_STEP, _SAME_TOPIC, _A_WORD, _SECONDARY = 4, 4, 2, 2


@dataclass(frozen=True, slots=True)
class _Set:
    """Some claims of one position in the order to say them."""

    claims: tuple[Claim, ...]
    rank: float
    backed: tuple[bool, ...]  # which of them rest on a primary source
    words: tuple[int, ...]  # of the draft after each of them


def sayable(brief: Brief, position: Position) -> tuple[Claim, ...]:
    """Every claim that this position may say: nearest to the place first, then by the questions' rank."""
    sources = brief.sources
    ranks = _ranks(brief)
    fit = [
        claim
        for claim in brief.library.claims
        if claim.stance == STANCES[position] and claim.spoken and brief.local.on <= claim.last_day
    ]
    return tuple(
        sorted(
            fit,
            key=lambda claim: (
                distance(claim, brief),
                doubt(claim, sources),
                ranks.get(claim.id, len(ranks)),
                claim.id,
            ),
        )
    )


def best(brief: Brief, points: int = POINTS) -> Picked:
    """The claims that are picked until the speaker picks others, in the order to say them.

    Every position gets equally many, as far as the one with the fewest reaches; together with the sentences
    that differ between positions they come to about the same length, however many of them are said.
    """
    candidates = {position: sayable(brief, position)[:_CANDIDATES] for position in POSITIONS}
    number = min(points, *map(len, candidates.values()))
    if number == 0:
        return dict.fromkeys(POSITIONS, ())
    sets = {each: _sets(brief, each, candidates[each], number) for each in POSITIONS}
    goal = _goal(sets, number)
    fittest = {each: _fittest(choices, goal) for each, choices in sets.items()}
    shared = set.intersection(*map(set, fittest.values()))
    backed = min(shared, key=lambda each: (sum(fittest[p][each][0] for p in POSITIONS), each), default=None)
    return {
        position: by_backing[backed or min(by_backing, key=lambda each: by_backing[each][0])][1].claims
        for position, by_backing in fittest.items()
    }


def primary(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether a claim rests on a primary source: a law, court, agency, study or the speaker's own words."""
    cited = (sources[citation.source_id] for citation in claim.citations if citation.source_id in sources)
    return any(source.kind not in _SECONDARY_KINDS for source in cited)


def in_order(brief: Brief, position: Position, ids: Sequence[str]) -> tuple[Claim, ...]:
    """The chosen claims, in the speaker's order; ids that this position may not say are left out."""
    allowed = {claim.id: claim for claim in sayable(brief, position)}
    return tuple(allowed[each] for each in dict.fromkeys(ids) if each in allowed)


@cache
def spoken_words(voice: Voice, claim_as_said: str) -> int:
    """Spoken words of a claim of the library, which is counted again and again. Not for a speaker's words."""
    return voice.count(claim_as_said)


def _ranks(brief: Brief) -> dict[str, int]:
    """The place of each claim in the first contested question that it answers."""
    ranks: dict[str, int] = {}
    for number, dispute in enumerate(brief.library.disputes):
        for side in (dispute.supporters, dispute.critics, dispute.mixed):
            for place, claim_id in enumerate(side):
                ranks.setdefault(claim_id, place * len(brief.library.disputes) + number)
    return ranks


def _frame(brief: Brief, position: Position) -> int:
    """Spoken words of the sentences of a draft that differ with the position."""
    said = (the_ask(brief, position), the_ask(brief, position), the_question(brief, position) or "")
    return sum(map(brief.voice.count, (*said, fair_line(brief, position))))


def _sets(brief: Brief, position: Position, candidates: Sequence[Claim], number: int) -> list[_Set]:
    frame = _frame(brief, position)
    ranks = [i + _A_STEP * distance(claim, brief) for i, claim in enumerate(candidates)]
    lengths = [spoken_words(brief.voice, claim.spoken or "") for claim in candidates]
    sources = brief.sources
    backed = [primary(claim, sources) for claim in candidates]
    return [
        _Set(
            tuple(candidates[i] for i in chosen),
            sum(ranks[i] for i in chosen)
            + _SAME_TOPIC * (number - len({candidates[i].topic for i in chosen})),
            tuple(backed[i] for i in chosen),
            tuple(accumulate((lengths[i] for i in chosen[1:]), initial=frame + lengths[chosen[0]])),
        )
        for chosen in combinations(range(len(candidates)), number)
    ]


def _goal(sets: Mapping[Position, Sequence[_Set]], number: int) -> tuple[float, ...]:
    """The common length after each point: in the middle of what the positions can do."""
    return tuple(
        median(median(choice.words[said] for choice in choices) for choices in sets.values())
        for said in range(number)
    )


def _fittest(choices: Sequence[_Set], goal: Sequence[float]) -> dict[tuple[bool, ...], tuple[float, _Set]]:
    """The cheapest set for each pattern of primary and secondary sources, with its cost."""
    fittest: dict[tuple[bool, ...], tuple[float, _Set]] = {}
    for choice in choices:
        cost = _cost(choice, goal)
        if choice.backed not in fittest or cost < fittest[choice.backed][0]:
            fittest[choice.backed] = (cost, choice)
    return fittest


def _cost(choice: _Set, goal: Sequence[float]) -> float:
    """In ranks: how far a set is from the best claims, from the common length, and from primary sources."""
    gap = max(abs(words - common) for words, common in zip(choice.words, goal, strict=True))
    return choice.rank + _A_WORD * max(0, gap - _TOLERATED) + _SECONDARY * choice.backed.count(False)
