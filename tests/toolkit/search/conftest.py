"""The search on all shipped jurisdictions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from toolkit.database import make_engine, unit_of_work


@pytest.fixture(scope="session")
def nation(loaded_database: Path) -> Iterator[Engine]:
    """The database with every place of the country; only read."""
    engine = make_engine(f"sqlite:///{loaded_database}")
    yield engine
    engine.dispose()


@pytest.fixture
def work(nation: Engine) -> Iterator[Session]:
    """An open unit of work on it."""
    with unit_of_work(nation) as session:
        yield session
