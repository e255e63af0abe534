"""What a newer starter library means for printed sheets: a plain sentence for each claim that changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from toolkit.database import session
from toolkit.models import Claim, Correction, EditionClaim

REWORDED = "A newer starter library says this in other words."
OTHER_SOURCES = "A newer starter library rests this on other sources, or other pages of them."
HELD_BACK = "The starter library prints this no longer. {}"
PRINTS_AGAIN = "The starter library prints this again."


@dataclass(frozen=True, slots=True)
class Printing:
    """The revision of a claim that prints."""

    number: int
    text: str
    sources: frozenset[tuple[str, str | None]]  # and where in them


def printing(claim: Claim) -> Printing | None:
    """What prints of a claim; None where nothing does."""
    for revision in claim.revisions:
        if revision.number == claim.printed:
            sources = frozenset((each.source_id, each.locator) for each in revision.citations)
            return Printing(revision.number, revision.text, sources)
    return None


def corrections(before: Iterable[tuple[Claim, Printing | None]], on: date) -> Iterator[Correction]:
    """A row for each claim that prints otherwise than ``before``, if an edition has printed it."""
    on_paper = set(session().scalars(select(EditionClaim.claim_id).distinct()))
    for claim, was in before:
        if claim.id in on_paper:
            row = _correction(claim, was, printing(claim), on)
            if row is not None:
                yield row


def _correction(claim: Claim, was: Printing | None, now: Printing | None, on: date) -> Correction | None:
    if was is None:
        since = _taken_back(claim.id) if now else None
        return _row(claim, since, now, PRINTS_AGAIN, on) if since else None
    if now is None:
        return _row(claim, was.number, None, HELD_BACK.format(claim.draft_reason), on)
    if now.text != was.text:
        return _row(claim, was.number, now, REWORDED, on)
    return _row(claim, was.number, now, OTHER_SOURCES, on) if now.sources != was.sources else None


def _row(claim: Claim, since: int, now: Printing | None, sentence: str, on: date) -> Correction:
    to = now.number if now else None
    return Correction(claim_id=claim.id, from_revision=since, to_revision=to, sentence=sentence, made_on=on)


def _taken_back(claim_id: str) -> int | None:
    """The revision that printed last, if the newest correction of the claim took it out of print."""
    rows = select(Correction).where(Correction.claim_id == claim_id).order_by(Correction.id.desc())
    row = session().scalars(rows.limit(1)).first()
    return row.from_revision if row is not None and row.to_revision is None else None
