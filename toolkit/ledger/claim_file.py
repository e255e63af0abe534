"""A claim in files, whether TOML, YAML or a table: plain values to the words of a claim, and back.

A value is a text, a list of texts, yes or no, or a list of citations: nothing depends on what a format takes
for a number.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from toolkit.ledger.claim_words import FIELDS, Citation, ClaimWords, Field

Plain = Mapping[str, Any]
CITED = ("source", "locator", "quote")
MOST_CITATIONS = 20
MOST_LISTED = 100
_YES = {"true": True, "yes": True, "false": False, "no": False, "": False}


def to_plain(words: ClaimWords) -> dict[str, Any]:
    """The words as a file says them."""
    return {each.key: _said(each, getattr(words, each.name)) for each in FIELDS}


def from_plain(plain: Plain, problems: list[str]) -> ClaimWords | None:
    """The words that a file says, or None where there are ``problems``, to which is added what is wrong."""
    read = {each.name: _READ[each.kind](plain, each, problems) for each in FIELDS}
    return None if problems else ClaimWords(**read)


def text_of(plain: Plain, key: str, problems: list[str]) -> str:
    """A value that is one text."""
    value = plain.get(key, "")
    if isinstance(value, str):
        return value.strip()
    problems.append(f"{key} is one text, not a list.")
    return ""


def _said(about: Field, value: Any) -> Any:
    if about.kind == "flag":
        return "yes" if value else "no"
    if about.kind == "citations":
        return [
            dict(zip(CITED, (each.source_id, each.locator or "", each.quote or ""), strict=True))
            for each in value
        ]
    if about.kind == "list":
        return list(value)
    return value.isoformat() if isinstance(value, date) else value or ""


def _text(plain: Plain, about: Field, problems: list[str]) -> str | None:
    return text_of(plain, about.key, problems) or (None if about.optional else about.unsaid)


def _day(plain: Plain, about: Field, problems: list[str]) -> date | None:
    said = text_of(plain, about.key, problems)
    if about.optional and not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        problems.append(f"{about.key} is a day such as 2026-11-21, not “{said[:30]}”.")
        return None


def _flag(plain: Plain, about: Field, problems: list[str]) -> bool:
    said = str(plain.get(about.key, "")).lower()
    if said not in _YES:
        problems.append(f"{about.key} is yes or no.")
    return _YES.get(said, False)


def _list(plain: Plain, about: Field, problems: list[str]) -> tuple[str, ...]:
    value = plain.get(about.key, [])
    many = value.split() if isinstance(value, str) else value
    if isinstance(many, list) and len(many) <= MOST_LISTED and all(isinstance(each, str) for each in many):
        return tuple(many)
    problems.append(f"{about.key} is a list of at most {MOST_LISTED} short names.")
    return ()


def _citations(plain: Plain, about: Field, problems: list[str]) -> tuple[Citation, ...]:
    rows = plain.get(about.key, [])
    if not isinstance(rows, list) or len(rows) > MOST_CITATIONS or not all(map(_is_citation, rows)):
        problems.append(f"citations are at most {MOST_CITATIONS}, each with source, locator and quote.")
        return ()
    return tuple(
        Citation(row["source"], row.get("locator") or None, row.get("quote") or None) for row in rows
    )


def _is_citation(row: object) -> bool:
    return (
        isinstance(row, dict)
        and "source" in row
        and all(name in CITED and isinstance(value, str) for name, value in row.items())
    )


_READ: Mapping[str, Callable[[Plain, Field, list[str]], Any]] = {
    "text": _text,
    "line": _text,
    "choice": _text,
    "day": _day,
    "flag": _flag,
    "list": _list,
    "citations": _citations,
}
