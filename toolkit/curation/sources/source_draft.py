"""A source as an editor writes it: text by field, empty where there is none; the way to its row and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from toolkit.curation.difference import Difference, differences
from toolkit.curation.sources import csl_text

TYPES = {
    "article-newspaper": "News article",
    "article-magazine": "Magazine article",
    "article-journal": "Journal article",
    "report": "Report",
    "webpage": "Web page",
    "legislation": "Law or regulation",
    "bill": "Bill",
    "legal_case": "Court paper",
    "contract": "Agreement",
    "dataset": "Data",
    "book": "Book",
    "chapter": "Chapter of a book",
    "paper-conference": "Conference paper",
    "thesis": "Thesis",
    "manuscript": "Working paper",
    "speech": "Speech or testimony",
    "broadcast": "Broadcast",
}
KINDS = (
    *("statute", "regulation", "executive-order", "state-law", "court", "federal-agency", "oversight-body"),
    *("official", "academic-study", "news", "law-enforcement-association", "advocacy-supportive"),
    *("advocacy-critical", "association", "explainer", "reference", "commentary"),
)
PERSPECTIVES = ("independent", "government-operator", "supportive", "critical", "mixed")
LEVELS = ("primary-read", "primary-excerpt", "secondary-excerpt", "unseen")
LABELS = {
    "title": "Title",
    "url": "Address (URL)",
    "doi": "DOI",
    "type": "Form",
    "people": "People who wrote it",
    "organizations": "Organizations that wrote it",
    "publisher": "Publisher",
    "container_title": "Journal, newspaper, site or series",
    "issued": "Published",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "number": "Number",
    "section": "Section",
    "chapter_number": "Chapter",
    "genre": "Genre",
    "authority": "Court",
    "status": "Status",
    "accessed": "Read on",
    "tag": "Short name",
    "kind": "Kind",
    "perspective": "Standpoint",
    "verified_level": "How far we saw it",
    "verified_note": "How we checked it",
    "seen_at": "Where we read it",
    "funding": "Who paid for it",
    "archive_url": "Archived copy",
    "note": "Note for readers",
}
_PLAIN = (
    *("publisher", "container_title", "volume", "issue", "page", "number", "section", "chapter_number"),
    *("genre", "authority", "status"),
)
_COLUMNS = ("tag", "kind", "perspective", "verified_level", "verified_note")
_MAYBE = ("seen_at", "funding", "archive_url", "note")


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """What an editor fills in. ``people`` and ``organizations`` hold one name a line; dates are ISO."""

    title: str = ""
    url: str = ""
    doi: str = ""
    type: str = ""
    people: str = ""
    organizations: str = ""
    publisher: str = ""
    container_title: str = ""
    issued: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    section: str = ""
    chapter_number: str = ""
    genre: str = ""
    authority: str = ""
    status: str = ""
    accessed: str = ""
    tag: str = ""
    kind: str = ""
    perspective: str = ""
    verified_level: str = ""
    verified_note: str = ""
    seen_at: str = ""
    funding: str = ""
    archive_url: str = ""
    note: str = ""

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Field names and texts, in the order of the form."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


def of_csl(item: Mapping[str, Any]) -> SourceDraft:
    """The fields that an item of CSL-JSON fills; what is no text is left out."""
    plain = {name: _text(item.get(name.replace("_", "-"))) for name in _PLAIN}
    return SourceDraft(
        title=_text(item.get("title")),
        url=_text(item.get("URL")),
        doi=_text(item.get("DOI")),
        type=_text(item.get("type")),
        people=csl_text.people_in(item.get("author")),
        organizations=csl_text.organizations_in(item.get("author")),
        issued=csl_text.date_in(item.get("issued")),
        accessed=csl_text.date_in(item.get("accessed")),
        **plain,
    )


def of_content(content: Mapping[str, Any]) -> SourceDraft:
    """A source by its columns, as its row or its history holds them."""
    own = {name: str(content[name] or "") for name in (*_COLUMNS, *_MAYBE)}
    return replace(of_csl(content["csl"]), title=content["title"], url=content["url"], **own)


def columns(draft: SourceDraft, source_id: str, before: Mapping[str, Any]) -> dict[str, object]:
    """The row's values. What CSL-JSON held ``before`` and no field shows is kept."""
    shown = {name.replace("_", "-"): text for name, text in draft if name in _PLAIN}
    shown |= {"type": draft.type, "title": draft.title, "URL": draft.url, "DOI": draft.doi}
    csl = {
        name: value for name, value in before.items() if name not in {*shown, "author", "issued", "accessed"}
    }
    csl |= {"id": source_id} | {name: text for name, text in shown.items() if text}
    names = csl_text.authors(draft.people, draft.organizations, before.get("author"))
    dates = {"issued": csl_text.date_parts(draft.issued), "accessed": csl_text.date_parts(draft.accessed)}
    csl |= {"author": names} | {name: value for name, value in dates.items() if value}
    own = {name: text for name, text in draft if name in _COLUMNS}
    maybe = {name: text or None for name, text in draft if name in _MAYBE}
    return {"csl": csl, "title": draft.title, "url": draft.url, **own, **maybe}


def changes(old: SourceDraft, new: SourceDraft) -> tuple[Difference, ...]:
    """The fields that read differently, in the order of the form."""
    return differences(dict(old), dict(new), LABELS)


def _text(value: object) -> str:
    """A text or number of CSL-JSON; of a list, as Crossref gives it, the first."""
    first = value[0] if isinstance(value, list) and value else value
    return str(first) if isinstance(first, str | int) and not isinstance(first, bool) else ""
