"""One claim of a library file, whether YAML or table, to the words of a claim; what cannot be read is said.

Every value comes as text, or as a list of texts, so that nothing depends on what a format takes for a number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from toolkit.curation.words import Citation, ClaimWords

Raw = Mapping[str, Any]
TEXTS = ("topic", "stance", "kind", "text", "spoken", "as_of", "checked", "review_by", "confidence")
LISTS = ("states", "counties", "places", "models", "counter_claims", "questions")
FLAGS = ("statistic", "story")
# What the file says of a claim, in its order. ``status`` is for reading.
FIELDS = ("id", "base", "status", *TEXTS, *FLAGS, *LISTS, "citations", "notice")
MOST_CITATIONS = 20
MOST_LISTED = 100
MOST_TOLD = 10  # problems of one claim: who has these mended looks again
_YES = {"true": True, "yes": True, "false": False, "no": False, "": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of a file. ``words`` is None where ``problems`` kept them from being read."""

    line: int
    claim_id: str  # empty: a new claim
    base: int  # number of the revision that was exported; 0: none
    notice: str  # the public sentence for printed words that change
    words: ClaimWords | None
    problems: tuple[str, ...]


def entry(raw: Raw, line: int, problems: tuple[str, ...] = ()) -> Entry:
    """Read one claim."""
    found = list(problems)
    found += [f"There is no field “{name[:40]}”." for name in raw if name not in FIELDS]
    words = _words(raw, found)
    base = _base(raw, found)
    return Entry(
        line=line,
        claim_id=_text(raw, "id", found),
        base=base,
        notice=_text(raw, "notice", found),
        words=None if found else words,
        problems=tuple(found[:MOST_TOLD]),
    )


def raw_of(claim_id: str, base: int, status: str, words: ClaimWords) -> dict[str, Any]:
    """The claim as a file says it."""
    texts = {name: _said(getattr(words, name)) for name in TEXTS}
    flags = {name: "yes" if getattr(words, name) else "no" for name in FLAGS}
    lists = {name: list(getattr(words, _column(name))) for name in LISTS}
    citations = [
        {"source": source, "locator": locator or "", "quote": quote or ""}
        for source, locator, quote in words.citations
    ]
    own = {"id": claim_id, "base": str(base), "status": status}
    return {**own, **texts, **flags, **lists, "citations": citations, "notice": ""}


def _words(raw: Raw, found: list[str]) -> ClaimWords | None:
    texts = {name: _text(raw, name, found) for name in TEXTS}
    checked, review_by = (_day(texts, name, found) for name in ("checked", "review_by"))
    others: dict[str, Any] = {_column(name): _list(raw, name, found) for name in LISTS}
    others |= {name: _flag(raw, name, found) for name in FLAGS}
    citations = _citations(raw, found)
    if checked is None or review_by is None:
        return None
    return ClaimWords(
        topic=texts["topic"],
        stance=texts["stance"],
        kind=texts["kind"] or None,
        text=texts["text"],
        spoken=texts["spoken"] or None,
        as_of=texts["as_of"],
        checked=checked,
        review_by=review_by,
        confidence=texts["confidence"],
        citations=citations,
        **others,
    )


def _base(raw: Raw, found: list[str]) -> int:
    said = _text(raw, "base", found) or "0"
    if said.isascii() and said.isdigit() and len(said) < 9:
        return int(said)
    found.append("base is the number that the export wrote: leave it as it was.")
    return 0


def _text(raw: Raw, name: str, found: list[str]) -> str:
    value = raw.get(name, "")
    if isinstance(value, str):
        return value.strip()
    found.append(f"{name} is one text, not a list.")
    return ""


def _list(raw: Raw, name: str, found: list[str]) -> tuple[str, ...]:
    value = raw.get(name, [])
    many = value.split() if isinstance(value, str) else value
    if isinstance(many, list) and len(many) <= MOST_LISTED and all(isinstance(each, str) for each in many):
        return tuple(many)
    found.append(f"{name} is a list of at most {MOST_LISTED} short names.")
    return ()


def _flag(raw: Raw, name: str, found: list[str]) -> bool:
    value = raw.get(name, "")
    said = value.lower() if isinstance(value, str) else "?"
    if said not in _YES:
        found.append(f"{name} is yes or no.")
    return _YES.get(said, False)


def _day(texts: Mapping[str, str], name: str, found: list[str]) -> date | None:
    try:
        return date.fromisoformat(texts[name])
    except ValueError:
        found.append(f"{name} is a day such as 2026-11-21, not “{texts[name][:30]}”.")
        return None


def _citations(raw: Raw, found: list[str]) -> tuple[Citation, ...]:
    rows = raw.get("citations", [])
    if not isinstance(rows, list) or len(rows) > MOST_CITATIONS or not all(map(_is_citation, rows)):
        found.append(f"citations are at most {MOST_CITATIONS}, each with source, locator and quote.")
        return ()
    return tuple((row["source"], row.get("locator") or None, row.get("quote") or None) for row in rows)


def _is_citation(row: object) -> bool:
    known: Callable[[object], bool] = {"source", "locator", "quote"}.__contains__
    return (
        isinstance(row, dict)
        and "source" in row
        and all(known(name) and isinstance(value, str) for name, value in row.items())
    )


def _column(name: str) -> str:
    return f"scope_{name}" if name in ("states", "counties", "places") else name


def _said(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
