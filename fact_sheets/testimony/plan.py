"""Units of speech, and which of them fit a limit: whole, in one order of priority, never cut in the middle.

What does not fit is dropped in an order that is the same for every limit, so the shorter versions lie
inside the longer ones and cut lines can be drawn.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from fact_sheets.citations import Notes
from fact_sheets.dossier import Citation, Claim
from fact_sheets.speech import Voice, budget, seconds
from fact_sheets.testimony.points import spoken_words
from fact_sheets.testimony.script import Cut, Plan, Role, ScriptLine
from fact_sheets.typesetting import capitalise, set_typed_words

CUT_LIMITS = (180, 120, 60, 30)  # seconds
NEVER_DROPPED: tuple[Role, ...] = ("ask", "own")
# What is kept first. Points after the first come last, so that they are dropped first.
_KEPT: tuple[Role, ...] = (
    *("thanks", "question", "name", "connection", "item", "point"),
    *("greeting", "again", "local", "fair", "copies"),
)
_CLOSING: tuple[Role, ...] = ("again", "copies", "thanks")
_NOTHING_MORE = -1

Reach = Callable[
    [int], int | None
]  # seconds → the last step of priority that fits them; None: not even the first


@dataclass(frozen=True, slots=True)
class Unit:
    """A line before it is timed; the lower its ``order``, the longer it is kept."""

    role: Role
    text: str
    words: int  # as spoken
    citations: tuple[Citation, ...] = ()
    claim_id: str | None = None
    order: int = _NOTHING_MORE


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
        return math.ceil(round(seconds(words, self.pace) / self.share, 6))


def unit(voice: Voice, role: Role, text: str, citations: tuple[Citation, ...] = ()) -> Unit:
    """Words to say in this role."""
    return Unit(role, text, voice.count(text), citations)


def point_unit(voice: Voice, claim: Claim) -> Unit:
    """A claim as it is said."""
    said = claim.spoken or ""
    return Unit("point", said, spoken_words(voice, said), claim.citations, claim.id)


def by_priority(units: Sequence[Unit]) -> list[Unit]:
    """The units in their order of saying, each with its step in the priority."""
    points, placed = 0, []
    for each in units:
        order = _NOTHING_MORE if each.role in NEVER_DROPPED else _KEPT.index(each.role)
        if each.role == "point":
            order, points = (len(_KEPT) + points if points else order), points + 1
        placed.append(replace(each, order=order))
    return placed


def must_be_said(units: Sequence[Unit]) -> int:
    """Spoken words of what is never dropped."""
    return sum(each.words for each in units if each.role in NEVER_DROPPED)


def reach(units: Sequence[Unit], allowed: int) -> int | None:
    """The last step of priority that fits ``allowed`` words; None when not even what must be said does.

    Stops at the first that does not fit, even where a later one would: so a shorter version always lies
    inside a longer one.
    """
    used, last = must_be_said(units), _NOTHING_MORE
    if used > allowed:
        return None
    for each in sorted((each for each in units if each.order > last), key=lambda each: each.order):
        used += each.words
        if used > allowed:
            break
        last = each.order
    return last


def kept_at(units: Sequence[Unit], step: int) -> list[Unit]:
    """The units up to this step of priority, in their order of saying."""
    return [each for each in units if each.order <= step]


def lay_out(kept: Sequence[Unit], limit: int, clock: Clock, reached: Reach, notes: Notes) -> Plan:
    """The kept units as timed lines with their notes, and the cut lines below ``limit`` seconds."""
    steps = {cut: reached(cut) for cut in CUT_LIMITS if cut < limit}
    shorter = {cut: kept_at(kept, step) for cut, step in steps.items() if step is not None}
    lines = _timed(kept, limit, shorter, clock, notes)
    return Plan(
        lines=lines,
        cuts=tuple(_cut(cut, kept, within) for cut, within in shorter.items() if len(within) < len(kept)),
        words=sum(line.words for line in lines),
        budget=clock.budget(limit),
        seconds=lines[-1].ends_at,
    )


def _timed(
    kept: Sequence[Unit], limit: int, shorter: Mapping[int, Sequence[Unit]], clock: Clock, notes: Notes
) -> tuple[ScriptLine, ...]:
    """The lines with their running time."""
    lines, so_far = [], 0
    for each in kept:
        so_far += each.words
        lines.append(
            ScriptLine(
                role=each.role,
                text=set_typed_words(capitalise(each.text)),
                words=each.words,
                ends_at=clock.seconds(so_far),
                notes=notes.cite(each.citations),
                claim_id=each.claim_id,
                shortest=min([limit, *(cut for cut, within in shorter.items() if each in within)]),
            )
        )
    return tuple(lines)


def _cut(limit: int, kept: Sequence[Unit], within: Sequence[Unit]) -> Cut:
    after = max(i for i, each in enumerate(kept) if each in within and each.role not in _CLOSING)
    return Cut(
        limit=limit,
        after=after,
        skip=tuple(i for i, each in enumerate(kept) if i < after and each not in within),
        closing=tuple(i for i, each in enumerate(kept) if each in within and each.role in _CLOSING),
    )
