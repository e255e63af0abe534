"""An issued edition as its page shows it: its state, then what was printed, from the facts kept with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from fact_sheets.codes import normalise
from fact_sheets.dossier import Imprint, Side, Stance
from fact_sheets.errors import CodeError
from toolkit.database import session
from toolkit.models import Edition
from toolkit.publishing import editions, library
from toolkit.publishing.standing import Standing, State, standing

__all__ = ["CodeError", "EditionPage", "StoredPdf", "edition_page", "normalise", "stored_pdf"]


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim in the words of the sheet."""

    id: str
    stance: Stance
    text: str


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """A source that the sheet's claims cite."""

    id: str
    title: str
    tag: str


@dataclass(frozen=True, slots=True)
class Change:
    """How a printed claim reads today; a claim that was only looked at again has not changed."""

    claim_id: str
    words: str | None  # None where they are as printed, and only the sources changed


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition; claims and sources are those printed, in the order of the sheet."""

    code: str
    title: str
    geoid: str
    place_label: str
    issued_on: date
    list_date: date
    review_by: date | None
    first_side: Side
    pages: int
    pdf_bytes: int
    pdf_sha256: str
    dossier_sha256: str
    press_version: str
    state: State
    withdrawn: tuple[str, ...]  # ids of claims that are printed no more
    changes: tuple[Change, ...]
    claims: tuple[PrintedClaim, ...]
    sources: tuple[PrintedSource, ...]
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class StoredPdf:
    """Where the bytes of an edition are found, and which place they are about."""

    sha256: str
    geoid: str


def edition_page(code: str, on: date) -> EditionPage | None:
    """The edition with this code, as printed, and how it stands on this day."""
    edition = editions.find(code)
    if edition is None:
        return None
    # Read as plain JSON: checking every field again, as the press does, would take ten times as long.
    facts = json.loads(edition.dossier_json)
    known = {claim["id"]: claim for claim in facts["claims"]}
    printed = [known[claim.claim_id] for claim in edition.claims]
    stands = standing(edition, on)
    changes = _changes(stands, known)
    return EditionPage(
        code=edition.code,
        title=edition.title,
        geoid=edition.geoid,
        place_label=edition.place_label,
        issued_on=edition.issued_on,
        list_date=date.fromisoformat(facts["roster"]["list_date"]),
        review_by=edition.review_by,
        first_side=facts["first_side"],
        pages=edition.pages,
        pdf_bytes=edition.pdf_bytes,
        pdf_sha256=edition.pdf_sha256,
        dossier_sha256=edition.dossier_sha256,
        press_version=edition.press_version,
        state=_state(stands, changes, overdue=edition.review_by is not None and edition.review_by < on),
        withdrawn=tuple(claim.claim_id for claim in stands.withdrawn),
        changes=changes,
        claims=tuple(PrintedClaim(claim["id"], claim["stance"], claim["text"]) for claim in printed),
        sources=_cited(printed, facts["sources"]),
        imprint=Imprint(**facts["imprint"]),
    )


def stored_pdf(code: str) -> StoredPdf | None:
    """The hash of the edition's stored bytes."""
    row = session().execute(select(Edition.pdf_sha256, Edition.geoid).where(Edition.code == code)).first()
    return StoredPdf(*row) if row else None


def _changes(stands: Standing, printed: Mapping[str, dict[str, Any]]) -> tuple[Change, ...]:
    """The claims whose words or sources are not those of the sheet; a new revision may leave both alone."""
    revised = {claim.claim_id for claim in stands.changed}
    today = {claim.id: claim for claim in library.library().claims} if revised else {}
    found = []
    for claim_id, claim in printed.items():
        now = today.get(claim_id) if claim_id in revised else None
        if now is None:
            continue
        other_words = now.text != claim["text"]
        sources = {citation["source_id"] for citation in claim["citations"]}
        if other_words or sources != {citation.source_id for citation in now.citations}:
            found.append(Change(claim_id, now.text if other_words else None))
    return tuple(found)


def _state(stands: Standing, changes: tuple[Change, ...], *, overdue: bool) -> State:
    if stands.withdrawn:
        return "withdrawn"
    if changes:
        return "changed"
    if stands.state == "changed":  # looked at again, and found as printed
        return "review overdue" if overdue else "current"
    return stands.state


def _cited(claims: list[dict[str, Any]], sources: list[dict[str, Any]]) -> tuple[PrintedSource, ...]:
    ids = dict.fromkeys(citation["source_id"] for claim in claims for citation in claim["citations"])
    by_id = {source["id"]: source for source in sources}
    found = (by_id[source_id] for source_id in ids)
    return tuple(PrintedSource(source["id"], source["csl"]["title"], source["tag"]) for source in found)
