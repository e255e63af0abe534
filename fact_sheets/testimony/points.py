"""Which claims a speaker says: the same number, weight and backing for every position.

A position draws on claims of its own stance that have a spoken form and are in date; the undecided draw
on mixed evidence. The best three are chosen together for all positions, so that none is stronger.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from fact_sheets.dossier import Claim, Dossier, Stance
from fact_sheets.testimony.speaker import Position
from fact_sheets.speech import count

STANCES: dict[Position, Stance] = {"support": "supporters", "oppose": "critics", "undecided": "mixed"}
POINTS = 3
_CANDIDATES = 9  # of each position; 84 sets of three
_SECONDARY_KINDS = frozenset({"news", "explainer"})  # all others are the finding's or the speaker's own publication


@dataclass(frozen=True, slots=True)
class _Set:
    claims: tuple[Claim, ...]
    rank: int
    words: int
    primary: int


def sayable(dossier: Dossier, position: Position) -> tuple[Claim, ...]:
    """Every claim that this position may say, the best for this place first."""
    stance = STANCES[position]
    fit = [claim for claim in dossier.claims if claim.stance == stance and claim.spoken and dossier.on <= claim.review_by]
    return tuple(sorted(fit, key=lambda claim: (_distance(dossier, claim), claim.id)))


def best(dossier: Dossier, position: Position, points: int = POINTS) -> tuple[Claim, ...]:
    """The claims that are picked until the speaker picks others, in the order to say them."""
    sets = {each: _sets(dossier, each, points) for each in STANCES}
    if not all(sets.values()):
        fewest = min(len(sayable(dossier, each)) for each in STANCES)
        return best(dossier, position, fewest) if 0 < fewest < points else ()
    primary, words = _common(sets)
    chosen = min(sets[position], key=lambda s: (abs(s.primary - primary), abs(s.words - words) > words // 25, s.rank))
    return chosen.claims


def primary(dossier: Dossier, claim: Claim) -> bool:
    """Whether a claim rests on a primary source: a law, court, agency, study or the speaker's own words."""
    kinds = {source.id: source.kind for source in dossier.sources}
    return any(kinds.get(c.source_id, "news") not in _SECONDARY_KINDS for c in claim.citations)


def _sets(dossier: Dossier, position: Position, points: int) -> list[_Set]:
    candidates = sayable(dossier, position)[:_CANDIDATES]
    lengths = [count(claim.spoken or "") for claim in candidates]
    backed = [primary(dossier, claim) for claim in candidates]
    return [
        _Set(
            tuple(candidates[i] for i in chosen),
            sum(chosen),
            sum(lengths[i] for i in chosen),
            sum(backed[i] for i in chosen),
        )
        for chosen in combinations(range(len(candidates)), points)
    ]


def _common(sets: dict[Position, list[_Set]]) -> tuple[int, int]:
    """How many primary sources, and about how many words, every position can have."""
    shared = set.intersection(*({each.primary for each in choices} for choices in sets.values()))
    primary_sources = max(shared)
    lengths = [[s.words for s in choices if s.primary == primary_sources] for choices in sets.values()]
    low, high = max(map(min, lengths)), min(map(max, lengths))
    return primary_sources, (low + high) // 2


def _distance(dossier: Dossier, claim: Claim) -> int:
    """0 for this place's own claims, up to 4 for those of another place."""
    place, scope = dossier.place, claim.scope
    if place.geoid in scope.places or set(scope.counties) & {place.geoid, *place.county_geoids}:
        return 0
    if place.state_geoid in scope.states:
        return 1
    if scope.places or scope.counties or scope.states:
        return 4
    in_force = {agreement.model for tier in dossier.tiers for agreement in tier.agreements}
    return 2 if in_force & set(claim.models) else 3


def in_order(dossier: Dossier, position: Position, ids: Sequence[str]) -> tuple[Claim, ...]:
    """The chosen claims, in the speaker's order; ids that this position may not say are left out."""
    allowed = {claim.id: claim for claim in sayable(dossier, position)}
    return tuple(allowed[each] for each in dict.fromkeys(ids) if each in allowed)
