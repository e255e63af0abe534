"""How words of place names are made comparable: no accents, no case, Saint is St., twp is township."""

import re
import unicodedata

_APOSTROPHES = str.maketrans("", "", "'’‘ʻʼ`´")
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")  # D.C. is one word, St. Louis is two
_WORD = re.compile(r"[a-z0-9]+")
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
_LEFT_OUT = frozenset({"of", "the", "and", "us", "usa"})


def words(text: str) -> tuple[str, ...]:
    """The comparable words of ``text``, in order: ("st", "louis", "county") of "Saint Louis County"."""
    plain = text.translate(_APOSTROPHES)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = plain.casefold()
    if "." in plain:
        plain = _INITIALS.sub(r"\1", plain)
    return tuple(_SAME_WORD.get(word, word) for word in _WORD.findall(plain) if word not in _LEFT_OUT)
