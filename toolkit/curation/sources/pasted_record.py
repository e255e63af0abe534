"""A record that an editor pastes, read into the fields of a source: nothing is fetched and nothing is saved.

It comes from anywhere, so it is cut to a size, read by libraries that are kept for the purpose, and whatever
they make of it is only text in a form that a person looks at.
"""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from toolkit.curation.errors import Unreadable
from toolkit.curation.sources import pasted_bibtex, pasted_ris, source_draft, source_rules
from toolkit.curation.sources.source_draft import TYPES, SourceDraft

LONGEST = 20_000  # characters: many times what a record takes
Item = Mapping[str, Any]
NOT_FETCHED = "We fetch nothing from other sites: write the title and the rest from the source itself."
ONLY_FIRST = "This holds several records. The form has the first one."
_BARE_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_BIBTEX = re.compile(r"^\s*@\s*\w+\s*[{(]", re.MULTILINE)
_RIS = re.compile(r"^TY  ?-", re.MULTILINE)
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9:]{0,15}(?:\s[^<>]{0,80})?/?>")
_LIKE = {"post": "webpage", "post-weblog": "webpage", "document": "report", "monograph": "book"}


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the record fills in, and what the editor should know about it."""

    draft: SourceDraft
    remarks: tuple[str, ...] = ()


def read(text: str) -> Pasted:
    """The fields that a record fills: BibTeX, RIS, CSL-JSON (as doi.org gives it), a DOI or an address.

    Raises Unreadable.
    """
    text = text.lstrip("\ufeff").strip()
    if len(text) > LONGEST:
        raise Unreadable(f"This is longer than {LONGEST:,} characters. Paste one record only.")
    if found := _BARE_DOI.fullmatch(text):
        doi = found[1].rstrip(".,;")
        return Pasted(SourceDraft(doi=doi, url=f"https://doi.org/{doi}"), (NOT_FETCHED,))
    if re.fullmatch(r"https?://\S+", text):
        return Pasted(source_rules.tidied(SourceDraft(url=text)), (NOT_FETCHED,))
    items = _reader(text)(text)
    if not items:
        raise Unreadable
    return _filled(items[0], (ONLY_FIRST,) if len(items) > 1 else ())


def _reader(text: str) -> Callable[[str], list[Item]]:
    if text.startswith(("{", "[")):
        return _read_json
    if _BIBTEX.search(text):
        return pasted_bibtex.read
    if _RIS.search(text):
        return pasted_ris.read
    raise Unreadable


def _read_json(text: str) -> list[Item]:
    """CSL-JSON: an item or a list of them; Crossref puts one inside "message"."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("This begins like JSON and cannot be read as JSON. Copy all of it.") from error
    found = found.get("message", found) if isinstance(found, dict) else found
    items = found if isinstance(found, list) else [found]
    return [item for item in items if isinstance(item, dict) and item.get("title")]


def _filled(item: Item, remarks: tuple[str, ...]) -> Pasted:
    """The item as a draft without markup and hidden characters; a form that we do not list is told."""
    draft = source_draft.of_csl(item)
    texts = {name: _visible(html.unescape(_MARKUP.sub("", text))) for name, text in draft if text}
    draft = replace(draft, **texts)
    if not draft.url and draft.doi:
        draft = replace(draft, url=f"https://doi.org/{draft.doi}")
    draft = source_rules.tidied(draft)
    if draft.type not in TYPES:
        known = _LIKE.get(draft.type, "")
        remarks += () if known else ("Its form is none that we list: choose one.",)
        draft = replace(draft, type=known)
    return Pasted(draft, remarks)


def _visible(text: str) -> str:
    """The text without what nobody sees in it: it comes from elsewhere, and a person will look at it."""
    hidden = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) not in hidden)
