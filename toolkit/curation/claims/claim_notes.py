"""What happened to a claim in order of time: words were written or dated anew, it moved, people spoke."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from toolkit.curation.review.signatures import root
from toolkit.curation.review.workflow import APPROVED, DRAFT, IN_REVIEW, RETIRED
from toolkit.database import session
from toolkit.models import Approval, Claim, ClaimMove, ClaimRevision, Person

WRITTEN, DATED, SIGNED, SAID = "written", "dated", "signed", "said"
SUBMITTED, RETURNED = "submitted", "returned"
DEEDS = {
    (DRAFT, IN_REVIEW): SUBMITTED,
    (IN_REVIEW, DRAFT): RETURNED,
    (IN_REVIEW, APPROVED): "approved",
    (DRAFT, RETIRED): "retired",
    (IN_REVIEW, RETIRED): "retired",
    (APPROVED, RETIRED): "retired",
    (RETIRED, DRAFT): "brought back",
}
_BEFORE = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """One thing that happened."""

    at: datetime | None  # None: before anybody here was
    who: str  # empty: the starter library
    what: str  # written, dated, signed, said, submitted, returned, approved, retired, brought back
    words: str  # a reason or a comment; the side of a signature
    revision: int


def notes(claim: Claim) -> tuple[ClaimNote, ...]:
    """All that happened, the first first. Three queries and the claim's revisions."""
    names = _names(claim)
    found = [*_written(claim, names), *_signatures(claim), *_moves(claim, names)]
    return tuple(sorted(found, key=lambda note: note.at or _BEFORE))


def _names(claim: Claim) -> Mapping[int | None, str]:
    moved = select(ClaimMove.person_id).where(ClaimMove.claim_id == claim.id)
    written = select(ClaimRevision.author_id).where(ClaimRevision.claim_id == claim.id)
    took_part = Person.id.in_(moved) | Person.id.in_(written)
    return {row.id: row.name for row in session().execute(select(Person.id, Person.name).where(took_part))}


def _written(claim: Claim, names: Mapping[int | None, str]) -> Iterator[ClaimNote]:
    for row in claim.revisions:
        what = DATED if row.words_from else WRITTEN
        yield ClaimNote(row.made_at, names.get(row.author_id, ""), what, row.reason, row.number)


def _signatures(claim: Claim) -> Iterator[ClaimNote]:
    rows = (
        select(Approval.at, Person.name, Approval.side, ClaimRevision.number)
        .join(Person, Person.id == Approval.person_id)
        .join(ClaimRevision, ClaimRevision.id == Approval.revision_id)
        .where(ClaimRevision.claim_id == claim.id)
        .order_by(Approval.id)
    )
    for at, name, side, number in session().execute(rows):
        yield ClaimNote(at, name, SIGNED, side, number)


def _moves(claim: Claim, names: Mapping[int | None, str]) -> Iterator[ClaimNote]:
    revisions = {row.id: row for row in claim.revisions}
    sent: set[int] = set()
    rows = select(ClaimMove).where(ClaimMove.claim_id == claim.id).order_by(ClaimMove.id)
    for row in session().scalars(rows):
        words = root(revisions[row.revision_id])
        what = SAID if row.came_from == row.went_to else DEEDS.get((row.came_from, row.went_to))
        if what == SUBMITTED:
            sent.add(words)
        # Writing anew also leads from review to draft; the new words tell of that themselves.
        if what is not None and (what != RETURNED or words in sent):
            yield ClaimNote(
                row.at, names.get(row.person_id, ""), what, row.comment, revisions[row.revision_id].number
            )
