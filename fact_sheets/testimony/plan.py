"""Units of speech, and which of them fit a limit: whole, in one order of priority, never cut in the middle.

What does not fit is dropped in an order that is the same for every limit, so the shorter versions lie
inside the longer ones and cut lines can be drawn.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fact_sheets.citations import Notes
from fact_sheets.dossier import Citation, Claim
from fact_sheets.testimony.script import Cut, Line, Plan, Role
from fact_sheets.speech import budget, count, seconds
from fact_sheets.typesetting import capitalise, set_words

CUT_LIMITS = (180, 120, 60, 30)  # seconds
NEVER_DROPPED: tuple[Role, ...] = ("ask", "own")
# What is kept first. Points after the first come last, so that they are dropped first.
_KEPT: tuple[Role, ...] = ("thanks", "connection", "point", "greeting", "name", "again", "local", "fair", "copies")
_CLOSING: tuple[Role, ...] = ("again", "copies", "thanks")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line before it is timed; the lower its ``order``, the longer it is kept."""

    role: Role
    text: str
    citations: tuple[Citation, ...] = ()
    claim_id: str | None = None
    order: int = -1

    @property
    def words(self) -> int:
        """As spoken."""
        return count(self.text)


@dataclass(frozen=True, slots=True)
class Clock:
    """How fast it is said, and in how much of the limit the speaker's own voice is heard."""

    pace: int  # spoken words a minute
    share: float = 1.0  # 0.5 when each sentence is interpreted within the same time

    def budget(self, limit: int) -> int:
        """Spoken words that fit ``limit`` seconds."""
        return budget(limit, self.pace, interpreter=self.share < 1)

    def seconds(self, words: int) -> int:
        """Seconds that ``words`` take, rounded up."""
        return math.ceil(seconds(words, self.pace) / self.share)


def point_unit(claim: Claim) -> Unit:
    """A claim as it is said."""
    return Unit("point", claim.spoken or "", claim.citations, claim.id)


def by_priority(units: Sequence[Unit]) -> list[Unit]:
    """The units in their order of saying, each with its place in the priority."""
    points = [i for i, unit in enumerate(units) if unit.role == "point"]
    placed = []
    for i, unit in enumerate(units):
        order = -1 if unit.role in NEVER_DROPPED else _KEPT.index(unit.role)
        placed.append(replace(unit, order=len(_KEPT) + i if i in points[1:] else order))
    return placed


def must_be_said(units: Sequence[Unit]) -> int:
    """Spoken words of what is never dropped."""
    return sum(unit.words for unit in units if unit.role in NEVER_DROPPED)


def fitting(units: Sequence[Unit], allowed: int) -> list[Unit] | None:
    """The units that fit ``allowed`` words, in their order; None when not even what must be said does.

    Stops at the first that does not fit, even where a later one would: so a shorter version always lies
    inside a longer one.
    """
    used = must_be_said(units)
    if used > allowed:
        return None
    last = -1
    for unit in sorted((unit for unit in units if unit.order >= 0), key=lambda each: each.order):
        used += unit.words
        if used > allowed:
            break
        last = unit.order
    return [unit for unit in units if unit.order <= last]


def lay_out(kept: Sequence[Unit], limit: int, clock: Clock, notes: Notes) -> Plan:
    """The kept units as timed lines with their notes, and the cut lines below ``limit`` seconds."""
    shorter = _shorter_versions(kept, limit, clock)
    lines = _timed(kept, limit, shorter, clock, notes)
    return Plan(
        lines=lines,
        cuts=tuple(_cut(cut, kept, within) for cut, within in shorter.items() if len(within) < len(kept)),
        words=sum(line.words for line in lines),
        budget=clock.budget(limit),
        seconds=lines[-1].ends_at,
    )


def _shorter_versions(kept: Sequence[Unit], limit: int, clock: Clock) -> dict[int, list[Unit]]:
    """What is left of ``kept`` at each cut limit below ``limit``; a limit that the own words overrun is absent."""
    versions = {cut: fitting(kept, clock.budget(cut)) for cut in CUT_LIMITS if cut < limit}
    return {cut: within for cut, within in versions.items() if within is not None}


def _timed(
    kept: Sequence[Unit], limit: int, shorter: Mapping[int, Sequence[Unit]], clock: Clock, notes: Notes
) -> tuple[Line, ...]:
    """The lines with their running time."""
    lines, so_far = [], 0
    for unit in kept:
        so_far += unit.words
        lines.append(
            Line(
                role=unit.role,
                text=set_words(capitalise(unit.text)),
                words=unit.words,
                ends_at=clock.seconds(so_far),
                notes=notes.cite(unit.citations),
                claim_id=unit.claim_id,
                shortest=min([limit, *(cut for cut, within in shorter.items() if unit in within)]),
            )
        )
    return tuple(lines)


def _cut(limit: int, kept: Sequence[Unit], within: Sequence[Unit]) -> Cut:
    after = max(i for i, unit in enumerate(kept) if unit in within and unit.role not in _CLOSING)
    return Cut(
        limit=limit,
        after=after,
        skip=tuple(i for i, unit in enumerate(kept) if i < after and unit not in within),
        closing=tuple(i for i, unit in enumerate(kept) if unit in within and unit.role in _CLOSING),
    )
