"""The whole product on the small world, visited by somebody strict."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

from tests.samples import plate_readers, small
from tests.toolkit.views.strict import StrictClient
from toolkit import schema
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.imports import loading
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers


class Compiled(BytecodeCache):
    """Templates that are compiled once for all the apps of a process."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known; Jinja compares it with the source."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self.known[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@pytest.fixture
def app(small_world: Path, tmp_path: Path, renderers: Renderers) -> Iterator[Flask]:
    """The app on a small world of its own, on the day of the sample."""
    yield from opened(small_world, tmp_path, renderers)


@pytest.fixture
def shipped(loaded_database: Path, tmp_path: Path, renderers: Renderers) -> Iterator[Flask]:
    """The app on all shipped facts, on the same day."""
    yield from opened(loaded_database, tmp_path, renderers)


def opened(facts: Path, folder: Path, renderers: Renderers) -> Iterator[Flask]:
    """The whole product on a copy of these facts."""
    settings = Settings(
        instance_dir=folder,
        database_url=f"sqlite:///{shutil.copy(facts, folder / 'world.sqlite3')}",
        base_url="https://toolkit.example.org",
        today=small.TODAY,
    )
    made = create_app(settings)
    made.test_client_class = StrictClient
    made.jinja_env.bytecode_cache = COMPILED
    engine = made.extensions["engine"]
    made.extensions["press_room"] = PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)
    yield made
    engine.dispose()


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[StrictClient]:
    """Somebody who comes before any fact is loaded."""
    app = create_app(Settings(instance_dir=tmp_path, today=small.TODAY))
    schema.migrate(app.extensions["engine"])
    app.test_client_class = StrictClient
    yield StrictClient(app)
    app.extensions["engine"].dispose()


@pytest.fixture
def visitor(app: Flask) -> StrictClient:
    """Somebody who comes for the first time."""
    client = app.test_client()
    assert isinstance(client, StrictClient)
    return client


@pytest.fixture
def speaker(shipped: Flask) -> StrictClient:
    """Somebody who has a meeting to go to."""
    client = shipped.test_client()
    assert isinstance(client, StrictClient)
    return client


@pytest.fixture
def two_subjects(shipped: Flask) -> Flask:
    """The same with a second subject, plate readers, under its own address."""
    with unit_of_work(shipped.extensions["engine"], write=True):
        assert list(loading.load(small.TODAY, also=[plate_readers.FOLDER]))
    return shipped
