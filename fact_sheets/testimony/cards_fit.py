"""How much of a card its words take: whether they need smaller type, and how many lines to write on are left.

Reckoned like the sheet, from the widths of the letters; the stylesheet of testimony has the same numbers.
All in points of 1/72 inch.
"""

from dataclasses import dataclass

from fact_sheets.paper import LETTER, Type
from fact_sheets.sentences import say
from fact_sheets.setting import Run, height
from fact_sheets.testimony import wording
from fact_sheets.testimony.deal import Card

PADDING_SIDE, PADDING_END = 24.0, 28.0
WIDTH, HEIGHT = LETTER.page_width / 2 - 2 * PADDING_SIDE, LETTER.page_height / 2 - 2 * PADDING_END
A_LINE = 20.0
MOST_LINES = 10
_HEAD, _OWN, _GAP, _NOTE_GAP, _NOTES_RULE, _HANG = 25.5, 21.0, 6.0, 2.6, 12.5, 15.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a card is set."""

    tight: bool
    ruled: int  # lines to write on
    used: float


def setting(card: Card, ask: str) -> Setting:
    """The larger type where it fits, and lines to write on where room and time are left."""
    used = _used(card, ask, size=13, leading=17.5)
    tight = used > HEIGHT
    if tight:
        used = _used(card, ask, size=11, leading=14)
    lines = int((HEIGHT - used - 1.5 * _GAP) / A_LINE) if card.own_seconds >= wording.LEAST_STORY else 0
    return Setting(tight, max(0, min(MOST_LINES, lines)), used)


def _used(card: Card, ask: str, size: float, leading: float) -> float:
    """The height of everything that a card prints."""
    plain, bold = (Type("Source Serif 4", 400, size, leading), Type("Source Serif 4", 600, size, leading))
    texts = (card.opening, card.point.text if card.point else "", say("spoken.thanks"))
    spoken = sum(
        height([run], WIDTH) + _GAP for run in (*(Run(text, plain) for text in texts), Run(ask, bold))
    )
    return _HEAD + _OWN + spoken + _notes(card)


def _notes(card: Card) -> float:
    if not card.notes:
        return 0.0
    style = Type("Source Serif 4", 400, 7, 8.4)
    texts = (f"{wording.note_words(note)} {note.link_text}" for note in card.notes)
    return _NOTES_RULE + sum(height([Run(text, style)], WIDTH - _HANG) + _NOTE_GAP for text in texts)
