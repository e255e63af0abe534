"""Words that take a side, and the verbs of attribution, found outside quotation marks.

The lists live in ``lexicon.toml`` beside this module, symmetric in both sides' slang; they are read once.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fact_sheets.subject import LoadedWord

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class WordHit:
    """A loaded word as it stands in a text, beginning at the character ``start``."""

    found: str
    start: int
    entry: LoadedWord


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of attribution as it stands in a text; ``neutral`` leaves it to the reader who is right."""

    found: str
    start: int
    neutral: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Both lists as ``lexicon.toml`` gives them."""

    loaded: tuple[LoadedWord, ...]
    allowed_names: tuple[str, ...]
    neutral_verbs: frozenset[str]
    slanted_verbs: frozenset[str]
    not_after: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lists, read from the file the first time."""
    tables = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        loaded=tuple(
            LoadedWord(tuple(entry["forms"]), entry["side"], entry["neutral"], entry["why"])
            for entry in tables["loaded"]
        ),
        allowed_names=tuple(tables["names"]["allowed"]),
        neutral_verbs=frozenset(tables["verbs"]["neutral"]),
        slanted_verbs=frozenset(tables["verbs"]["slanted"]),
        not_after=frozenset(tables["verbs"]["not_after"]),
    )


def loaded_words(text: str, more: tuple[LoadedWord, ...] = ()) -> tuple[WordHit, ...]:
    """Every listed word in ``text`` outside quotation marks and official names, in order of appearance.

    ``more`` are words that take a side in the subject at hand.
    """
    visible = _without_names(without_quotations(text))
    hits = (
        WordHit(match.group(), match.start(), entry)
        for entry, pattern in _patterns(more)
        for match in pattern.finditer(visible)
    )
    return tuple(sorted(hits, key=lambda hit: hit.start))


def verbs(text: str) -> tuple[Verb, ...]:
    """Every verb of attribution in ``text`` outside quotation marks, in order; a noun like it is not one."""
    lists = lexicon()
    found: list[Verb] = []
    before = ""
    for match in _WORD.finditer(without_quotations(text)):
        word = match.group().lower()
        if word in lists.neutral_verbs | lists.slanted_verbs and before not in lists.not_after:
            found.append(Verb(match.group(), match.start(), word in lists.neutral_verbs))
        before = word
    return tuple(found)


def without_quotations(text: str) -> str:
    """``text`` with every closed quotation blanked, at the same length; an unclosed one hides nothing."""
    return _QUOTED.sub(_blank, text)


def _without_names(text: str) -> str:
    """``text`` with the official names that contain a listed word blanked."""
    for name in lexicon().allowed_names:
        text = text.replace(name, " " * len(name))
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=16)
def _patterns(more: tuple[LoadedWord, ...]) -> tuple[tuple[LoadedWord, re.Pattern[str]], ...]:
    """Each entry with the expression that finds any of its forms as whole words."""
    return tuple((entry, _pattern(entry.forms)) for entry in (*lexicon().loaded, *more))


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(
        re.escape(form.removesuffix("*")).replace(r"\ ", r"\s+") + (r"\w*" if form.endswith("*") else "")
        for form in forms
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
