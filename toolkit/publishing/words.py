"""How words of place names are made comparable: no accents, no case, Saint is St., twp is township."""

import re

from toolkit.models.search_key import fold_words

_INITIALS = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b)")  # D.C. is one word, St. Louis is two
_SAME_WORD = {
    "saint": "st",
    "sainte": "ste",
    "mount": "mt",
    "fort": "ft",
    "twp": "township",
    "twnshp": "township",
    "cnty": "county",
    "cty": "county",
    "boro": "borough",
}
LEFT_OUT = frozenset({"of", "the", "and", "us", "usa"})


def words(text: str) -> tuple[str, ...]:
    """The comparable words of ``text``, in order: ("st", "louis", "county") of "Saint Louis County"."""
    folded = fold_words(_INITIALS.sub(r"\1", text))
    return tuple(_SAME_WORD.get(word, word) for word in folded.split() if word not in LEFT_OUT)


def full_name(official: str) -> str:
    """The Census name as people say it: "Kansas City" of "Kansas City city", nothing of "(balance)"."""
    name = official.removesuffix(" (balance)")
    before, _, last = name.rpartition(" ")
    return before if before.casefold().endswith(f" {last}") else name
