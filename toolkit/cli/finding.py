"""What ``flask doctor`` finds: one line each, and the line to type where something is to be done."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``wrong`` means that something does not work; ``note`` that it works, and how it would be better."""

    level: Level
    what: str
    mend: str = ""


def ok(what: str) -> Finding:
    """As it should be."""
    return Finding("ok", what)


def note(what: str, mend: str = "") -> Finding:
    """It works, and could be better."""
    return Finding("note", what, mend)


def wrong(what: str, mend: str) -> Finding:
    """It does not work until somebody does this."""
    return Finding("wrong", what, mend)
