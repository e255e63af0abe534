"""Fixtures that every test may ask for; a room's own fixtures stand in its own conftest.

tests.postgresql gives a real PostgreSQL, tests.server the application as `make run` serves it,
tests.browser a page in Chromium.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.postgresql", "tests.server", "tests.browser"]

# Examples are the same in every CI run; nothing is judged by the clock of a loaded machine.
settings.register_profile("wide", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("house", settings.get_profile("wide"), max_examples=15)
settings.load_profile("house")


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
