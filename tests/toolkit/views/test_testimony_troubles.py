"""When a text cannot be made, its speaker loses nothing; what may not be sent is refused; no lock is held."""

import sqlite3
from collections.abc import Iterator
from io import BytesIO

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import event
from werkzeug.test import TestResponse

from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.config import Settings
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers
from toolkit.views.making.private import BODY_LIMIT

FORM = "/places/24021/testimony"
TYPED = {"own": "I run a bakery on Main Street.", "position": "support", "limit": "1:30", "fair_line": "y"}
PAPER = {"make": "speaking.pdf"}


def carried(answer: TestResponse) -> dict[str, str]:
    """What the page would send again."""
    page = html.document_fromstring(answer.text)
    return {
        field.get("name"): field.get("value") for field in page.cssselect("main form input[type='hidden']")
    }


def assert_kept(answer: TestResponse, happened: str) -> None:
    """A page that says what happened, shows the words and can send all of it again."""
    page = html.document_fromstring(answer.text)
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    assert words_of(page, "h1") == happened
    assert words_of(page, "main blockquote") == TYPED["own"]
    assert carried(answer).items() >= (TYPED | PAPER).items()


def test_a_press_that_fails_keeps_the_words(shipped: Flask, speaker: StrictClient) -> None:
    settings, engine = shipped.extensions["settings"], shipped.extensions["engine"]
    working = shipped.extensions["press_room"]
    with Renderers(Settings(), workers=1, program=("false",)) as broken:
        shipped.extensions["press_room"] = PressRoom(settings, engine, Shelf(settings.shelf_dir), broken)
        failed = speaker.post(FORM, data=TYPED | PAPER)
    assert_kept(failed, "The PDF could not be made this time")
    shipped.extensions["press_room"] = working
    assert speaker.post(FORM, data=carried(failed)).mimetype == "application/pdf"


def test_a_database_without_an_answer_keeps_the_words(shipped: Flask, speaker: StrictClient) -> None:
    with shipped.extensions["engine"].begin() as connection:
        connection.exec_driver_sql("ALTER TABLE roster RENAME TO gone")
    assert_kept(speaker.post(FORM, data=TYPED | PAPER), "The facts could not be read this time")
    assert speaker.get(FORM).status_code == 503


def test_a_group_loses_its_words_as_little(shipped: Flask, speaker: StrictClient) -> None:
    settings, engine = shipped.extensions["settings"], shipped.extensions["engine"]
    group = {"speakers": "5", "seed": "k7", "own": TYPED["own"], "pooled": "4:00", "make": "pooled.pdf"}
    with Renderers(Settings(), workers=1, program=("false",)) as broken:
        shipped.extensions["press_room"] = PressRoom(settings, engine, Shelf(settings.shelf_dir), broken)
        failed = speaker.post("/places/24021/deal", data=group)
    page = html.document_fromstring(failed.text)
    assert failed.status_code == 503
    assert words_of(page, "main blockquote") == TYPED["own"]
    assert page.cssselect("main form")[0].get("action") == "/places/24021/deal"
    assert carried(failed).items() >= group.items()


def test_clearing_asks_the_browser_to_forget(speaker: StrictClient) -> None:
    answer = speaker.get("/cleared")
    assert '"cache"' in answer.headers["Clear-Site-Data"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'href="/cleared"' in speaker.post(FORM, data=TYPED).text


@pytest.fixture
def written_by_another(shipped: Flask) -> Iterator[None]:
    """Another process is writing to the database and does not come to an end; here nobody waits for it."""
    engine = shipped.extensions["engine"]
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 0"))
    engine.dispose()
    other = sqlite3.connect(engine.url.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


@pytest.mark.usefixtures("written_by_another")
@pytest.mark.parametrize("make", ["podium", "speaking.pdf", "written.txt", "edit"])
def test_a_speaker_waits_for_no_writer(speaker: StrictClient, make: str) -> None:
    assert speaker.post(FORM, data=TYPED | {"make": make}).status_code == 200


def test_a_form_that_might_be_put_on_disk_is_refused(speaker: StrictClient) -> None:
    answer = speaker.post(FORM, data=TYPED | {"file": (BytesIO(b"x"), "x.txt")})
    assert answer.status_code == 415


@pytest.mark.parametrize("path", [FORM, "/places/24021/deal"])
def test_a_form_that_is_too_long_is_refused(speaker: StrictClient, path: str) -> None:
    assert speaker.post(path, data={"own": "x" * BODY_LIMIT}).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"own=a%00b&position=oppose",
        b"own=%ff%fe&position=oppose",
        b"own=%E2%80%AEtxt.exe&position=oppose",
        b"own=%3Cscript%3Ealert(1)%3C/script%3E&position=oppose",
        b"own=" + "\N{COMBINING ACUTE ACCENT}".encode() * 20,
        b"own=a&" + b"x&" * 5_000,
        b"own=a&claims=" + b"&claims=tru-02" * 900,
        b"own=a&limit=" + b"9" * 400,
        b"own=a&pace=%D9%A1%D9%A3%D9%A0",
        b"&&&===",
    ],
)
def test_no_text_breaks_the_page(speaker: StrictClient, body: bytes) -> None:
    answer = speaker.post(FORM, data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 400)
    assert "<script>alert" not in answer.text
    shown = html.document_fromstring(answer.text).text_content()
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in shown
