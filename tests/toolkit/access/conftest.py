"""An open unit of work that writes, three people who have joined, and a clock."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests import factories
from tests.clock import Clock
from toolkit.access.limits import Limits
from toolkit.database import unit_of_work
from toolkit.models import Person

PASSWORD = "marigold tractor evening"
# argon2id of PASSWORD with little work, so that only tests of the work itself wait for it.
HASH = "$argon2id$v=19$m=8,t=1,p=1$cjZ0AT2QhgVyF4oYAPTxuw$70fmHOpXs9swYPmoKv2fBuEBzCPqUS278U0W46lXePA"


@pytest.fixture
def work(engine: Engine) -> Iterator[Session]:
    """A unit of work that is rolled back at the end."""
    with unit_of_work(engine, write=True) as session:
        yield session
        session.rollback()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits() -> Limits:
    return Limits()


def joined(work: Session, email: str, role: str, **other: object) -> Person:
    """An organizer with PASSWORD and an app as second factor."""
    known = {"password_hash": HASH, "totp_secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"} | other
    person = factories.person(email, role, **known)
    work.add(person)
    work.flush()
    return person


@pytest.fixture
def admin(work: Session) -> Person:
    return joined(work, "ann@example.org", "admin")


@pytest.fixture
def reviewer(work: Session) -> Person:
    return joined(work, "ben@example.org", "reviewer")


@pytest.fixture
def contributor(work: Session) -> Person:
    return joined(work, "cleo@example.org", "contributor")
