"""Four organizers and a claim in any status, for tests of review."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.clock import Clock
from toolkit.curation.claims.revisions import again
from toolkit.curation.review import review
from toolkit.models import Claim, ClaimMove, Correction, Event, Person

ROLES = {"ann": "contributor", "ben": "reviewer", "cleo": "reviewer", "dora": "admin"}
NOTICE = "The number was for two years, not one."
OTHER = "A group of sheriffs says the program helps jails hand over more people."
LATER = date(2027, 5, 1)


@dataclass
class House:
    """People by name, a clock, and what they do."""

    work: Session
    clock: Clock
    people: dict[str, Person]

    def __getattr__(self, name: str) -> Person:
        return self.people[name]

    def claim(self, claim_id: str = "s-1") -> Claim:
        return self.work.get_one(Claim, claim_id)

    def now(self) -> datetime:
        """A minute later, as people are not that quick."""
        return self.clock.wait(minutes=1)

    def edit(self, by: Person, text: str = OTHER, claim_id: str = "s-1", **other: Any) -> None:
        """Other words for a claim, which so becomes a draft."""
        claim = self.claim(claim_id)
        told = {"notice": NOTICE} | other
        again(claim, claim.current, "A newer report.", by=by, now=self.now(), text=text, **told)
        claim.status = "draft"

    def submit(self, by: Person, claim_id: str = "s-1", *, readers: int = 2) -> None:
        base = self.claim(claim_id).newest
        review.submit(claim_id, "", base=base, readers=readers, faults=(), by=by, now=self.now())

    def sign(self, by: Person, side: str, claim_id: str = "s-1", *, readers: int = 2) -> None:
        base = self.claim(claim_id).newest
        review.approve(claim_id, side, base=base, readers=readers, by=by, now=self.now())

    def give_back(self, by: Person, claim_id: str = "s-1") -> None:
        review.give_back(claim_id, "Who says so?", by=by, now=self.now())

    def put(self, status: str, claim_id: str = "s-1") -> Claim:
        """A claim in this status, its newest words written by Ann."""
        if status == "approved":
            self.edit(self.ann, claim_id=claim_id)
            self.submit(self.ann, claim_id)
            self.sign(self.ben, "supporters", claim_id)
            self.sign(self.cleo, "critics", claim_id)
        elif status == "retired":
            self.claim(claim_id).status, self.claim(claim_id).printed = "retired", None
        else:
            self.edit(self.ann, claim_id=claim_id)
            if status == "in_review":
                self.submit(self.ann, claim_id)
        return self.claim(claim_id)

    def corrections(self, claim_id: str = "s-1") -> list[tuple[int, int | None, str]]:
        rows = select(Correction).where(Correction.claim_id == claim_id).order_by(Correction.id)
        return [(row.from_revision, row.to_revision, row.sentence) for row in self.work.scalars(rows)]

    def moves(self, claim_id: str = "s-1") -> list[tuple[str, str]]:
        rows = select(ClaimMove).where(ClaimMove.claim_id == claim_id).order_by(ClaimMove.id)
        return [(row.came_from, row.went_to) for row in self.work.scalars(rows)]

    def deeds(self) -> list[tuple[str, str]]:
        """What the journal tells, the first first."""
        rows = self.work.scalars(select(Event).order_by(Event.number))
        return [(row.deed, row.subject) for row in rows]


def move_in(work: Session) -> House:
    """The four, active and ready."""
    people = {name: factories.person(f"{name}@example.org", role) for name, role in ROLES.items()}
    work.add_all(people.values())
    work.flush()
    return House(work, Clock(), people)


def back_in(work: Session) -> House:
    """The same four in a later unit of work."""
    here = {person.name.lower(): person for person in work.scalars(select(Person))}
    return House(work, Clock(), here)
