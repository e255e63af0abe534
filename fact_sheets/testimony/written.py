"""The written comment: the same plan on paper, cut to a body's cap in words or characters.

The cap counts everything that prints, the sources too, since bodies count that way.
"""

from dataclasses import dataclass, replace
from typing import Literal

from fact_sheets.citations import Notes
from fact_sheets.document import Note
from fact_sheets.dossier import Dossier
from fact_sheets.testimony.draft import units_of
from fact_sheets.testimony.plan import NEVER_DROPPED, Unit, by_priority
from fact_sheets.testimony.speaker import SpeakerError, Wishes
from fact_sheets.typesetting import set_words

CapUnit = Literal["words", "characters"]
_SPOKEN_ONLY = frozenset({"greeting", "copies", "fair"})


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """Paragraphs and numbered notes within the cap."""

    place_label: str
    paragraphs: tuple[str, ...]
    notes: tuple[Note, ...]
    count: int  # of everything, in the cap's unit
    cap: int
    unit: CapUnit

    @property
    def text(self) -> str:
        """The comment as it is sent."""
        return _text(self.paragraphs, self.notes)


def written_comment(dossier: Dossier, wishes: Wishes, cap: int = 400, unit: CapUnit = "words") -> WrittenComment:
    """As many whole units as the cap holds, the ask and the own words always. Raises SpeakerError when those do not fit."""
    units = [each for each in by_priority(units_of(dossier, wishes)) if each.role not in _SPOKEN_ONLY]
    for order in sorted({each.order for each in units}, reverse=True):
        kept = [each for each in units if each.order <= order]
        comment = _comment(dossier, kept, cap, unit)
        if comment.count <= cap:
            return comment
    over = _comment(dossier, [each for each in units if each.role in NEVER_DROPPED], cap, unit).count - cap
    raise SpeakerError("own", f"The ask and your own words run {over} {unit} over the cap. Shorten them.")


def _comment(dossier: Dossier, kept: list[Unit], cap: int, unit: CapUnit) -> WrittenComment:
    texts = {claim.id: claim.text for claim in dossier.claims}
    notes = Notes(dossier.sources)
    marked = [_marked(replace(each, text=texts.get(each.claim_id or "", each.text)), notes) for each in kept]
    opening = " ".join(words for each, words in zip(kept, marked, strict=True) if each.role in ("name", "connection", "ask"))
    own = " ".join(words for each, words in zip(kept, marked, strict=True) if each.role == "own")
    points = [words for each, words in zip(kept, marked, strict=True) if each.role in ("point", "local")]
    closing = " ".join(words for each, words in zip(kept, marked, strict=True) if each.role in ("again", "thanks"))
    paragraphs = tuple(set_words(each) for each in (opening, own, *points, closing) if each)
    printed = notes.printed()
    text = _text(paragraphs, printed)
    return WrittenComment(
        set_words(dossier.place.label), paragraphs, printed, len(text.split()) if unit == "words" else len(text), cap, unit
    )


def _marked(each: Unit, notes: Notes) -> str:
    """The unit's words with its note numbers, "[1, 3]"."""
    numbers = notes.cite(each.citations)
    return f"{each.text} [{', '.join(map(str, numbers))}]" if numbers else each.text


def _text(paragraphs: tuple[str, ...], notes: tuple[Note, ...]) -> str:
    sources = [f"[{note.number}] {''.join(run.text for run in note.runs)} {note.href}" for note in notes]
    return "\n\n".join((*paragraphs, "\n".join(("Sources", *sources)))) if sources else "\n\n".join(paragraphs)
