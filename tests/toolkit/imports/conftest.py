"""The room's own fixtures: an empty database of its shape, and one that holds everything shipped."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from toolkit import schema
from toolkit.database import make_engine, unit_of_work
from toolkit.imports import loading


@pytest.fixture(scope="session")
def shipped_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all shipped facts; copy it, never write to it."""
    path = tmp_path_factory.mktemp("shipped") / "world.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    schema.migrate(engine)
    with unit_of_work(engine, write=True):
        assert {loaded.outcome for loaded in loading.load(date(2026, 11, 26))} == {"loaded"}
    engine.dispose()
    return path


@pytest.fixture
def world(shipped_world: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database of its own for the test, with all shipped facts."""
    engine = make_engine(f"sqlite:///{shutil.copy(shipped_world, tmp_path / 'world.sqlite3')}")
    yield engine
    engine.dispose()


@pytest.fixture
def work(world: Engine) -> Iterator[Session]:
    """An open unit of work on the shipped facts, rolled back at the end."""
    with unit_of_work(world, write=True) as session:
        yield session
        session.rollback()
