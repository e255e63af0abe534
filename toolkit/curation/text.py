"""What text may be kept: composed Unicode, with nothing in it that reads otherwise than it looks.

``tidy`` mends what nobody means (decomposed accents, runs of spaces, line ends); ``text_faults`` says what
only a person can mend. Every noun of the library goes by these.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from toolkit.curation.errors import NotFit

UNBROKEN = 60  # characters without a space; longer ones run out of a column
_SPACES = re.compile("[ \t\r\n\N{NO-BREAK SPACE}]+")
_AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_WORD = re.compile(r"[^\W\d_]+")
_HIDDEN = {
    "Cc": "a control character",
    "Cf": "an invisible format character",
    "Co": "a character for private use",
    "Cn": "a character that no standard knows",
    "Cs": "half a character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
# Letters and marks that take no ink: fillers, variation selectors, joiners, what stands for an object.
_BLANK = frozenset(
    chr(code)
    for first, last in (
        *((0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800)),
        *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFFC, 0xFFFD), (0xE0100, 0xE01EF)),
    )
    for code in range(first, last + 1)
)
_MARKS = 4  # accents and vowel signs on one letter; more pile up over the lines above
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")  # those with letters that look alike


def tidy(text: str) -> str:
    """The text composed (NFC), with one plain space for each run of them and none at the ends."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def text_faults(text: str, *, most: int, unbroken: int = UNBROKEN) -> Iterator[str]:
    """What keeps a text from being kept, a sentence each."""
    for letter in dict.fromkeys(text):
        hidden = "a character without ink" if letter in _BLANK else _HIDDEN.get(unicodedata.category(letter))
        if hidden:
            yield f"This holds {hidden} (U+{ord(letter):04X}). Delete it and type the word again."
    if any(marks and len(list(run)) > _MARKS for marks, run in groupby(text, _is_mark)):
        yield f"One letter here carries more than {_MARKS} accents. Type the word again."
    if text != unicodedata.normalize("NFC", text):
        yield "This is not composed Unicode (NFC). Type it again."
    if len(text) > most:
        yield f"This has {len(text)} characters. Shorten it to {most}."
    longest = max(map(len, text.split()), default=0)
    if longest > unbroken:
        yield f"This has {longest} characters without a space. Break it after {unbroken} at most."


def kept(text: str, *, most: int) -> str:
    """The text as it is kept, tidy. Raises NotFit with all its faults."""
    if faults := tuple(text_faults(tidy(text), most=most)):
        raise NotFit(faults)
    return tidy(text)


def mixed_words(text: str) -> tuple[str, ...]:
    """Words whose letters come from scripts that look alike, such as a Cyrillic a among Latin letters."""
    return tuple(word for word in dict.fromkeys(_WORD.findall(text)) if len(_scripts(word)) > 1)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in word)
    return {name for name in names if name in _SCRIPTS}


def is_as_of(text: str) -> bool:
    """Whether this is a year, a year-month or a date."""
    if not _AS_OF.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("2026") :])
    except ValueError:
        return False
    return True
