"""The output tree of testimony: lines to say, cut lines, and what stands behind them.

Speaking copy, leave-behind, podium screens, DOCX and text all lay out this one tree.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fact_sheets.document import Note, Point
from fact_sheets.testimony.speaker import Position

Role = Literal["greeting", "name", "connection", "ask", "own", "point", "local", "fair", "again", "copies", "thanks"]


@dataclass(frozen=True, slots=True)
class Line:
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

    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...]  # longest limit first
    words: int  # as spoken
    budget: int  # words
    seconds: int  # rounded up


@dataclass(frozen=True, slots=True)
class Answer:
    """A strong claim of the other side, and where the fair reply stands."""

    point: Point
    reply: Point | None


@dataclass(frozen=True, slots=True)
class Script:
    """One voice, timed. It is advocacy and says so."""

    title: str
    place_label: str
    body: str  # the public body, empty where the speaker named none
    position: Position
    on: date
    limit: int  # seconds
    pace: int  # spoken words a minute
    interpreter: bool
    plan: Plan
    left_out: tuple[str, ...]  # what did not fit, in words
    if_asked: tuple[Answer, ...]
    notes: tuple[Note, ...]
    check_line: str  # where the place's fact sheet is
    imprint_line: str
