"""The written comment: the same draft on paper, cut to a body's cap in words or characters.

The cap counts everything that prints, the heading and the sources too, since bodies count that way. What
does not fit is dropped in the order of priority of the spoken text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Note
from fact_sheets.dossier import Claim, Source
from fact_sheets.sentences import say
from fact_sheets.testimony import typed
from fact_sheets.testimony.draft import units_of
from fact_sheets.testimony.plan import Unit
from fact_sheets.testimony.script import Role
from fact_sheets.testimony.speaker import SpeakerError, Wishes
from fact_sheets.typesetting import set_typed_words, set_words

CapUnit = Literal["words", "characters"]
DEFAULT_CAP = 400  # words
SMALLEST_CAP: dict[CapUnit, int] = {"words": 50, "characters": 300}
LARGEST_CAP: dict[CapUnit, int] = {"words": 5_000, "characters": 30_000}
_EDITORS = re.compile(r"\b[Ww]e\b")
_SPOKEN_ONLY = frozenset({"greeting", "copies", "fair", "item", "again"})
# The paragraphs; a point takes one of its own.
_FIRST: frozenset[Role] = frozenset({"name", "connection", "ask", "question"})
_LAST: frozenset[Role] = frozenset({"thanks"})


@dataclass(frozen=True, slots=True)
class WrittenSource:
    """A numbered source in few words, with its whole address."""

    number: int
    tag: str
    href: str

    @property
    def text(self) -> str:
        """As it counts."""
        return f"[{self.number}] {self.tag}: {self.href}" if self.href else f"[{self.number}] {self.tag}"


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """A heading, paragraphs and sources within the cap."""

    heading: str
    paragraphs: tuple[str, ...]
    sources: tuple[WrittenSource, ...]
    cap: int
    unit: CapUnit

    @property
    def text(self) -> str:
        """The comment as it is sent."""
        sources = (
            ("\n".join((say("testimony.sources"), *(source.text for source in self.sources))),)
            if self.sources
            else ()
        )
        return "\n\n".join((self.heading, *self.paragraphs, *sources))

    @property
    def count(self) -> int:
        """Everything, in the unit of the cap."""
        return len(self.text.split()) if self.unit == "words" else len(self.text)


def written_comment(
    brief: Brief, wishes: Wishes, cap: int = DEFAULT_CAP, unit: CapUnit = "words"
) -> WrittenComment:
    """As many whole units as the cap holds. Raises SpeakerError when the ask and the own words do not fit."""
    if not SMALLEST_CAP[unit] <= cap <= LARGEST_CAP[unit]:
        low, high = SMALLEST_CAP[unit], LARGEST_CAP[unit]
        raise SpeakerError("cap", f"Choose a cap from {low} to {high:,} {unit}.")
    units = [each for each in units_of(brief, wishes) if each.role not in _SPOKEN_ONLY]
    heading = _heading(brief, wishes)
    for step in sorted({each.order for each in units}, reverse=True):
        comment = _comment(brief, heading, [each for each in units if each.order <= step], cap, unit)
        if comment.count <= cap:
            return comment
    over = comment.count - cap
    raise SpeakerError("own", f"The ask and your own words run {over} {unit} over the cap. Shorten them.")


def _heading(brief: Brief, wishes: Wishes) -> str:
    """What a clerk files it under."""
    item = typed.read(wishes.agenda_item).text.rstrip(".")
    named = say("spoken.agenda_item", item=item) if item[:1].isdigit() else item
    when = {"item": "named" if item else "none"}
    return set_typed_words(brief.speaks("comment_on", when=when, item=named))


def _comment(brief: Brief, heading: str, kept: Sequence[Unit], cap: int, unit: CapUnit) -> WrittenComment:
    """The units as paragraphs; a claim stands as it is written, not as it is said."""
    claims = {claim.id: _as_written(claim) for claim in brief.library.claims}
    notes = Notes(brief.pages)
    first: list[str] = []
    own: list[str] = []
    points: list[str] = []
    last: list[str] = []
    for each in kept:
        words = _marked(claims.get(each.claim_id or "", each.text), notes.cite(each.citations))
        paragraph = first if each.role in _FIRST else last if each.role in _LAST else points
        (own if each.role == "own" else paragraph).append(words)
    paragraphs = (" ".join(first), " ".join(own), *points, " ".join(last))
    return WrittenComment(
        heading,
        tuple(set_typed_words(paragraph) for paragraph in paragraphs if paragraph),
        tuple(_source(note, brief.sources) for note in notes.printed()),
        cap,
        unit,
    )


def _as_written(claim: Claim) -> str:
    """The claim as it stands on the sheet; where the sheet says "we", as a resident says it."""
    return claim.spoken if claim.spoken and _EDITORS.search(claim.text) else claim.text


def _source(note: Note, sources: Mapping[str, Source]) -> WrittenSource:
    return WrittenSource(note.number, set_words(sources[note.source_id].tag), note.href)


def _marked(text: str, numbers: Sequence[int]) -> str:
    """The words with their note numbers, "[1, 3]"."""
    return f"{text} [{', '.join(map(str, numbers))}]" if numbers else text
