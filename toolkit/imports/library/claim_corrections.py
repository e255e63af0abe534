"""What a newer starter library means for printed sheets: a plain sentence for each claim that changes."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from toolkit.database import session
from toolkit.ledger.printed import printed, printed_last, prints_alike
from toolkit.models import Claim, ClaimRevision, Correction, EditionClaim

REWORDED = "A newer starter library says this in other words."
OTHER_SOURCES = "A newer starter library rests this on other sources, or other pages of them."
HELD_BACK = "The starter library prints this no longer. {}"
PRINTS_AGAIN = "The starter library prints this again."


def corrections(before: Iterable[tuple[Claim, ClaimRevision | None]], on: date) -> Iterator[Correction]:
    """A row for each claim that prints otherwise than ``before``, if an edition has printed it."""
    on_paper = set(session().scalars(select(EditionClaim.claim_id).distinct()))
    for claim, was in before:
        if claim.id in on_paper and (told := _told(claim, was, printed(claim))):
            since, sentence = told
            yield Correction(
                claim_id=claim.id,
                from_revision=since,
                to_revision=claim.printed,
                sentence=sentence,
                made_on=on,
            )


def _told(claim: Claim, was: ClaimRevision | None, prints: ClaimRevision | None) -> tuple[int, str] | None:
    """The revision that readers know, and what they are told; None where there is nothing to tell."""
    if was is None:
        since = printed_last(claim.id) if prints else None
        return (since, PRINTS_AGAIN) if since else None
    if prints is None:
        return was.number, HELD_BACK.format(claim.draft_reason)
    if prints.text != was.text:
        return was.number, REWORDED
    return None if prints_alike(was, prints) else (was.number, OTHER_SOURCES)
