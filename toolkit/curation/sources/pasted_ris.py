"""RIS into CSL-JSON. The only door to rispy; its own names for things end here."""

import re
from collections.abc import Mapping
from typing import Any

from toolkit.curation.errors import Unreadable

_TYPES = {
    "BILL": "bill",
    "BLOG": "webpage",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "GOVDOC": "report",
    "HEAR": "speech",
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "RPRT": "report",
    "STAT": "legislation",
    "STAND": "report",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "broadcast",
}
_TEXTS = {
    "title": ("title", "primary_title", "translated_title", "short_title"),
    "container-title": ("journal_name", "secondary_title", "alternate_title1", "alternate_title3"),
    "publisher": ("publisher", "name_of_database"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "section": ("section",),
    "DOI": ("doi",),
}


def read(text: str) -> list[Mapping[str, Any]]:
    """Every record that can be read, as CSL-JSON. Raises Unreadable where reading breaks down."""
    import rispy  # only a pasted record is worth loading it

    closed = text if re.search(r"^ER  ?-", text, re.MULTILINE) else f"{text}\nER  - \n"
    spaced = re.sub(r"^([A-Z][A-Z0-9]) ?-", r"\1  -", closed, flags=re.MULTILINE)
    try:
        return [_item(record) for record in rispy.loads(spaced, delimiter_tags_mapping={})]
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Unreadable("This begins like RIS and cannot be read as RIS. Copy all of it.") from error


def _item(record: Mapping[str, Any]) -> Mapping[str, Any]:
    kind = str(record.get("type_of_reference", "")).upper()
    item: dict[str, Any] = {"type": _TYPES.get(kind, kind.lower())}
    item |= {name: _first(record, keys) for name, keys in _TEXTS.items()}
    if item["type"] in {"report", "legislation", "bill", "legal_case"}:
        item["number"] = item.pop("issue")
    names = [name for key in ("first_authors", "authors") for name in _list(record.get(key))]
    item["author"] = [_name(name) for name in names]
    urls = [url for url in _list(record.get("urls")) if url]
    item["URL"] = urls[0] if urls else ""
    ends = [_first(record, (key,)) for key in ("start_page", "end_page")]
    item["page"] = "-".join(end for end in ends if end)
    date = re.match(
        r"(\d{4})[/-]?(\d{1,2})?[/-]?(\d{1,2})?", _first(record, ("date", "year", "publication_year"))
    )
    item["issued"] = {"date-parts": [[int(part) for part in date.groups() if part] if date else []]}
    return {name: value for name, value in item.items() if value}


def _name(text: str) -> dict[str, str]:
    """ "Family, Given, Suffix"; a name without a comma is that of an organization."""
    family, given, suffix = [part.strip() for part in [*text.split(",", 2), "", ""][:3]]
    return {"family": family, "given": given, "suffix": suffix} if given else {"literal": family}


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    found = (text for key in keys for text in _list(record.get(key)) if text.strip())
    return next(found, "")


def _list(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return [str(value)] if value else []
