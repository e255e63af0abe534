"""What has become of an issued edition: current, overdue for review, or printing claims that changed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Row, func, select

from toolkit.database import session
from toolkit.models import Claim, ClaimRevision, Edition, EditionClaim
from toolkit.publishing.library import PUBLISHED

State = Literal["current", "review overdue", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    newest: int | None  # revision in the library; None when the library no longer has the claim
    published: bool

    @property
    def changed(self) -> bool:
        """Whether the library words it differently today."""
        return self.published and self.newest != self.printed


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an edition on a day, and the claims that make it so."""

    state: State
    changed: tuple[PrintedClaim, ...]
    withdrawn: tuple[PrintedClaim, ...]


def standing(edition: Edition, on: date) -> Standing:
    """How a printed copy of this edition stands on this day. The gravest state names the edition."""
    claims = _printed_claims(edition.code)
    changed = tuple(claim for claim in claims if claim.changed)
    withdrawn = tuple(claim for claim in claims if not claim.published)
    overdue = edition.review_by is not None and edition.review_by < on
    state: State = "review overdue" if overdue or edition.standing == "review overdue" else "current"
    if changed:
        state = "changed"
    if withdrawn:
        state = "withdrawn"
    return Standing(state, changed, withdrawn)


def _printed_claims(code: str) -> list[PrintedClaim]:
    newest = (
        select(ClaimRevision.claim_id, func.max(ClaimRevision.number).label("number"))
        .group_by(ClaimRevision.claim_id)
        .subquery()
    )
    rows = session().execute(
        select(EditionClaim.claim_id, EditionClaim.revision, newest.c.number, Claim.status)
        .outerjoin(newest, newest.c.claim_id == EditionClaim.claim_id)
        .outerjoin(Claim, Claim.id == EditionClaim.claim_id)
        .where(EditionClaim.code == code)
        .order_by(EditionClaim.position)
    )
    return [_printed_claim(row) for row in rows]


def _printed_claim(row: Row[str, int, int | None, str | None]) -> PrintedClaim:
    return PrintedClaim(row.claim_id, row.revision, row.number, row.status == PUBLISHED)
