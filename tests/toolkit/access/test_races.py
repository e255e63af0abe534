"""Two at once, on both databases: a code, a link and the last admin's chair go to one of them."""

from collections.abc import Callable
from threading import Barrier, Thread

import pyotp
import pytest
from sqlalchemy import Engine

from tests import factories
from tests.toolkit.access.conftest import PASSWORD
from toolkit.access import invitations, people, second_factor
from toolkit.access.errors import AccessError, InvitationGone, WrongCode
from toolkit.access.limits import Limits
from toolkit.access.roles import Role
from toolkit.database import session, unit_of_work
from toolkit.models import Person

ANN, EVE = 101, 102  # far from the numbers that the database gives
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def own(migrated: Engine) -> Engine:
    """A database with two admins."""
    with unit_of_work(migrated, write=True) as work:
        for number, name in ((ANN, "ann"), (EVE, "eve")):
            work.add(factories.person(f"{name}@example.org", "admin", id=number, totp_secret=SECRET))
    return migrated


def at_once(engine: Engine, *deeds: Callable[[], object]) -> list[type[AccessError] | None]:
    """What became of each deed, each in a unit of work of its own: None when it was done."""
    start, ends = Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        start.wait(timeout=60)
        try:
            with unit_of_work(engine, write=True):
                deed()
            ends.append(None)
        except AccessError as refusal:
            ends.append(type(refusal))

    racers = [Thread(target=run, args=(deed,)) for deed in deeds]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(timeout=120)
    return sorted(ends, key=str)


def ann() -> Person:
    return session().get_one(Person, ANN)


def eve() -> Person:
    return session().get_one(Person, EVE)


def test_a_code_of_the_app_works_for_one(own: Engine) -> None:
    code = pyotp.TOTP(SECRET).at(factories.NOW)

    def use() -> None:
        second_factor.check(ann(), code, limits=Limits(), now=factories.NOW)

    assert at_once(own, use, use, use) == [WrongCode, WrongCode, None]


def test_a_recovery_code_works_for_one(own: Engine) -> None:
    with unit_of_work(own, write=True):
        first, *_ = second_factor.new_recovery_codes(ann())

    def use() -> None:
        second_factor.check(ann(), first, limits=Limits(), now=factories.NOW)

    assert at_once(own, use, use, use) == [WrongCode, WrongCode, None]


def test_a_link_lets_one_in(own: Engine) -> None:
    with unit_of_work(own, write=True):
        link = invitations.invite("dora@example.org", Role.REVIEWER, by=ann(), now=factories.NOW)

    def join() -> None:
        invitations.accept(link, name="Dora", password=PASSWORD, now=factories.NOW)

    assert at_once(own, join, join) == [InvitationGone, None]


def test_two_admins_who_suspend_each_other_leave_one(own: Engine) -> None:
    ends = at_once(
        own,
        lambda: people.suspend(ann(), by=eve(), now=factories.NOW),
        lambda: people.suspend(eve(), by=ann(), now=factories.NOW),
    )
    assert sorted(map(str, ends))[-1] == "None"
    assert len([end for end in ends if end is None]) == 1
    with unit_of_work(own):
        assert sorted([ann().state, eve().state]) == ["active", "suspended"]
