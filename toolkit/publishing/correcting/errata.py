"""Errata strips of an edition: made for whoever asks, from what is known now, and kept nowhere."""

from datetime import date

from sqlalchemy import select

from fact_sheets.dossier import Citation
from fact_sheets.errata.errata import Corrected, Errata, Told, Up, pack
from toolkit.config import Settings
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.models import Claim, ClaimCitation, ClaimRevision
from toolkit.publishing.correcting.edition_page import ChangedClaim, EditionPage, edition_page
from toolkit.publishing.errors import NothingToCorrect
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing import library
from toolkit.publishing.rendering.frames import ERRATA

__all__ = ["Up", "facts", "strips"]

NOTHING = "No claim on this sheet reads otherwise today."


def strips(press_room: PressRoom, code: str, up: Up, on: date) -> bytes | None:
    """The PDF of the strips for the edition with this code; None where there is no such edition.

    Raises NothingToCorrect, FactsBusy, Busy or RenderFailed.
    """
    with press_room.reading():
        page = edition_page(code, on)
        known = facts(page, up, on, press_room.settings) if page else None
    return press_room.renderers.render(pack(known), ERRATA) if known else None


def facts(page: EditionPage, up: Up, on: date, settings: Settings) -> Errata:
    """What the strips say. Raises NothingToCorrect."""
    if not page.changes:
        raise NothingToCorrect(NOTHING)
    cited = _citations([change.claim_id for change in page.changes])
    return Errata(
        up=up,
        on=on,
        title=page.title,
        code=page.code,
        issued_on=page.issued_on,
        check_url=f"{settings.base_url}/editions/{page.code}",
        corrected=tuple(_corrected(change, cited.get(change.claim_id, [])) for change in page.changes),
        sources=library.sources(each.source_id for found in cited.values() for each in found),
        perspectives=subjects.find(page.subject).perspectives,
    )


def _corrected(change: ChangedClaim, citations: list[Citation]) -> Corrected:
    told = tuple(Told(notice.made_on, notice.sentence) for notice in change.notices)
    return Corrected(change.claim_id, change.was, change.today, told, tuple(citations))


def _citations(claim_ids: list[str]) -> dict[str, list[Citation]]:
    """Where the words that print today of these claims are supported."""
    columns = Claim.id, ClaimCitation.source_id, ClaimCitation.locator, ClaimCitation.quote
    rows = (
        select(*columns)
        .join_from(
            Claim,
            ClaimRevision,
            (ClaimRevision.claim_id == Claim.id) & (ClaimRevision.number == Claim.printed),
        )
        .join(ClaimCitation, ClaimCitation.revision_id == ClaimRevision.id)
        .where(Claim.id.in_(claim_ids))
        .order_by(Claim.id, ClaimCitation.position)
    )
    found: dict[str, list[Citation]] = {}
    for claim_id, source_id, locator, quote in session().execute(rows):
        found.setdefault(claim_id, []).append(Citation(source_id, locator, quote))
    return found
