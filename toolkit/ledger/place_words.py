"""Words of place names made comparable: no accents, no case, one spelling for Saint and township."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile(r"['’ʻ`´]")
OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
# Letters that decomposition leaves whole.
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l"})
# Names are written in either form: "St. Louis", "Port Saint Lucie", "Ft. Smith", "Jackson Twp".
SAME_WORD = {
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


def plain_words(text: str) -> list[str]:
    """The folded words in order, each in its one spelling: st, louis, county of "Saint Louis Cnty"."""
    return [SAME_WORD.get(word, word) for word in fold_words(text).split()]


@lru_cache(maxsize=10_000)
def fold_words(text: str) -> str:
    """Accents off, lower case, only ``[a-z0-9 ]``; apostrophes vanish, other signs part words."""
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters).translate(LETTERS)
        letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(OTHER_SIGNS.sub(" ", APOSTROPHES.sub("", letters)).split())


def compared_words(text: str) -> str:
    """A name as it is compared, its words still apart: "Saint Mary’s & Co." is "st marys and co"."""
    return " ".join(plain_words(text.replace("&", " and ")))
