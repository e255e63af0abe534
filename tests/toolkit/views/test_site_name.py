"""What the installation calls itself: the names of its feed, its files, its calendars and its letters."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.samples import small
from toolkit.app import create_app
from toolkit.config import Settings


@pytest.fixture
def app(small_world: Path, tmp_path: Path) -> Iterator[Flask]:
    """The small world under another name."""
    world = shutil.copy(small_world, tmp_path / "world.sqlite3")
    names = {"site_name": "Papers of Dane County", "file_stem": "dane"}
    made = create_app(
        Settings(instance_dir=tmp_path, database_url=f"sqlite:///{world}", today=small.TODAY, **names)
    )
    yield made
    made.extensions["engine"].dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_the_feed_and_the_files_have_the_name_of_the_site(client: FlaskClient) -> None:
    assert "<title>Corrections to the Papers of Dane County</title>" in client.get("/corrections.atom").text
    named = client.get("/claims.csv").headers["Content-Disposition"]
    assert named == 'attachment; filename="dane-287g-claims.csv"'


def test_a_calendar_says_who_made_it(client: FlaskClient) -> None:
    typed = {"day": "2026-12-08", "start": "18:30", "zone": "America/New_York"}
    assert (
        "PRODID:-//Papers of Dane County//Meetings//EN"
        in client.post("/places/24021/meeting.ics", data=typed).text
    )
