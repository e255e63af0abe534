"""Sources as BibTeX. The only door to bibtexparser's writer; letters of any script stay (UTF-8)."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.models import Source

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
}
_HOLDS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHES = {
    "techreport": "institution",
    "phdthesis": "school",
    "book": "publisher",
    "incollection": "publisher",
}
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(sources: Iterable[tuple[Source, str]]) -> str:
    """One entry for each source, given with the address of its page here; the ids are the keys."""
    from bibtexparser.library import Library  # a tenth of a second, which no page needs
    from bibtexparser.model import Block, Entry, Field
    from bibtexparser.writer import BibtexFormat, write

    shown = BibtexFormat()
    shown.indent = "  "
    entries: list[Block] = []
    for row, page in sources:
        kind = _TYPES.get(str(row.csl.get("type")), "misc")
        fields = [Field(name, text) for name, text in _fields(kind, row, page).items() if text]
        entries.append(Entry(kind, row.id, fields))
    return str(write(Library(entries), shown))


def _fields(kind: str, row: Source, page: str) -> dict[str, str]:
    """What an entry holds, in braces; months by their names in BibTeX."""
    csl = row.csl
    holds, publishes = _HOLDS.get(kind, "series"), _PUBLISHES.get(kind, "organization")
    texts = {
        holds: csl.get("container-title"),
        publishes: csl.get("publisher"),
        "volume": csl.get("volume"),
        "number": csl.get("issue") or csl.get("number"),
        "pages": re.sub(r"(?<=\w)[-–](?=\w)", "--", str(csl.get("page") or "")),
        "type": csl.get("genre"),
        "note": f"{row.tag}. Standpoint: {row.perspective}. {page}",
    }
    date = _date(csl)
    as_they_are = {
        "year": f"{{{date[0]}}}" if date else "",
        "month": _MONTHS[date[1] - 1] if date[1:] else "",
    }
    links = {"doi": _braced(csl.get("DOI"), plain=True), "url": _braced(row.url, plain=True)}
    people = {"author": _braced(" and ".join(map(_name, _list(csl.get("author")))), plain=True)}
    title = {"title": f"{{{_braced(row.title)}}}"}  # twice, so that no style changes its capitals
    return people | title | {name: _braced(text) for name, text in texts.items()} | as_they_are | links


def _name(name: Mapping[str, str]) -> str:
    """ "Family, Suffix, Given"; the name of an organization stays whole in its braces."""
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    parts = (family, name.get("suffix", ""), name.get("given", ""))
    return ", ".join(_escaped(part) for part in parts if part)


def _date(csl: Mapping[str, Any]) -> list[int]:
    issued = csl.get("issued")
    parts = _list(issued.get("date-parts")) if isinstance(issued, Mapping) else []
    return [int(part) for part in parts[0]] if parts else []


def _braced(text: object, *, plain: bool = False) -> str:
    said = str(text or "")
    return f"{{{said if plain else _escaped(said)}}}" if said else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), text)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
