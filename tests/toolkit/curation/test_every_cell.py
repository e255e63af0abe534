"""Every deed on a claim, in every status, by every role: done or refused, as this table says."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from sqlalchemy import Engine

from tests.toolkit.curation.readers import LATER, House, move_in
from toolkit.access.errors import NotAllowed
from toolkit.curation.claims import redating, retiring
from toolkit.curation.errors import CurationError, NotAMove, OneRefused
from toolkit.curation.review import review
from toolkit.database import unit_of_work
from toolkit.models import Person

ALL, REVIEWERS = ("contributor", "reviewer", "admin"), ("reviewer", "admin")
STATUSES = ("draft", "in_review", "approved", "retired")
LIVE = ("draft", "in_review", "approved")
WHO = {"contributor": "ann", "reviewer": "ben", "admin": "dora"}
SIDES = {"reviewer": "supporters", "admin": "critics", "contributor": "any"}
Deed = Callable[[House, Person], None]


def submit(house: House, by: Person) -> None:
    review.submit("s-1", "", base=house.claim().newest, readers=2, faults=(), by=by, now=house.now())


def approve(house: House, by: Person) -> None:
    side, base = SIDES[by.role], house.claim().newest
    review.approve("s-1", side, base=base, readers=2, by=by, now=house.now())


# Each deed, the roles and statuses in which it is done, and where that leaves the claim (None: as it was).
CELLS: dict[str, tuple[Deed, tuple[str, ...], tuple[str, ...], str | None]] = {
    "submit": (submit, ALL, ("draft",), "in_review"),
    "approve": (approve, REVIEWERS, ("in_review",), None),  # the first of two
    "return": (
        lambda house, by: review.give_back("s-1", "Who says so?", by=by, now=house.now()),
        REVIEWERS,
        ("in_review",),
        "draft",
    ),
    "comment": (
        lambda house, by: review.comment("s-1", "Good.", by=by, now=house.now()),
        ALL,
        STATUSES,
        None,
    ),
    "retire": (
        lambda house, by: retiring.retire("s-1", "It is gone.", "", by=by, now=house.now()),
        REVIEWERS,
        LIVE,
        "retired",
    ),
    "retire several": (
        lambda house, by: retiring.retire_all(["s-1"], "It is gone.", "", by=by, now=house.now()),
        REVIEWERS,
        LIVE,
        "retired",
    ),
    "bring back": (
        lambda house, by: retiring.bring_back("s-1", "", by=by, now=house.now()),
        ALL,
        ("retired",),
        "draft",
    ),
    "date anew": (
        lambda house, by: redating.redate(["s-1"], LATER, "Read again.", by=by, now=house.now()),
        REVIEWERS,
        LIVE,
        None,
    ),
}


@pytest.fixture
def house(engine: Engine) -> Iterator[House]:
    with unit_of_work(engine, write=True) as work:
        yield move_in(work)
        work.rollback()


@pytest.mark.parametrize("status", STATUSES)
def test_each_deed_is_done_or_refused(engine: Engine, status: str) -> None:
    for deed, role in product(CELLS, ALL):
        with unit_of_work(engine, write=True) as work:
            house = move_in(work)
            house.put(status)
            before, told = house.claim().status, len(house.deeds())
            do, roles, statuses, becomes = CELLS[deed]
            by = house.people[WHO[role]]
            if role not in roles:
                with pytest.raises(NotAllowed):
                    do(house, by)
                done = False
            elif status not in statuses:
                with pytest.raises(OneRefused if deed in ("retire several", "date anew") else NotAMove):
                    do(house, by)
                done = False
            else:
                do(house, by)
                done = True
            assert house.claim().status == ((becomes or before) if done else before), (deed, role)
            assert len(house.deeds()) == told + done, (deed, role)
            work.rollback()


def test_a_suspended_reviewer_does_nothing(house: House) -> None:
    house.put("in_review")
    house.ben.state = "suspended"
    for do, *_ in CELLS.values():
        with pytest.raises(NotAllowed):
            do(house, house.ben)


def test_a_claim_that_is_not_there(house: House) -> None:
    with pytest.raises(CurationError, match="There is no claim zzz"):
        review.comment("zzz", "Hello.", by=house.ann, now=house.now())
