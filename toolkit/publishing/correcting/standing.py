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
class PrintedClaim:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    now: int | None  # revision that prints today; None when the claim was withdrawn
    words: str | None  # those of today
    same: bool  # whether they, and their sources, are those of the sheet
    review_by: date | None  # the last day on which today's words may be said
    until: date | None  # from this day on they are no longer true

    @property
    def withdrawn(self) -> bool:
        """Whether it prints no longer."""
        return self.now is None

    @property
    def changed(self) -> bool:
        """Whether the library says it differently today."""
        return not self.withdrawn and not self.same


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an edition on a day, and the claims that make it so."""

    state: State
    changed: tuple[PrintedClaim, ...]
    withdrawn: tuple[PrintedClaim, ...]
    review_by: date | None  # the earliest last day, as known today, of the claims that stand as printed
    ended: tuple[PrintedClaim, ...] = ()  # those of them that are no longer true


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


def _printed_claims(code: str) -> list[PrintedClaim]:
    was, now = aliased(ClaimRevision), aliased(ClaimRevision)
    rows = (
        select(EditionClaim.claim_id, EditionClaim.revision, was, now)
        .outerjoin(Claim, Claim.id == EditionClaim.claim_id)
        .outerjoin(was, (was.claim_id == EditionClaim.claim_id) & (was.number == EditionClaim.revision))
        .outerjoin(now, (now.claim_id == EditionClaim.claim_id) & (now.number == Claim.printed))
        .where(EditionClaim.code == code)
        .order_by(EditionClaim.position)
    )
    return [_printed_claim(*row) for row in session().execute(rows)]


def _printed_claim(
    claim_id: str, number: int, was: ClaimRevision | None, now: ClaimRevision | None
) -> PrintedClaim:
    return PrintedClaim(
        claim_id=claim_id,
        printed=number,
        now=now.number if now else None,
        words=now.text if now else None,
        same=was is now or (was is not None and now is not None and prints_alike(was, now)),
        review_by=last_day(now.review_by, now.until) if now else None,
        until=now.until if now else None,
    )
