"""How words, dates and numbers are set before they go into the document: nothing breaks where it must not.

All functions are pure and idempotent; how a language does it stands in ``sentences``. U+00A0 is the no-break
space.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from fact_sheets.sentences import language

NBSP = "\N{NO-BREAK SPACE}"
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s|$)")


@lru_cache(maxsize=4096)
def set_words(text: str, tag: str = "en") -> str:
    """``text`` with no-break spaces where a line may not end, and apostrophes as apostrophes."""
    return set_typed_words(text, tag)


def set_typed_words(text: str, tag: str = "en") -> str:
    """The same, not remembered: for words that somebody typed for one document."""
    for pattern in language(tag).glued:
        text = pattern.sub(lambda match: match.group().replace(" ", NBSP), text)
    return _APOSTROPHE.sub("’", text)


def say_date(day: date, tag: str = "en") -> str:
    """ "May 18, 2026", unbreakable."""
    return language(tag).date(day)


def say_as_of(as_of: str, tag: str = "en") -> str:
    """A year, year-month or date as sources give it, in words; anything else stays as it is."""
    return language(tag).as_of(as_of)


def say_number(number: int, tag: str = "en") -> str:
    """ "1,843"."""
    return language(tag).number(number)


def count_of(number: int, noun: str) -> str:
    """ "1 agreement", "1,843 agreements", unbreakable; the noun takes a plain s."""
    return f"{say_number(number)}{NBSP}{noun}{'' if number == 1 else 's'}"


def join_words(words: Sequence[str], tag: str = "en") -> str:
    """ "A", "A and B", "A, B and C"."""
    return language(tag).list(words)


def possessive(name: str, tag: str = "en") -> str:
    """ "Maryland’s", "Texas’s", but "the Virgin Islands’"."""
    return language(tag).whose(name)


def with_article(name: str, tag: str = "en") -> str:
    """The name inside a sentence: "the District of Columbia", "the Northern Mariana Islands", "Guam"."""
    return language(tag).the(name)


def capitalise(sentence: str, tag: str = "en") -> str:
    """The sentence with its first letter as a capital and the rest untouched."""
    return language(tag).capital(sentence)
