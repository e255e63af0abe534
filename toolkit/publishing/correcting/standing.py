"""What has become of an issued edition: current, overdue for review, or printing claims that changed.

A claim has changed when other words, other sources or other places in them print today than on the sheet.
One that was only looked at again has not: its newest review date is the one that counts. Nor has one that is
told otherwise today though its words were right: the page says so, and the copy stands.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import aliased, selectinload

from fact_sheets.dossier import last_day
from toolkit.database import session
from toolkit.ledger.printed import differs_gently, prints_alike
from toolkit.models import Claim, ClaimRevision, Correction, Edition, EditionClaim

State = Literal["current", "review overdue", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """A claim of an edition beside the library as it is now."""

    claim_id: str
    printed: int  # revision on the sheet
    prints: int | None  # revision that prints today; None when the claim was withdrawn
    words: str | None  # those of today
    same: bool  # whether they, and their sources, are those of the sheet
    gentle: bool  # whether they differ, or print no longer, though those of the sheet were right
    review_by: date | None  # the last day on which today's words may be said
    until: date | None  # from this day on they are no longer true

    @property
    def withdrawn(self) -> bool:
        """Whether it prints no longer because it was wrong."""
        return self.prints is None and not self.gentle

    @property
    def changed(self) -> bool:
        """Whether the library says it differently today, and what it said before was wrong."""
        return self.prints is not None and not self.same and not self.gentle


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an edition on a day, and the claims that make it so."""

    state: State
    changed: tuple[ClaimStanding, ...]
    withdrawn: tuple[ClaimStanding, ...]
    review_by: date | None  # the earliest last day, as known today, of the claims that stand as printed
    ended: tuple[ClaimStanding, ...] = ()  # those of them that are no longer true
    retold: tuple[ClaimStanding, ...] = ()  # claims that are told otherwise today, or no longer


def standing(edition: Edition, on: date) -> Standing:
    """How a printed copy of this edition stands on this day. The gravest state names the edition."""
    claims = _printed_claims(edition.code)
    changed = tuple(claim for claim in claims if claim.changed)
    withdrawn = tuple(claim for claim in claims if claim.withdrawn)
    stands = [claim.review_by for claim in claims if claim.review_by and (claim.same or claim.gentle)]
    review_by = min(stands, default=None)
    overdue = review_by is not None and review_by < on
    state: State = "review overdue" if overdue or edition.standing == "review overdue" else "current"
    if changed:
        state = "changed"
    if withdrawn:
        state = "withdrawn"
    ended = tuple(claim for claim in claims if claim.same and claim.until and claim.until <= on)
    retold = tuple(claim for claim in claims if claim.gentle)
    return Standing(state, changed, withdrawn, review_by, ended, retold)


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
    found = session().execute(rows).all()
    since = {row[0]: row[1] for row in found if row[2] is not row[3]}
    corrected, later = _corrected(since), _later(since)
    return [_printed_claim(*row, corrected.get(row[0]), later[row[0]]) for row in found]


def _corrected(since: Mapping[str, int]) -> dict[str, bool]:
    """Of the claims that were corrected since the revision that was printed, whether that was wrong."""
    columns = Correction.claim_id, Correction.grave, Correction.from_revision
    corrected: dict[str, bool] = {}
    for row in session().execute(select(*columns).where(Correction.claim_id.in_(since))):
        if row.from_revision >= since[row.claim_id]:
            corrected[row.claim_id] = row.grave or corrected.get(row.claim_id, False)
    return corrected


def _later(since: Mapping[str, int]) -> dict[str, list[ClaimRevision]]:
    """The revisions of these claims after the one that was printed, up to the one that prints."""
    rows = (
        select(ClaimRevision)
        .join(Claim, (Claim.id == ClaimRevision.claim_id) & (ClaimRevision.number <= Claim.printed))
        .where(ClaimRevision.claim_id.in_(since))
        .options(selectinload(ClaimRevision.citations))
        .order_by(ClaimRevision.claim_id, ClaimRevision.number)
    )
    found: dict[str, list[ClaimRevision]] = defaultdict(list)
    for revision in session().scalars(rows):
        if revision.number > since[revision.claim_id]:
            found[revision.claim_id].append(revision)
    return found


def _printed_claim(
    claim_id: str,
    number: int,
    was: ClaimRevision | None,
    today: ClaimRevision | None,
    wrong: bool | None,
    later: list[ClaimRevision],
) -> ClaimStanding:
    """``wrong`` says whether a correction called its words wrong; None where there is no correction."""
    same = was is today or (was is not None and today is not None and prints_alike(was, today))
    explained = wrong is False if today is None else was is not None and differs_gently(was, later)
    return ClaimStanding(
        claim_id=claim_id,
        printed=number,
        prints=today.number if today else None,
        words=today.text if today else None,
        same=same,
        gentle=not same and not wrong and explained,
        review_by=last_day(today.review_by, today.until) if today else None,
        until=today.until if today else None,
    )
