"""How a source is worded in a note: CSL-JSON in, words in roman and italic out. The only door to citeproc.

The style is ours (``styles/fact-sheet-note.csl``). What the engine gets wrong is mended here, with a reason.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from fact_sheets.errors import DossierError
from fact_sheets.typesetting import say_as_of, set_words

_STYLE = Path(__file__).parent / "styles" / "fact-sheet-note.csl"
_KEY = "note"
_ENGINE = Lock()  # the engine keeps what it has printed of an item on the shared style
_ITALIC, _ROMAN = "\ue000", "\ue001"  # private characters: no markup to escape and none to strip
_FIELDS = frozenset({  # the style reads no others, and the engine warns of those it does not know
    "type", "title", "author", "publisher", "container-title", "volume", "issue", "page", "section", "number",
    "chapter-number", "genre", "authority", "status", "issued", "accessed",
})  # fmt: skip
_SEAMS = (
    # The stop that ends a title gives way to the comma, but not that of "U.S."; after "?" no comma is needed.
    (re.compile(rf"(?<![A-Z])\.(”|{_ROMAN}),"), r"\1,"),
    (re.compile(rf"([?!](?:”|{_ROMAN})),"), r"\1"),
    (re.compile(r"”,"), ",”"),  # American order, which the engine does not follow
)


@dataclass(frozen=True, slots=True)
class NoteWording:
    """The words of one note: as plain text, and in runs of (text, italic)."""

    text: str
    runs: tuple[tuple[str, bool], ...]


def word_note(csl_item: Mapping[str, Any]) -> NoteWording:
    """The wording of a source: who, title, where, when, with a full stop and no link.

    Worded once a process for the same item. Raises DossierError when the item has no type or title, or
    holds what the engine cannot read.
    """
    name = f"sources.{csl_item.get('id', '?')}"
    if not csl_item.get("type") or not csl_item.get("title"):
        raise DossierError(f"{name}: a source needs a type and a title")
    item = {key: value for key, value in csl_item.items() if key in _FIELDS}
    canonical = json.dumps(item, sort_keys=True, ensure_ascii=False, default=dict)
    try:
        return _worded(re.sub(f"[{_ITALIC}{_ROMAN}]", "", canonical))
    except (AttributeError, LookupError, TypeError, ValueError) as error:  # as the engine stumbles over it
        raise DossierError(f"{name}: this cannot be put in words: {error}") from error


@lru_cache(maxsize=4096)
def _worded(canonical: str) -> NoteWording:
    item = json.loads(canonical)
    marked = _rendered(_without_repeats(_with_readable_dates(item)))
    for seam, mended in _SEAMS:
        marked = seam.sub(mended, marked)
    runs = tuple(_runs(set_words(marked)))
    return NoteWording(text="".join(text for text, _ in runs), runs=runs)


def _with_readable_dates(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with a span of dates in words (the engine fails on one in a year), without an empty date."""
    issued = item.get("issued") or {}
    parts = issued.get("date-parts", [])
    others = {key: value for key, value in item.items() if key != "issued"}
    if len(parts) == 2:
        begin, end = (say_as_of("-".join(f"{number:02}" for number in one)) for one in parts)
        return {**others, "issued": {"literal": f"{begin} to {end}"}}
    return {**others, "issued": issued} if parts or issued.get("literal") else others


def _without_repeats(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item without a publisher or newspaper that stands there as the author; CSL cannot compare."""
    authors = {author.get("literal") for author in item.get("author", [])}
    return {
        key: value
        for key, value in item.items()
        if key not in {"publisher", "container-title"} or value not in authors
    }


def _rendered(item: Mapping[str, Any]) -> str:
    """What the engine makes of the item, with our marks round what is italic."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    citation = Citation([CitationItem(_KEY)])
    with _ENGINE:
        bibliography = CitationStylesBibliography(_style(), CiteProcJSON([{**item, "id": _KEY}]), _Marks)
        bibliography.register(citation)
        return str(bibliography.cite(citation, None))


@cache
def _style() -> Any:
    """The parsed style. Importing citeproc costs 0.1 s, parsing 0.1 s: not paid where no note is worded."""
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(_STYLE), validate=False)


class _Marks:
    """The engine's "formatter"; it looks these two names up, so they are spelled its way."""

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802
        return f"{_ITALIC}{text}{_ROMAN}"


def _runs(marked: str) -> list[tuple[str, bool]]:
    """The marked text cut into runs of one typeface."""
    pieces = re.split(f"({_ITALIC}[^{_ROMAN}]*{_ROMAN})", marked)
    return [(piece.strip(_ITALIC + _ROMAN), piece.startswith(_ITALIC)) for piece in pieces if piece]
