"""How words, dates and numbers are set before they go into the document: nothing breaks where it must not.

All functions are pure and idempotent. U+00A0 is the no-break space.
"""

import re
from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
_TO_JUNE = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_TO_JUNE, "July", "August", "September", "October", "November", "December")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_TIMES = {time(0): "midnight", time(12): "noon"}
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
    return set_typed_words(text)


def set_typed_words(text: str) -> str:
    """The same, not remembered: for words that somebody typed for one document."""
    for pattern, _ in _GLUED:
        text = pattern.sub(lambda match: match.group().replace(" ", NBSP), text)
    return _APOSTROPHE.sub("’", text)


def say_date(day: date) -> str:
    """ "18 May 2026", unbreakable."""
    return f"{day.day}{NBSP}{_MONTHS[day.month - 1]}{NBSP}{day.year}"


def say_date_aloud(day: date) -> str:
    """ "May 18, 2026", as an American reads it out, unbreakable."""
    return f"{_MONTHS[day.month - 1]}{NBSP}{day.day},{NBSP}{day.year}"


def say_day(day: date) -> str:
    """ "Tuesday, 8 December 2026"; a line may end after the comma."""
    return f"{_WEEKDAYS[day.weekday()]}, {say_date(day)}"


def say_time(at: time) -> str:
    """ "6:30 pm", "6 pm", "noon", "midnight", unbreakable."""
    if at in _NAMED_TIMES:
        return _NAMED_TIMES[at]
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{NBSP}{'am' if at.hour < 12 else 'pm'}"


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


def say_readers(number: int) -> str:
    """ "two readers"."""
    return "one reader" if number == 1 else "two readers"


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
