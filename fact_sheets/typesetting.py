"""How words, dates and numbers are set before they go into the document: nothing breaks where it must not.

All functions are pure and idempotent. U+00A0 is the no-break space.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
_TO_JUNE = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_TO_JUNE, "July", "August", "September", "October", "November", "December")
_MONTH = "|".join(_MONTHS)
_GLUED = (
    (re.compile(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}})\b)?"), "day month year"),
    (re.compile(rf"\b({_MONTH}) (\d{{4}}|\d{{1,2}})\b"), "month year"),
    (re.compile(r"\b(Sections?|sections?) (?=\d)"), "section number"),
    (re.compile(r"(§+) (?=\d)"), "section sign"),
    (re.compile(r"(\d) (?=(?:million|billion|percent|hours?|days?|minutes?)\b)"), "number unit"),
    (re.compile(r"\b(\d+) (U\.S\.C\.|C\.F\.R\.)(?: (§) ?)?"), "code of laws"),
    (re.compile(r"\b(Rep\.|Sen\.|Gov\.|Dr\.|St\.|No\.) (?=[A-Z\d])"), "short title"),
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")


@lru_cache(maxsize=4096)
def set_words(text: str) -> str:
    """``text`` with no-break spaces where a line may not end, and apostrophes as apostrophes."""
    for pattern, _ in _GLUED:
        text = pattern.sub(lambda match: match.group().replace(" ", NBSP), text)
    return _APOSTROPHE.sub("’", text)


def say_date(day: date) -> str:
    """ "18 May 2026", unbreakable."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]}{NBSP}{day.year}"


def say_as_of(as_of: str) -> str:
    """A year, year-month or date as sources give it, in words; anything else stays as it is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", as_of)
    if match is None:
        return as_of
    year, month, day = match.groups()
    if day is not None:
        return say_date(date(int(year), int(month), int(day)))
    return f"{_MONTHS[int(month) - 1]}{NBSP}{year}"


def say_number(number: int) -> str:
    """ "1,843"."""
    return f"{number:,}"


def count_of(number: int, noun: str) -> str:
    """ "1 agreement", "1,843 agreements", unbreakable; the noun takes a plain s."""
    return f"{say_number(number)}{NBSP}{noun}{'' if number == 1 else 's'}"


def join_words(words: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def possessive(name: str) -> str:
    """ "Maryland’s", "Texas’s", but "the Virgin Islands’"."""
    return f"{name}’" if name.endswith("Islands") else f"{name}’s"


def with_article(name: str) -> str:
    """The name inside a sentence: "the District of Columbia", "the Northern Mariana Islands", "Guam"."""
    called = name.removeprefix("Commonwealth of the ")
    takes_the = called.startswith(("District ", "United States")) or called.endswith("Islands")
    return f"the {called}" if takes_the else called


def capitalise(sentence: str) -> str:
    """The sentence with its first letter as a capital and the rest untouched."""
    return sentence[:1].upper() + sentence[1:]
