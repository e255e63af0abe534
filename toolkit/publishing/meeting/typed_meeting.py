"""A meeting that a visitor typed: what is taken out of the words, and why some cannot be printed.

A sheet stays even-handed whoever prints it, so what is typed may not argue.
"""

from dataclasses import dataclass
from datetime import datetime

from fact_sheets import lexicon, setting
from fact_sheets.documents.full_sheet.extent import SHARES
from fact_sheets.meeting import Meeting
from fact_sheets.paper import LETTER, PAPERS
from fact_sheets.testimony import typed
from fact_sheets.typeface import characters, width

# Points: the column in which the words may have to stand, on whichever paper; and their type.
_NARROWEST = min(paper.beside_qr for paper in PAPERS.values()) * (1 - max(SHARES))
_SMALL = LETTER.type.small


@dataclass(frozen=True, slots=True)
class TypedMeeting:
    """The meeting, and its times as moments."""

    facts: Meeting
    starts: datetime
    closes: datetime | None


def read(text: str) -> str:
    """``text`` on one line, composed, without doubled spaces or characters that nobody sees."""
    return typed.read(text).text


def problem(text: str) -> str | None:
    """Why a sheet may not print ``text``, in words for whoever typed it; None when it may."""
    found = typed.problem(text)
    if found:
        return found
    unknown = next((letter for letter in text if ord(letter) not in characters()), None)
    if unknown is not None:
        return f"The sheet has no letter “{unknown}”. Write it in another way."
    if any(width(piece.rstrip(), _SMALL) > _NARROWEST for piece in setting.pieces_of(text)):
        return "One word is too long for its column. Put a space into it."
    if "!" in text:
        return "The sheet prints no exclamation mark. Take it out."
    loaded = lexicon.loaded_words(text)
    if loaded:
        instead = f"Write “{loaded[0].entry.neutral}”, or put the official words in quotation marks."
        return f"“{loaded[0].found}” takes a side. {instead}"
    return None
