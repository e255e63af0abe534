"""What has become of an issued edition: current, overdue for review, or printing claims that changed.

A claim has changed when other words, other sources or other places in them print today than on the sheet.
One that was only looked at again has not: its newest review date is the one that counts.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import aliased

from fact_sheets.dossier import last_day
from toolkit.database import session
from toolkit.ledger.printed import prints_alike
from toolkit.models import Claim, ClaimRevision, Edition, EditionClaim

State = Literal["current", "review overdue", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    prints: int | None  # revision that prints today; None when the claim was withdrawn
    words: str | None  # those of today
    same: bool  # whether they, and their sources, are those of the sheet
    review_by: date | None  # the last day on which today's words may be said
    until: date | None  # from this day on they are no longer true

    @property
    def withdrawn(self) -> bool:
        """Whether it prints no longer."""
        return self.prints is None

    @property
    def changed(self) -> bool:
        """Whether the library says it differently today."""
        return not self.withdrawn and not self.same


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an edition on a day, and the claims that make it so."""

    state: State
    changed: tuple[ClaimStanding, ...]
    withdrawn: tuple[ClaimStanding, ...]
    review_by: date | None  # the earliest last day, as known today, of the claims that stand as printed
    ended: tuple[ClaimStanding, ...] = ()  # those of them that are no longer true


def standing(edition: Edition, on: date) -> Standing:
    """How a printed copy of this edition stands on this day. The gravest state names the edition."""
    claims = _printed_claims(edition.code)
    changed = tuple(claim for claim in claims if claim.changed)
    withdrawn = tuple(claim for claim in claims if claim.withdrawn)
    review_by = min((claim.review_by for claim in claims if claim.same and claim.review_by), default=None)
    overdue = review_by is not None and review_by < on
    state: State = "review overdue" if overdue or edition.standing == "review overdue" else "current"
    if changed:
        state = "changed"
    if withdrawn:
        state = "withdrawn"
    ended = tuple(claim for claim in claims if claim.same and claim.until and claim.until <= on)
    return Standing(state, changed, withdrawn, review_by, ended)


def _printed_claims(code: str) -> list[ClaimStanding]:
    was, today = aliased(ClaimRevision), aliased(ClaimRevision)
    rows = (
        select(EditionClaim.claim_id, EditionClaim.revision, was, today)
        .outerjoin(Claim, Claim.id == EditionClaim.claim_id)
        .outerjoin(was, (was.claim_id == EditionClaim.claim_id) & (was.number == EditionClaim.revision))
        .outerjoin(today, (today.claim_id == EditionClaim.claim_id) & (today.number == Claim.printed))
        .where(EditionClaim.code == code)
        .order_by(EditionClaim.position)
    )
    return [_printed_claim(*row) for row in session().execute(rows)]


def _printed_claim(
    claim_id: str, number: int, was: ClaimRevision | None, today: ClaimRevision | None
) -> ClaimStanding:
    return ClaimStanding(
        claim_id=claim_id,
        printed=number,
        prints=today.number if today else None,
        words=today.text if today else None,
        same=was is today or (was is not None and today is not None and prints_alike(was, today)),
        review_by=last_day(today.review_by, today.until) if today else None,
        until=today.until if today else None,
    )
