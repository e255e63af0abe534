"""Fixtures that every test may ask for; a room's own fixtures stand in its own conftest.

tests.postgresql gives a real PostgreSQL, tests.newest databases of the newest schema, tests.server the
application as `make run` serves it, tests.browser a page in Chromium.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.postgresql", "tests.newest", "tests.server", "tests.browser"]

# Examples are the same in every CI run; nothing is judged by the clock of a loaded machine.
settings.register_profile("wide", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("house", settings.get_profile("wide"), max_examples=15)
settings.load_profile("house")

# Thousands of small commits need not reach a disk; what a passed test has written is deleted at once.
MEMORY, ENOUGH = Path("/dev/shm"), 2 * 1024**3
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


# Tests that share one of these go to one process, so that it starts once; the groups that take longest come
# first, so that neither process waits for the other at the end. All other tests go file by file.
HEAVY = {"office": "desk", "live_server": "visitors"}
LONG = ("tests/journeys", "tests/privacy", "tests/documents")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say for each test which others it goes with, and put the long groups first."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        file = item.nodeid.partition("::")[0]
        group = next((HEAVY[name] for name in HEAVY if name in fixtures), file)
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=_length)


def _length(item: pytest.Item) -> int:
    (group,) = next(item.iter_markers("xdist_group")).args
    return 0 if group in HEAVY.values() else 1 if group.startswith(LONG) else 2


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once for each kind the product supports."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite3'}"
    return request.getfixturevalue("postgresql_url")
