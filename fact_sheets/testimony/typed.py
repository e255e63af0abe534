"""What a speaker typed, made fit to be timed and printed: one line of plain characters, none of them hidden.

A body's paper shows what stands here, so nothing may reorder, blink out or pile up on it.
"""

import re
import unicodedata
from dataclasses import dataclass

MOST_UNBROKEN = 60
_JOINERS = "\u200c\u200d"  # some scripts need them between letters
_DROPPED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_COMBINING = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,}")


@dataclass(frozen=True, slots=True)
class Typed:
    """The words on one line, and whether signs were dropped that no one would have seen."""

    text: str
    dropped: bool


def read(text: str) -> Typed:
    """``text`` composed (NFC), with white space made single spaces and control characters dropped."""
    spaced = re.sub(r"[\s\u2028\u2029]+", " ", unicodedata.normalize("NFC", text))
    kept = "".join(each for each in spaced if each in _JOINERS or unicodedata.category(each) not in _DROPPED)
    return Typed(" ".join(kept.split()), dropped=len(kept) < len(spaced))


def problem(text: str) -> str | None:
    """Why the renderer may not be handed ``text``, in words for its writer; None when it may."""
    if max(map(len, text.split()), default=0) > MOST_UNBROKEN:
        return f"One word has more than {MOST_UNBROKEN} letters. Put a space into it."
    if _COMBINING.search(text):
        return "One letter carries more than eight accents. Take some away."
    return None
