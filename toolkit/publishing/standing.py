"""What has become of an issued edition: current, overdue for review, or printing claims that changed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Row, select

from toolkit.database import session
from toolkit.models import Claim, Edition, EditionClaim

State = Literal["current", "review overdue", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    now: int | None  # revision that prints today; None when the claim was taken back

    @property
    def withdrawn(self) -> bool:
        """Whether it prints no longer."""
        return self.now is None

    @property
    def changed(self) -> bool:
        """Whether the library words it differently today."""
        return self.now not in (None, self.printed)


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
    withdrawn = tuple(claim for claim in claims if claim.withdrawn)
    overdue = edition.review_by is not None and edition.review_by < on
    state: State = "review overdue" if overdue or edition.standing == "review overdue" else "current"
    if changed:
        state = "changed"
    if withdrawn:
        state = "withdrawn"
    return Standing(state, changed, withdrawn)


def _printed_claims(code: str) -> list[PrintedClaim]:
    rows = session().execute(
        select(EditionClaim.claim_id, EditionClaim.revision, Claim.printed)
        .outerjoin(Claim, Claim.id == EditionClaim.claim_id)
        .where(EditionClaim.code == code)
        .order_by(EditionClaim.position)
    )
    return [_printed_claim(row) for row in rows]


def _printed_claim(row: Row[str, int, int | None]) -> PrintedClaim:
    return PrintedClaim(row.claim_id, row.revision, row.printed)
