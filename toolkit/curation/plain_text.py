"""What text of the library may hold: letters that print, in one form (NFC), and nothing that hides."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"  # some scripts need them between letters
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_UNBROKEN = re.compile(r"\S{61,}")


def line(text: str) -> str:
    """The text in NFC on one line, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def lines(text: str) -> str:
    """The text in NFC, each line with single spaces, and no empty lines."""
    return "\n".join(found for each in text.splitlines() if (found := line(each)))


def visible(text: str) -> str:
    """The text without what hides in it: for what was copied from elsewhere and will be looked at."""
    return "".join(letter for letter in text if letter == "\n" or not _hides(letter))


def hides(text: str) -> bool:
    """Whether something stands in it that no reader sees; line ends are seen."""
    latin = text.isascii() or not re.search(r"[\u0600-\u0dff]", text)
    return any(_hides(letter, joiners=not latin) for letter in text if letter != "\n")


def runs_on(text: str) -> bool:
    """Whether it has a word so long that no line holds it."""
    return bool(_UNBROKEN.search(text))


def _hides(letter: str, *, joiners: bool = False) -> bool:
    return unicodedata.category(letter) in _HIDDEN and not (joiners and letter in _JOINERS)
