"""An issued edition as its page shows it: its state, then what was printed, from the dossier kept with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fact_sheets import snapshot
from fact_sheets.codes import normalise
from fact_sheets.dossier import Claim, Dossier, Imprint, Side, Source
from fact_sheets.errors import CodeError
from toolkit.models import Edition
from toolkit.publishing import editions, library
from toolkit.publishing.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition; claims and sources are those printed, in the order and wording of the sheet."""

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
    standing: Standing
    now: Mapping[str, str]  # today's words of the claims that changed, by claim id
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class Pdf:
    """Where the stored bytes of an edition are found."""

    sha256: str
    geoid: str


__all__ = ["CodeError", "EditionPage", "Pdf", "edition_page", "normalise", "pdf"]


def edition_page(code: str, on: date) -> EditionPage | None:
    """The edition with this code, as printed, and how it stands on this day."""
    edition = editions.find(code)
    if edition is None:
        return None
    dossier = snapshot.from_json(edition.dossier_json.encode())
    claims = _printed(edition, dossier)
    stands = standing(edition, on)
    return EditionPage(
        code=edition.code,
        title=edition.title,
        geoid=edition.geoid,
        place_label=edition.place_label,
        issued_on=edition.issued_on,
        list_date=dossier.roster.list_date,
        review_by=edition.review_by,
        first_side=dossier.first_side,
        pages=edition.pages,
        pdf_bytes=edition.pdf_bytes,
        pdf_sha256=edition.pdf_sha256,
        dossier_sha256=edition.dossier_sha256,
        press_version=edition.press_version,
        standing=stands,
        now=_words_now(stands),
        claims=claims,
        sources=_cited(claims, dossier),
        imprint=dossier.imprint,
    )


def pdf(code: str) -> Pdf | None:
    """The hash of the edition's stored bytes."""
    edition = editions.find(code)
    return Pdf(edition.pdf_sha256, edition.geoid) if edition else None


def _printed(edition: Edition, dossier: Dossier) -> tuple[Claim, ...]:
    by_id = {claim.id: claim for claim in dossier.claims}
    return tuple(by_id[printed.claim_id] for printed in edition.claims)


def _words_now(stands: Standing) -> dict[str, str]:
    changed = {claim.claim_id for claim in stands.changed}
    return {c.id: c.text for c in library.library().claims if c.id in changed} if changed else {}


def _cited(claims: tuple[Claim, ...], dossier: Dossier) -> tuple[Source, ...]:
    ids = dict.fromkeys(citation.source_id for claim in claims for citation in claim.citations)
    by_id = {source.id: source for source in dossier.sources}
    return tuple(by_id[source_id] for source_id in ids)
