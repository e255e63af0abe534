"""What waits for whom: for this person's signature, for words of hers to be mended, for other readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from toolkit.access import roles
from toolkit.curation.review import signatures
from toolkit.curation.review.signatures import LAST_MOVE, Signing
from toolkit.curation.review.workflow import DRAFT, IN_REVIEW
from toolkit.database import session
from toolkit.models import Claim, ClaimMove, ClaimRevision, Person

SIGN, RETURNED, DRAFTS, OTHERS = "sign", "returned", "drafts", "others"


@dataclass(frozen=True, slots=True)
class Queue:
    """Ids of claims by what they wait for, what waits longest first, and how all stand that are in review."""

    waiting: Mapping[str, tuple[str, ...]]
    signings: Mapping[str, Signing]


def of(person: Person, readers: int) -> Queue:
    """What waits, as this person sees it."""
    open_claims, reads = signatures.in_review(), roles.may(person, "claim.approve")
    mine = {
        claim_id for claim_id, signing in open_claims.items() if reads and signing.open_to(person.id, readers)
    }
    drafts = _drafts(person)
    waiting = {
        SIGN: tuple(claim_id for claim_id in open_claims if claim_id in mine),
        RETURNED: tuple(claim_id for claim_id, returned in drafts.items() if returned),
        DRAFTS: tuple(claim_id for claim_id, returned in drafts.items() if not returned),
        OTHERS: tuple(claim_id for claim_id in open_claims if claim_id not in mine),
    }
    return Queue(waiting, open_claims)


_Newest, _Words = aliased(ClaimRevision), aliased(ClaimRevision)


def _drafts(person: Person) -> dict[str, bool]:
    """The drafts whose newest words this person wrote or sent to review; whether readers returned them."""
    rows = session().execute(_DRAFTS, {"person_id": person.id})
    # Writing anew also leads from review to draft, but nobody had sent those words to review.
    return {claim_id: came_back and was_sent for claim_id, came_back, was_sent in rows}


def _drafts_of_a_person() -> Select[str, bool, bool]:
    sent = _moved(DRAFT, IN_REVIEW)
    theirs = _Words.author_id == bindparam("person_id")
    sent_by_them = sent.where(ClaimMove.person_id == bindparam("person_id")).exists()
    return (
        select(Claim.id, _moved(IN_REVIEW, DRAFT).exists(), sent.exists())
        .join(_Newest, and_(_Newest.claim_id == Claim.id, _Newest.number == Claim.newest))
        .join(_Words, and_(_Words.claim_id == Claim.id, _Words.number == _root(_Newest)))
        .where(Claim.status == DRAFT, or_(theirs, sent_by_them))
        .order_by(LAST_MOVE, Claim.id)
    )


def _moved(came_from: str, went_to: str) -> Select[int]:
    """The moves of the words at hand from one status to the other, whenever they were dated anew."""
    dated = aliased(ClaimRevision)
    return (
        select(ClaimMove.id)
        .join(dated, dated.id == ClaimMove.revision_id)
        .where(ClaimMove.claim_id == Claim.id, _root(dated) == _Words.number)
        .where(ClaimMove.came_from == came_from, ClaimMove.went_to == went_to)
    )


def _root(revision: type[ClaimRevision]) -> ColumnElement[int]:
    return func.coalesce(revision.words_from, revision.number)


_DRAFTS = _drafts_of_a_person()  # putting it together takes longer than running it
