"""What a newer starter library means for printed sheets: a plain sentence for each claim that changes.

Where the library says how a claim changed, its own sentence is told, and one that is only worded otherwise is
not told at all. Where it does not, a copy counts as changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select

from toolkit.database import session
from toolkit.imports.library.subject_files import Change
from toolkit.ledger.printed import printed, printed_last, prints_alike
from toolkit.models import Claim, ClaimRevision, Correction, EditionClaim

REWORDED = "A newer starter library says this in other words."
OTHER_SOURCES = "A newer starter library rests this on other sources, or other pages of them."
HELD_BACK = "The starter library prints this no longer. {}"
PRINTS_AGAIN = "The starter library prints this again."
UNSAID = Change("wrong")


def corrections(
    before: Iterable[tuple[Claim, ClaimRevision | None]], changes: Mapping[str, Change | None], on: date
) -> Iterator[Correction]:
    """A row for each claim that prints otherwise than ``before``, if an edition has printed it."""
    on_paper = set(session().scalars(select(EditionClaim.claim_id).distinct()))
    for claim, was in before:
        change = changes.get(claim.id) or UNSAID
        if claim.id in on_paper and (told := _told(claim, was, printed(claim), change)):
            since, sentence = told
            yield Correction(
                claim_id=claim.id,
                from_revision=since,
                to_revision=claim.printed,
                sentence=sentence,
                grave=change.grave,
                made_on=on,
            )


def _told(
    claim: Claim, was: ClaimRevision | None, prints: ClaimRevision | None, change: Change
) -> tuple[int, str] | None:
    """The revision that readers know, and what they are told; None where there is nothing to tell."""
    if was is None:
        since = printed_last(claim.id) if prints else None
        return (since, PRINTS_AGAIN) if since else None
    if prints is None:
        return was.number, change.says or HELD_BACK.format(claim.draft_reason)
    if prints_alike(was, prints) or (change is not UNSAID and not change.says):
        return None
    return was.number, change.says or (REWORDED if prints.text != was.text else OTHER_SOURCES)
