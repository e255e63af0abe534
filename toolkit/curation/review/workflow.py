"""Where a claim stands: one table of allowed moves, one function that moves, one row that remembers.

The status is that of the newest words. What prints is ``claim.printed``, which may be older words that were
approved before: writing and review change no sheet.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from toolkit.access import roles
from toolkit.curation.errors import NoSuchClaim, NotAMove
from toolkit.database import session
from toolkit.models import Claim, ClaimMove, Person

DRAFT, IN_REVIEW, APPROVED, RETIRED = "draft", "in_review", "approved", "retired"

MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "claim.submit": (
        (DRAFT, APPROVED),
        IN_REVIEW,
    ),  # approved: by fewer than are asked for now
    "claim.return": ((IN_REVIEW,), DRAFT),
    "claim.approve": ((IN_REVIEW,), APPROVED),
    "claim.write": ((IN_REVIEW, APPROVED), DRAFT),  # other words start the review again
    "claim.retire": ((DRAFT, IN_REVIEW, APPROVED), RETIRED),
    "claim.restore": ((RETIRED,), DRAFT),
}


def hold(claim_id: str) -> Claim:
    """The claim, kept from other writers until this unit of work ends. Raises NoSuchClaim."""
    # Two readers who sign at once would otherwise each miss the other's signature.
    wanted = select(Claim).where(Claim.id == claim_id).with_for_update()
    claim = session().scalar(wanted.execution_options(populate_existing=True))
    if claim is None:
        raise NoSuchClaim(claim_id)
    return claim


def hold_all(claim_ids: Iterable[str]) -> list[Claim]:
    """As ``hold``, each once, in one order for everybody, so that no two wait for each other."""
    return [hold(claim_id) for claim_id in sorted(set(claim_ids))]


def check(claim: Claim, deed: str, *, by: Person) -> None:
    """Raises NotAllowed (by role) or NotAMove where ``move`` would."""
    roles.require(by, deed)
    came_from, went_to = MOVES[deed]
    if claim.status not in came_from:
        raise NotAMove(claim.status, went_to)


def move(claim: Claim, deed: str, comment: str, *, by: Person, now: datetime) -> ClaimMove:
    """Move the claim's newest words. Raises NotAllowed (by role) or NotAMove."""
    check(claim, deed, by=by)
    return _remember(claim, MOVES[deed][1], comment, by, now)


def comment(claim: Claim, words: str, *, by: Person, now: datetime) -> ClaimMove:
    """Say something about the newest words and leave them where they are."""
    roles.require(by, "claim.comment")
    return _remember(claim, claim.status, words, by, now)


def _remember(claim: Claim, to: str, comment: str, by: Person, now: datetime) -> ClaimMove:
    row = ClaimMove(
        claim_id=claim.id,
        revision_id=claim.current.id,
        came_from=claim.status,
        went_to=to,
        person_id=by.id,
        at=now,
        comment=comment,
    )
    claim.status = to
    session().add(row)
    return row
