"""The press's output before it becomes HTML or paper: a frozen tree in reading order.

A template only lays this out; every word, number and note that prints is already here.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from fact_sheets.dossier import Model, Side, TierLevel, TierStatus
from fact_sheets.paper import LETTER, Paper
from fact_sheets.subject import ModelTable


@dataclass(frozen=True, slots=True)
class Cited:
    """Words with the numbers of the notes that support them; no notes only where no fact is stated."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A printed claim: its words, its notes, and the tag a reader sees without turning the page."""

    claim_id: str
    revision: int
    text: str
    notes: tuple[int, ...]
    tag: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides' answer to one contested question."""

    dispute_id: str
    question: str
    supporters: Point
    critics: Point


@dataclass(frozen=True, slots=True)
class TierLine:
    """What one tier of agencies has signed, as a sentence with its date."""

    level: TierLevel
    heading: str
    status: TierStatus
    line: Cited


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One row of the table of models."""

    model: Model
    name: str
    where: str
    who: str
    when: str
    notes: tuple[int, ...]
    mark: str  # what the table says of it here; empty where nobody holds it


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A count on a date."""

    on: date
    value: int


@dataclass(frozen=True, slots=True)
class Chart:
    """One line of counts; the finding is its title, which is also its text alternative."""

    title: str
    points: tuple[ChartPoint, ...]
    caption: Cited


@dataclass(frozen=True, slots=True)
class NoteRun:
    """A stretch of a note in one typeface."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered source: worded by CSL, with its perspective and a short working link."""

    number: int
    source_id: str
    runs: tuple[NoteRun, ...]
    locator: str | None
    perspective: str
    link_text: str
    href: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one balance rule, with the numbers that decided it."""

    rule: str  # the name of its function
    sentence: str  # "Similar words a side"
    level: Literal["block", "warn"]
    passed: bool
    numbers: str  # "112 and 118 words, ratio 0.95"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The raw balance numbers that print at the foot of the sheet, supporters first."""

    claims: tuple[int, int]
    words: tuple[int, int]
    citations: tuple[int, int]
    publishers: tuple[int, int]
    grades: tuple[float, float]


@dataclass(frozen=True, slots=True)
class MeetingLines:
    """The meeting that a copy of the sheet is made for."""

    when: str  # "Tuesday, December 8, 2026, 6:30 pm"
    what: str  # the body, the room, the agenda, how to sign up, whom to call
    origin: str  # who says so: the person who printed the copy, or the site


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One claim as a sheet prints it: in a pair with what answers it, or among the facts; with its notes."""

    language: str
    facts: tuple[Point, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class FactSheet:
    """One sheet of paper. ``standing`` says whether it may be called balanced, and if not, why."""

    PAGES: ClassVar[int] = 2  # one for each side

    title: str  # the question
    subject: str  # what it is about, inside a sentence
    place_name: str
    place_label: str
    language: str
    on: date
    listed: tuple[str, str, str] | None  # which list it rests on, cut around its date
    table: ModelTable | None  # what stands over the models
    code: str  # typed to check this edition, "K7M2P-4QXRT"
    check_url: str  # the page the code leads to
    standing: Literal["balanced", "review overdue", "draft"]
    standing_line: str  # empty when balanced
    first_side: Side
    message: tuple[Cited, ...]
    here: tuple[TierLine, ...]
    list_age: Cited | None  # a warning, when the list is old
    policy: Cited | None
    facts: tuple[Point, ...]
    pairs: tuple[Pair, ...]
    not_known: tuple[Cited, ...]
    meeting: MeetingLines | None  # only on a copy made for one meeting
    act: tuple[Cited, ...]
    numbers: Numbers | None
    findings: tuple[Finding, ...]
    imprint_line: str
    models: tuple[ModelRow, ...]
    chart: Chart | None
    notes: tuple[Note, ...]
    decides: Cited | None  # who decides here, beside the questions for officials
    questions: tuple[str, ...]
    glossary: tuple[tuple[str, Cited], ...]
    how_made: tuple[str, ...]
    omitted: int  # claims that were overdue and so did not print
    paper: Paper = LETTER  # on which it is set
