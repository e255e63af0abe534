"""What visitors are told when something goes wrong, and that nothing is lost by it."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask, get_template_attribute
from sqlalchemy import event

from tests.toolkit.publishing.moody_renderer import PROGRAM
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.app import BODY_LIMIT
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Edition
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers
from toolkit.views import errors

SHEET = {"place": "24021", "first": ""}


def issued(app: Flask) -> int:
    """How many editions there are."""
    with unit_of_work(app.extensions["engine"]) as session:
        return session.query(Edition).count()


def with_renderers(app: Flask, renderers: Renderers) -> None:
    """Let the app's sheets be made by these."""
    settings, engine = app.extensions["settings"], app.extensions["engine"]
    app.extensions["press_room"] = PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)


@pytest.mark.parametrize(
    ("path", "happened"),
    [
        ("/nowhere", "There is no page at this address"),
        ("/places/99999", "We know no place with this number"),
        ("/places/123", "There is no page at this address"),
        ("/places/%00", "There is no page at this address"),
        ("/claims/no-such-claim", "There is no page at this address"),
        ("/sources/%F0%9F%99%82", "There is no page at this address"),
        ("/editions/" + "x" * 41, "There is no page at this address"),
    ],
)
def test_an_unknown_address_offers_the_way_on(visitor: StrictClient, path: str, happened: str) -> None:
    page = visitor.page(path, 404)
    assert words_of(page, "h1") == happened
    assert page.cssselect("form[action='/places'] #q")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_wrong_method_says_which_is_right(visitor: StrictClient, method: str) -> None:
    answer = getattr(visitor, method)("/places/24021")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "This address cannot be used that way" in answer.text


def test_too_many_bytes_are_refused(visitor: StrictClient) -> None:
    answer = visitor.post("/editions", data={"place": "24021", "first": "x" * BODY_LIMIT})
    assert answer.status_code == 413
    assert "That was too much at once" in answer.text


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_another_site_cannot_make_sheets(app: Flask, visitor: StrictClient, headers: dict[str, str]) -> None:
    answer = visitor.post("/editions", data=SHEET, headers=headers)
    assert answer.status_code == 403
    assert "This request came from another website" in answer.text
    assert issued(app) == 0


@pytest.mark.parametrize("origin", ["http://localhost", "https://toolkit.example.org"])
def test_our_own_page_can_make_sheets(visitor: StrictClient, origin: str) -> None:
    headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}
    assert visitor.post("/editions", data=SHEET, headers=headers).status_code == 303


@pytest.fixture
def locked(app: Flask) -> Iterator[None]:
    """Another process is writing to the database and does not come to an end; here nobody waits for it."""
    engine = app.extensions["engine"]
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 0"))
    engine.dispose()
    other = sqlite3.connect(engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


@pytest.mark.usefixtures("locked")
def test_a_locked_database_asks_to_come_back(app: Flask, visitor: StrictClient) -> None:
    assert visitor.get("/places/24021").status_code == 200
    answer = visitor.post("/editions", data=SHEET)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "We are busy at the moment" in answer.text
    assert issued(app) == 0


@pytest.fixture
def taken(app: Flask, tmp_path: Path) -> Iterator[None]:
    """The only renderer is at work, and nobody may wait."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    settings = Settings(render_workers=1, render_queue=0, render_seconds=600)
    with Renderers(settings, program=PROGRAM) as renderers:
        worker = Thread(target=renderers.render, args=(f"hold {pipe}".encode(),))
        worker.start()
        assert pipe.read_text() == "holding"
        with_renderers(app, renderers)
        yield
        pipe.write_text("go on")
        worker.join()


@pytest.mark.usefixtures("taken")
def test_a_busy_press_asks_to_come_back(app: Flask, visitor: StrictClient) -> None:
    answer = visitor.post("/editions", data=SHEET)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "Many sheets are being made at the moment" in answer.text
    assert 'href="/places/24021"' in answer.text
    assert issued(app) == 0
    assert visitor.get("/places/24021/fact-sheet").status_code == 200


def test_a_press_that_fails_says_that_nothing_was_lost(app: Flask, visitor: StrictClient) -> None:
    with Renderers(Settings(), workers=1, program=("false",)) as broken:
        with_renderers(app, broken)
        answer = visitor.post("/editions", data=SHEET)
    assert answer.status_code == 503
    assert "The PDF could not be made this time" in answer.text
    assert issued(app) == 0


def test_a_database_without_tables_is_not_an_error_of_the_visitor(app: Flask, visitor: StrictClient) -> None:
    with app.extensions["engine"].begin() as connection:
        connection.exec_driver_sql("DROP TABLE roster")
    page = visitor.page("/places/24021", 503)
    assert words_of(page, "h1") == "We are busy at the moment"
    assert visitor.page("/", 200) is not None


@pytest.mark.parametrize(
    "trouble",
    [errors.NOT_OURS, errors.BROKEN, errors.FORGED]
    + [each for table in (errors.TROUBLES, errors.PUBLISHING, errors.ACCESS) for each in table.values()],
    ids=lambda trouble: trouble.name,
)
def test_each_trouble_says_what_happened_and_what_to_do(app: Flask, trouble: errors.Trouble) -> None:
    with app.test_request_context():
        for part in ("happened", "to_do"):
            assert get_template_attribute("errors/words.html", part)(trouble.name).strip()
