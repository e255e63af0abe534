"""Whose signatures the newest words of a claim have, whose are missing, and who may not give one.

A sided claim takes two readers, each answering for one side; a background claim takes one. Where a small
group has set one reader, that one answers for both sides. Who wrote any revision since the last approved one
counts as an author of the words: a comma by somebody else does not make them somebody else's.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from toolkit.curation.errors import AlreadySigned, NotFit, OwnWords
from toolkit.curation.review.workflow import APPROVED, IN_REVIEW
from toolkit.database import session
from toolkit.models import Approval, Claim, ClaimMove, ClaimRevision, Person

T = TypeVar("T")
SUPPORTERS, CRITICS, BOTH, ANY = "supporters", "critics", "both", "any"


@dataclass(frozen=True, slots=True)
class Signature:
    """One reader's answer for one side."""

    person_id: int
    name: str
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the newest words of a claim stand with their readers."""

    stance: str
    signatures: tuple[Signature, ...]
    authors: frozenset[int]

    def missing(self, readers: int) -> tuple[str, ...]:
        """The sides for which nobody has signed yet."""
        signed = {signature.side for signature in self.signatures}
        if BOTH in signed:  # the only reader of a time when one was enough answers for one side of two
            return () if readers == 1 or len(signed) > 1 else (CRITICS,)
        asked = (BOTH,) if readers == 1 and not signed else (SUPPORTERS, CRITICS)
        return tuple(side for side in (asked if self.sided else (ANY,)) if side not in signed)

    @property
    def sided(self) -> bool:
        """Whether somebody disputes it."""
        return self.stance != "background"

    def open_to(self, person_id: int, readers: int) -> tuple[str, ...]:
        """The sides for which this person may sign."""
        signed = {signature.person_id for signature in self.signatures}
        return () if person_id in self.authors | signed else self.missing(readers)

    def check(self, person_id: int, side: str, readers: int) -> None:
        """Refuse a signature by raising OwnWords, AlreadySigned or NotFit."""
        if person_id in self.authors:
            raise OwnWords
        signed = {mark for each in self.signatures for mark in (each.person_id, each.side)}
        if person_id in signed or side in signed:
            raise AlreadySigned
        if side not in self.missing(readers):
            raise NotFit([f"These words need no signature for “{side}”. Choose one that is missing."])


def of(claim_ids: Collection[str]) -> dict[str, Signing]:
    """How the newest words of each of these claims stand. Three queries."""
    return _signings(Claim.id.in_(claim_ids)) if claim_ids else {}


def in_review() -> dict[str, Signing]:
    """How every claim stands that is in review, what waits longest first."""
    return _signings(Claim.status == IN_REVIEW)


def root(revision: ClaimRevision) -> int:
    """The number of the revision whose words and signatures these are: its own, unless it only dates anew."""
    return revision.words_from or revision.number


def _signings(which: ColumnElement[bool]) -> dict[str, Signing]:
    run = session().execute
    given = _grouped((row.claim_id, Signature(*row[1:])) for row in run(_GIVEN.where(which)))
    authors = _grouped((claim_id, author) for claim_id, author in run(_AUTHORS.where(which)) if author)
    return {
        claim_id: Signing(stance, tuple(given[claim_id]), frozenset(authors[claim_id]))
        for claim_id, stance in run(_STANCES.where(which))
    }


_Newest = aliased(ClaimRevision)
_IS_NEWEST = and_(_Newest.claim_id == Claim.id, _Newest.number == Claim.newest)


def _given() -> Select[*tuple[Any, ...]]:
    """The signatures under the newest words of every claim."""
    signed = func.coalesce(_Newest.words_from, _Newest.number)
    return (
        select(ClaimRevision.claim_id, Person.id, Person.name, Approval.side, Approval.at)
        .join(Approval, Approval.revision_id == ClaimRevision.id)
        .join(Person, Person.id == Approval.person_id)
        .join(Claim, Claim.id == ClaimRevision.claim_id)
        .join(_Newest, _IS_NEWEST)
        .where(ClaimRevision.number == signed)
        .order_by(Approval.id)
    )


def _authors() -> Select[str, int | None]:
    """Who wrote the newest words of every claim."""
    theirs = or_(ClaimRevision.number > _last_approved(), ClaimRevision.text == _Newest.text)
    return (
        select(ClaimRevision.claim_id, ClaimRevision.author_id)
        .join(Claim, Claim.id == ClaimRevision.claim_id)
        .join(_Newest, _IS_NEWEST)
        .where(theirs, ClaimRevision.words_from.is_(None), ClaimRevision.author_id.is_not(None))
    )


def _last_approved() -> ColumnElement[int]:
    """The number of the last revision of the claim at hand that readers approved; 0 where there is none."""
    approved = aliased(ClaimRevision)
    numbers: Select[int | None] = (
        select(func.max(approved.number))
        .join(ClaimMove, ClaimMove.revision_id == approved.id)
        .where(ClaimMove.claim_id == Claim.id, ClaimMove.came_from == IN_REVIEW)
        .where(ClaimMove.went_to == APPROVED)
    )
    return func.coalesce(numbers.scalar_subquery(), 0)


LAST_MOVE = select(func.max(ClaimMove.id)).where(ClaimMove.claim_id == Claim.id).scalar_subquery()
_STANCES = select(Claim.id, Claim.stance).order_by(LAST_MOVE, Claim.id)
_GIVEN, _AUTHORS = _given(), _authors()  # putting them together takes longer than running them


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for claim_id, each in pairs:
        found[claim_id].append(each)
    return found
