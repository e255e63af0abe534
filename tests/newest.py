"""Databases of the newest schema: migrated once for each kind and test process, and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.postgresql import Cluster
from toolkit import schema
from toolkit.database import make_engine

KINDS = ("sqlite", "postgresql")
Newest = Callable[[str, Path], AbstractContextManager[Engine]]


@pytest.fixture(scope="session")
def newest(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Newest:
    """newest(kind, folder) gives, for a ``with``, an engine on a database of its own that holds no row."""

    @cache
    def file() -> Path:
        path = tmp_path_factory.mktemp("newest") / "newest.sqlite3"
        migrate(f"sqlite:///{path}")
        return path

    @cache
    def cluster() -> Cluster:
        started: Cluster = request.getfixturevalue("postgresql_cluster")
        started.execute("CREATE DATABASE newest")
        migrate(started.url("newest"))
        return started

    @contextmanager
    def copied(kind: str, folder: Path) -> Iterator[Engine]:
        with ExitStack() as until_then:
            if kind == "sqlite":
                url = f"sqlite:///{shutil.copy(file(), folder / 'newest.sqlite3')}"
            else:
                url = until_then.enter_context(cluster().database("newest"))
            engine = make_engine(url)
            until_then.callback(engine.dispose)
            yield engine

    return copied


def migrate(url: str) -> None:
    """Take the empty database there to the newest schema."""
    engine = make_engine(url)
    schema.migrate(engine)
    engine.dispose()


@pytest.fixture(params=KINDS)
def migrated(request: pytest.FixtureRequest, newest: Newest, tmp_path: Path) -> Iterator[Engine]:
    """A database of the newest schema without a row, once for each kind that the product supports."""
    with newest(request.param, tmp_path) as engine:
        yield engine
