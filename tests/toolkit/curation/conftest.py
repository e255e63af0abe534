"""An open unit of work that writes, and two who have joined."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests import factories
from toolkit.database import unit_of_work
from toolkit.models import Person


@pytest.fixture
def work(engine: Engine) -> Iterator[Session]:
    """A unit of work that is rolled back at the end."""
    with unit_of_work(engine, write=True) as session:
        yield session
        session.rollback()


def joined(work: Session, name: str, role: str) -> Person:
    person = factories.person(f"{name}@example.org", role)
    work.add(person)
    work.flush()
    return person


@pytest.fixture
def ann(work: Session) -> Person:
    return joined(work, "ann", "reviewer")


@pytest.fixture
def cleo(work: Session) -> Person:
    return joined(work, "cleo", "contributor")
