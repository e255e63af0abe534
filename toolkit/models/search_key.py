"""What a place is found by: its words without accents or case, with the spellings that people use.

The search asks for every word of a query as the beginning of a word of the key, so the key holds both
"st louis" and "saint louis", both "ofallon" and "o fallon", and "twp" beside "township".
"""

import re
import unicodedata
from functools import lru_cache

KEY_LENGTH = 400
# Words of names that people write in either form: "St. Louis", "Port Saint Lucie", "Ft. Smith".
TWO_WAYS = {"st": "saint", "mt": "mount", "ft": "fort", "ste": "sainte"}
TWO_WAYS |= {long: short for short, long in TWO_WAYS.items()}
# The one form in which names are compared.
SHORTENED = {
    "saint": "st",
    "sainte": "ste",
    "mount": "mt",
    "fort": "ft",
    "twp": "township",
    "boro": "borough",
}
ABBREVIATED = {"township": "twp", "borough": "boro", "county": "co"}
APOSTROPHES = re.compile(r"['’ʻ`´]")
OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
# Letters that decomposition leaves whole.
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l"})


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
    return " ".join(SHORTENED.get(word, word) for word in fold_words(text.replace("&", " and ")).split())


def search_key(name: str, state_name: str, state_code: str, county_names: tuple[str, ...] = ()) -> str:
    """The key of one jurisdiction: name, other spellings, counties (for towns that share a name), state."""
    spellings = [fold_words(name), fold_words(APOSTROPHES.sub(" ", name))]
    spellings += [_the_other_way(spelling) for spelling in spellings]
    short_forms = [ABBREVIATED[word] for word in spellings[0].split() if word in ABBREVIATED]
    around = [fold_words(word) for word in (*county_names, state_name, state_code)]
    return " ".join(dict.fromkeys((*spellings, *short_forms, *around)))[:KEY_LENGTH].rstrip()


def _the_other_way(spelling: str) -> str:
    return " ".join(TWO_WAYS.get(word, word) for word in spelling.split())
