"""How things are said and how long that takes. Each language has one file, which turns writing into speech.

A pace is words a minute as spoken: "24/7" is three words, "$1.25 million" six. Of every limit, 10 % stays in
hand, so nobody is cut off in the last sentence.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fact_sheets.speech import english
from fact_sheets.speech.english import Sayings

DEFAULT_PACE = 130
PACES = range(100, 181)  # words a minute
IN_HAND = 0.10  # share of the limit kept free

_LANGUAGES: Mapping[str, Callable[[str, Sayings], str]] = {"en": english.spoken}


@dataclass(frozen=True, slots=True)
class Voice:
    """A language, and how a subject's own names are said in it: written form, spoken form."""

    said: Sayings = ()
    language: str = "en"

    def spoken(self, text: str) -> str:
        """``text`` as it is said: numbers, dates, money, signs and initials turned into words."""
        return _LANGUAGES[self.language](text, self.said)

    def count(self, text: str) -> int:
        """How many words are said; "twenty-five" is two."""
        pieces = self.spoken(text).replace("-", " ").split()
        return sum(1 for word in pieces if any(map(str.isalnum, word)))


def seconds(words: int, pace: int = DEFAULT_PACE) -> float:
    """How long ``words`` spoken words take at ``pace``."""
    return words * 60 / pace


def budget(limit: int, pace: int = DEFAULT_PACE, *, interpreter: bool = False) -> int:
    """How many spoken words fit ``limit`` seconds; half as many when each is interpreted after it is said."""
    share = 0.5 if interpreter else 1.0
    return math.floor(limit * pace * (1 - IN_HAND) * share / 60 + 1e-9)
