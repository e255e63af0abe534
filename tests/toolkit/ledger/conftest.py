"""An open unit of work on the small world."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from toolkit.database import unit_of_work


@pytest.fixture
def work(engine: Engine) -> Iterator[Session]:
    """A unit of work that is rolled back at the end."""
    with unit_of_work(engine, write=True) as session:
        yield session
        session.rollback()
