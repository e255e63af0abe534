"""The words of a place name that the search compares, and the name as people say it."""

import re

from toolkit.ledger.place_words import plain_words

_INITIALS = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")  # D.C. is one word, St. Louis is two
_LEFT_OUT = frozenset({"of", "the", "and", "us", "usa"})


def words(text: str) -> tuple[str, ...]:
    """The comparable words of ``text``, in order: ("st", "louis", "county") of "Saint Louis County"."""
    return tuple(word for word in plain_words(_INITIALS.sub(r"\1", text)) if word not in _LEFT_OUT)


def full_name(official: str) -> str:
    """The Census name as people say it: "Kansas City" of "Kansas City city", nothing of "(balance)"."""
    name = official.removesuffix(" (balance)")
    before, _, last = name.rpartition(" ")
    return before if before.casefold().endswith(f" {last}") else name
