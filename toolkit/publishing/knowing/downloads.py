"""The library for everyone to take along: claims that print and the sources behind them, as CSV and JSON.

The same library is the same bytes, so that a copy can be compared and a browser asks for what is new only.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from fact_sheets import dossier
from toolkit import models
from toolkit.database import session
from toolkit.ledger import spreadsheet, subjects
from toolkit.ledger.claim_words import FIELDS
from toolkit.ledger.revisions import from_revision, of_each_claim
from toolkit.models import Claim, ClaimRevision
from toolkit.publishing.knowing import bibtex
from toolkit.publishing.knowing.library import library
from toolkit.publishing.knowing.sources import names_of, published

# What a claim says is in the order of its fields; what came to them later stands behind the citations.
_PUBLIC = [field for field in FIELDS if field.public]
_CITATIONS = [field.kind for field in _PUBLIC].index("citations")
_BEFORE, _AFTER = _PUBLIC[:_CITATIONS], _PUBLIC[_CITATIONS + 1 :]
CLAIM_COLUMNS = (
    *("claim", "revision", *(field.key for field in _BEFORE), "page"),
    *("source", "locator", "quote", "source_title", "source_publisher", "source_perspective", "source_url"),
    *(field.key for field in _AFTER),
)
SOURCE_COLUMNS = (
    *(
        "source",
        "type",
        "title",
        "authors",
        "publisher",
        "container",
        "published",
        "url",
        "doi",
        "short_name",
    ),
    *("kind", "perspective", "verified_level", "verified_note", "funding", "archived_copy", "note"),
    *("checked", "claims", "page"),
)


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source that prints, the claims that cite it, and the last day on which one of them was checked."""

    row: models.Source
    claims: tuple[str, ...]
    checked: date | None  # None: only explanations of words cite it


def claims_csv(base_url: str, subject: str = "") -> str:
    """One row for each citation, in the order of claims and of their citations."""
    known = {source.row.id: source.row for source in _cited(library(subject))}
    rows = (row for revision in _printed(subject) for row in _claim_rows(revision, known, base_url))
    return spreadsheet.table(CLAIM_COLUMNS, rows)


def claims_json(base_url: str, subject: str = "") -> str:
    """Each claim with its citations, what answers it and the questions it belongs to."""
    shelf = library(subject)
    printing = {claim.id for claim in shelf.claims}
    asked: dict[str, list[str]] = {}
    for dispute in shelf.disputes:
        for claim_id in (*dispute.supporters, *dispute.critics, *dispute.mixed):
            asked.setdefault(claim_id, []).append(dispute.question)
    claims = [
        _claim(revision, base_url)
        | {"answered_by": [each for each in revision.counter_claims if each in printing]}
        | {"questions": asked.get(revision.claim_id, [])}
        for revision in _printed(subject)
    ]
    return _json({"site": base_url, "claims": claims})


def sources_csv(base_url: str, subject: str = "") -> str:
    """One row for each source."""
    return spreadsheet.table(
        SOURCE_COLUMNS, (_source_row(source, base_url) for source in _cited(library(subject)))
    )


def sources_json(base_url: str, subject: str = "") -> str:
    """CSL-JSON, as reference managers read it; what is ours stands under "custom"."""
    return _json([_csl(source, base_url) for source in _cited(library(subject))])


def sources_bib(base_url: str, subject: str = "") -> str:
    """BibTeX; what is ours stands in the note."""
    return bibtex.write((each.row, f"{base_url}/sources/{each.row.id}") for each in _cited(library(subject)))


def _printed(subject: str) -> Iterator[ClaimRevision]:
    yield from of_each_claim(Claim.printed, Claim.subject == subjects.find(subject).id)


def _cited(shelf: dossier.Library) -> list[CitedSource]:
    claims: dict[str, list[dossier.Claim]] = {
        source_id: [] for source_id in (source.id for source in shelf.sources)
    }
    for claim in shelf.claims:
        for source_id in dict.fromkeys(citation.source_id for citation in claim.citations):
            claims[source_id].append(claim)
    rows = session().scalars(select(models.Source).where(models.Source.id.in_(claims)))
    return [
        CitedSource(row, tuple(c.id for c in citing), max((c.checked for c in citing), default=None))
        for row in sorted(rows, key=lambda row: row.id)
        for citing in (claims[row.id],)
    ]


def _claim(revision: ClaimRevision, base_url: str) -> dict[str, Any]:
    words = from_revision(revision, questions=())
    said: dict[str, Any] = {
        "id": revision.claim_id,
        "revision": revision.number,
        "page": _page(revision, base_url),
    }
    for field in _PUBLIC:
        value = getattr(words, field.name)
        if field.name.startswith("scope_"):
            said.setdefault("scope", {})[field.key] = value
        elif field.kind == "citations":
            said[field.key] = [
                {"source": each.source_id, "locator": each.locator, "quote": each.quote} for each in value
            ]
        else:
            said[field.key] = value.isoformat() if isinstance(value, date) else value
    return said


def _claim_rows(
    revision: ClaimRevision, known: dict[str, models.Source], base_url: str
) -> Iterator[Iterable[object]]:
    words = from_revision(revision, questions=())
    before, after = ([_cell(getattr(words, field.name)) for field in part] for part in (_BEFORE, _AFTER))
    for each in words.citations:
        source = known[each.source_id]
        cited = (each.source_id, each.locator, each.quote, source.title)
        theirs = (source.csl.get("publisher", ""), source.perspective, source.url)
        page = _page(revision, base_url)
        yield (revision.claim_id, revision.number, *before, page, *cited, *theirs, *after)


def _cell(value: object) -> object:
    """Yes or no, and a list with spaces between its parts."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, tuple) else value


def _page(revision: ClaimRevision, base_url: str) -> str:
    return f"{base_url}/claims/{revision.claim_id}"


def _source_row(source: CitedSource, base_url: str) -> Iterable[object]:
    row, csl = source.row, source.row.csl
    return (
        *(row.id, csl.get("type"), row.title, "; ".join(names_of(csl)), csl.get("publisher")),
        *(csl.get("container-title"), published(csl), row.url, csl.get("DOI"), row.tag),
        *(row.kind, row.perspective, row.verified_level, row.verified_note, row.funding, row.archive_url),
        *(row.note, source.checked, " ".join(source.claims), f"{base_url}/sources/{row.id}"),
    )


def _csl(source: CitedSource, base_url: str) -> dict[str, Any]:
    row = source.row
    custom = {
        "page": f"{base_url}/sources/{row.id}",
        "short_name": row.tag,
        "kind": row.kind,
        "perspective": row.perspective,
        "verified_level": row.verified_level,
        "verified_note": row.verified_note,
        "funding": row.funding,
        "archived_copy": row.archive_url,
        "note": row.note,
        "checked": source.checked.isoformat() if source.checked else None,
        "claims": source.claims,
    }
    return row.csl | {"id": row.id, "custom": {name: value for name, value in custom.items() if value}}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
