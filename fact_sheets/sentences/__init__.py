"""What the documents say in their own voice: whole sentences with named holes, one file for each language.

``say("imprint.made_by", who="a group")`` fills the sentence of that key. Where an entry has forms, the hole
``n`` chooses one. A hole may name the rules by which it is set, as in ``{on:date}``; what stands between
asterisks is emphasised. Template and estimator ask for the same sentence, so it is worded once.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fact_sheets.sentences.english import English
from fact_sheets.sentences.language import Language

_LANGUAGES: Mapping[str, type[Language]] = {"en": English}


@cache
def language(name: str = "en") -> Language:
    """The language with this tag, read from its file the first time."""
    return _LANGUAGES[name](Path(__file__).with_name(f"{name}.toml"))


def say(key: str, tag: str = "en", /, **holes: object) -> str:
    """The sentence of ``key`` in the language ``tag``. Raises LookupError for a key or holes it has not."""
    return language(tag).say(key, **holes)
