"""Which claims print, in what order, under which question; the same for the same dossier."""

from dataclasses import dataclass

from fact_sheets.dossier import Claim, Dispute, Dossier
from fact_sheets.readability import words

PAIRS = 4
FACTS = 3


@dataclass(frozen=True, slots=True)
class ChosenPair:
    """A contested question with the two claims that answer it."""

    dispute: Dispute
    supporters: Claim
    critics: Claim


@dataclass(frozen=True, slots=True)
class Outline:
    """What prints of the library, and what was left out because its review is overdue."""

    facts: tuple[Claim, ...]
    pairs: tuple[ChosenPair, ...]
    not_known: tuple[str, ...]
    omitted: tuple[str, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that prints."""
        return (*self.facts, *(claim for pair in self.pairs for claim in (pair.supporters, pair.critics)))


def outline(dossier: Dossier, pairs: int = PAIRS, facts: int = FACTS) -> Outline:
    """The selection for this dossier."""
    current = {claim.id: claim for claim in dossier.claims if dossier.on <= claim.review_by}
    chosen: list[ChosenPair] = []
    for dispute in dossier.disputes:
        pair = _pair(dispute, current, {c.id for p in chosen for c in (p.supporters, p.critics)})
        if pair is not None and len(chosen) < pairs:
            chosen.append(pair)
    background = [claim for claim in current.values() if claim.stance == "background"]
    return Outline(
        facts=tuple(background[:facts]),
        pairs=tuple(chosen),
        not_known=tuple(pair.dispute.not_known for pair in chosen[:1]),
        omitted=tuple(claim.id for claim in dossier.claims if claim.id not in current),
    )


def _pair(dispute: Dispute, current: dict[str, Claim], used: set[str]) -> ChosenPair | None:
    free = [
        (abs(len(words(current[s].text)) - len(words(current[c].text))), s, c)
        for s in dispute.supporters
        for c in dispute.critics
        if s in current and c in current and not {s, c} & used
    ]
    if not free:
        return None
    _, supporter, critic = min(free)
    return ChosenPair(dispute, current[supporter], current[critic])
