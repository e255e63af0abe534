"""One claim of a library file, whether YAML or table: its words, and what the file says about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.ledger.claim_file import from_plain, text_of, to_plain
from toolkit.ledger.claim_words import FIELDS, ClaimWords

Raw = Mapping[str, Any]
# What the file says of a claim, in its order. ``status`` is for reading.
KEYS = ("id", "base", "status", *(each.key for each in FIELDS), "notice")
MOST_TOLD = 10  # problems of one claim: who has these mended looks again


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A claim of a file. ``words`` is None where ``problems`` kept them from being read."""

    line: int
    claim_id: str  # empty: a new claim
    base: int  # number of the revision that was exported; 0: none
    notice: str  # the public sentence for printed words that change
    words: ClaimWords | None
    problems: tuple[str, ...]


def entry(raw: Raw, line: int, problems: tuple[str, ...] = ()) -> LibraryEntry:
    """Read one claim."""
    found = list(problems)
    found += [f"There is no field “{name[:40]}”." for name in raw if name not in KEYS]
    claim_id, base, notice = text_of(raw, "id", found), _base(raw, found), text_of(raw, "notice", found)
    words = from_plain(raw, found)
    return LibraryEntry(line, claim_id, base, notice, words, tuple(found[:MOST_TOLD]))


def raw_of(claim_id: str, base: int, status: str, words: ClaimWords) -> dict[str, Any]:
    """The claim as a file says it."""
    return {"id": claim_id, "base": str(base), "status": status, **to_plain(words), "notice": ""}


def _base(raw: Raw, found: list[str]) -> int:
    said = text_of(raw, "base", found) or "0"
    if said.isascii() and said.isdigit() and len(said) < 9:
        return int(said)
    found.append("base is the number that the export wrote: leave it as it was.")
    return 0
