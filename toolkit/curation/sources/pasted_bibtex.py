"""BibTeX into CSL-JSON. The only door to bibtexparser's reader; its own names for things end here."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from toolkit.curation.errors import Unreadable

_LONGEST = 4000  # characters of one field
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "book",
    "collection": "book",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "webpage",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
_TEXTS = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle", "series"),
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "chapter-number": ("chapter",),
    "genre": ("type",),
}
_AS_THEY_ARE = {"URL": ("url",), "DOI": ("doi",)}
_NUMBERED = frozenset({"report", "legislation", "manuscript"})  # whose number is their own, not an issue's
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read(text: str) -> list[Mapping[str, Any]]:
    """Every entry that can be read, as CSL-JSON. Raises Unreadable where reading breaks down."""
    from bibtexparser import middlewares  # a tenth of a second, which only a pasted record is worth
    from bibtexparser.entrypoint import parse_string

    # It logs what it cannot read; what an editor pastes is no business of a log.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    steps = [middlewares.NormalizeFieldKeys(), middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    try:
        entries = parse_string(text, append_middleware=steps).entries
        return [_item(each.entry_type.lower(), {f.key: f.value for f in each.fields}) for each in entries]
    except (ValueError, RecursionError) as error:
        raise Unreadable from error


def _item(kind: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    item: dict[str, Any] = {"type": _TYPES.get(kind, kind)}
    item |= {name: _plain(_first(fields, keys)) for name, keys in _TEXTS.items()}
    item |= {name: _first(fields, keys).replace("\\", "") for name, keys in _AS_THEY_ARE.items()}
    if item["type"] in _NUMBERED:
        item["number"] = item.pop("issue")
    names = fields.get("author") or fields.get("editor")
    item["author"] = [_name(name) for name in names] if isinstance(names, list) else []
    item["issued"] = {"date-parts": [_date(fields)]}
    return {name: value for name, value in item.items() if value}


def _name(parts: Any) -> dict[str, str]:
    """A name in braces is one whole, as that of an organization is."""
    last = " ".join((*parts.von, *parts.last))
    if not parts.first and last.startswith("{") and last.endswith("}"):
        return {"literal": _plain(last)}
    name = {
        "family": _plain(last),
        "given": _plain(" ".join(parts.first)),
        "suffix": _plain(" ".join(parts.jr)),
    }
    return name if name["given"] else {"literal": name["family"]}


def _date(fields: Mapping[str, Any]) -> list[int]:
    """Year, month and day as far as they are there: of biblatex's date, or of year and month."""
    whole = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", _first(fields, ("date", "year")))
    numbers = [int(part) for part in whole.groups() if part] if whole else []
    month = _plain(_first(fields, ("month",))).strip(" .").lower()
    if len(numbers) == 1 and month:
        named = next((at for at, name in enumerate(_MONTHS, 1) if month.startswith(name)), 0)
        number = int(month) if re.fullmatch(r"[0-9]{1,2}", month) else named
        numbers += [number] if 1 <= number <= len(_MONTHS) else []
    return numbers


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    found = (
        fields[key] for key in keys if isinstance(fields.get(key), str | int) and str(fields[key]).strip()
    )
    return str(next(found, ""))


def _plain(text: str) -> str:
    """Text without LaTeX: accents become letters, braces go. What breaks its reader loses only braces."""
    from pylatexenc.latex2text import LatexNodes2Text  # comes with the reader of BibTeX

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    text = text[:_LONGEST]
    if not re.search(r"[\\{}$~]|--|``|''", text):
        return text.strip()
    try:
        return str(LatexNodes2Text(math_mode="verbatim").latex_to_text(text)).strip()
    except (ValueError, TypeError, IndexError, RecursionError):
        return re.sub(r"[{}]", "", text).strip()
