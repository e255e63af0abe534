"""The output tree of testimony: lines to say, cut lines, and what stands behind them.

Speaking copy, leave-behind, podium screens, Word file and text all lay out this one tree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fact_sheets.document import Cited, Note, Point
from fact_sheets.testimony.speaker import Position

Role = Literal[
    "greeting",
    "name",
    "connection",
    "item",
    "ask",
    "question",
    "own",
    "point",
    "local",
    "fair",
    "again",
    "copies",
    "thanks",
]


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One idea, said in one breath: whole sentences that are kept or dropped together."""

    role: Role
    text: str
    words: int  # as spoken
    ends_at: int  # seconds from the start, at the speaker's pace, rounded up
    notes: tuple[int, ...]
    claim_id: str | None
    shortest: int  # the line is still said when the limit is cut to this many seconds


@dataclass(frozen=True, slots=True)
class Cut:
    """Where to stop when the limit is cut: after ``lines[after]``, then only ``closing``."""

    limit: int  # seconds
    after: int
    skip: tuple[int, ...]  # earlier lines that are left out as well
    closing: tuple[int, ...]  # lines said after the stop


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said, line by line, within a number of words."""

    lines: tuple[ScriptLine, ...]
    cuts: tuple[Cut, ...]  # longest limit first
    words: int  # as spoken
    budget: int  # words
    seconds: int  # rounded up

    @property
    def points(self) -> tuple[ScriptLine, ...]:
        """The lines that say a claim."""
        return tuple(line for line in self.lines if line.claim_id is not None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A strong claim of the other side, and where the fair reply stands."""

    point: Point
    reply: Point | None


@dataclass(frozen=True, slots=True)
class Script:
    """One voice, timed. It is advocacy and says so."""

    title: str
    subject: str  # what is spoken about, inside a sentence
    view: str  # whose view this is
    place_label: str
    body: str  # the public body, empty where the speaker named none
    agenda_item: str  # as typed, empty where the speaker named none
    position: Position
    on: date
    limit: int  # seconds
    pace: int  # spoken words a minute
    interpreter: bool
    plan: Plan
    left_out: tuple[Role, ...]  # what did not fit
    local_part: str  # what is left out where that is the local line, in words
    notices: tuple[str, ...]  # what the speaker should know about what was typed
    right_to_speak: Cited  # the state's rule, for the back of the speaking copy
    if_asked: tuple[Answer, ...]
    notes: tuple[Note, ...]
    check_url: str  # the page of the place, where its fact sheet is
    imprint_line: str

    @property
    def notes_of_lines(self) -> tuple[Note, ...]:
        """The notes behind what is said."""
        return self._notes(number for line in self.plan.lines for number in line.notes)

    @property
    def notes_of_back(self) -> tuple[Note, ...]:
        """The notes behind what is said and behind the rule on the back of the speaking copy."""
        spoken = [number for line in self.plan.lines for number in line.notes]
        return self._notes((*spoken, *self.right_to_speak.notes))

    @property
    def notes_of_answers(self) -> tuple[Note, ...]:
        """The notes behind the if-asked card."""
        points = [point for answer in self.if_asked for point in (answer.point, answer.reply) if point]
        return self._notes(number for point in points for number in point.notes)

    def _notes(self, numbers: Iterable[int]) -> tuple[Note, ...]:
        wanted = set(numbers)
        return tuple(note for note in self.notes if note.number in wanted)
