"""Fixtures of the newsroom’s tests: a small world in a real database, and a press room on it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests import factories
from toolkit import schema
from toolkit.config import Settings
from toolkit.database import make_engine, unit_of_work
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the schema and the small world; copy it, never write to it."""
    path = tmp_path_factory.mktemp("world") / "small.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    schema.migrate(engine)
    with unit_of_work(engine, write=True) as session:
        factories.settle(session)
    engine.dispose()
    return path


@pytest.fixture
def engine(small_world: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database of its own for the test."""
    made = make_engine(f"sqlite:///{shutil.copy(small_world, tmp_path / 'world.sqlite3')}")
    yield made
    made.dispose()


@pytest.fixture
def work(engine: Engine) -> Iterator[Session]:
    """An open unit of work that is rolled back."""
    with unit_of_work(engine) as session:
        yield session


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that keep everything in the test's own folder."""
    return Settings(
        instance_dir=tmp_path,
        base_url="https://toolkit.example.org",
        trusted_hosts="toolkit.example.org",
        render_seconds=120,  # tests run on busy machines
    )


@pytest.fixture(scope="session")
def renderers() -> Iterator[Renderers]:
    """One warm renderer for all tests of this process, with time enough on a busy machine."""
    with Renderers(Settings(render_seconds=120), workers=1) as warm:
        yield warm


@pytest.fixture
def room(settings: Settings, engine: Engine, renderers: Renderers) -> PressRoom:
    """A press room on the test's own database and shelf."""
    return PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)
