"""Meetings on the pages: rules beside the state’s, calendar files, copies of the sheet that none keeps."""

import io
import logging
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from icalendar import Calendar
from pypdf import PdfReader
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.samples.bodies import CANCELLED, COUNCIL
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.database import unit_of_work
from toolkit.imports.bodies import body_files as bodies
from toolkit.imports.bodies import load_bodies
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.rendering.renderers import Renderers

COPY = "/places/24021/fact-sheet.pdf"
CALENDAR = "/places/24021/meeting.ics"
DECEMBER = "frederick-council-december"
MEETING = {"day": "2026-12-08", "start": "18:30", "zone": "America/New_York"}
TEXTS = ("body", "room", "address", "agenda_item", "sign_up", "clerk_phone")
MARKER = "Zqxv"  # in no fact, no address and no template


@pytest.fixture
def council(app: Flask) -> Flask:
    """The small world with a county council that meets in December."""
    load(app, COUNCIL)
    return app


def load(app: Flask, file: str) -> None:
    with unit_of_work(app.extensions["engine"], write=True):
        load_bodies.load(bodies.read(file.encode(), "own.toml").bodies, date(2026, 11, 23))


def send(visitor: StrictClient, path: str = COPY, **fields: str) -> TestResponse:
    return visitor.post(path, data=MEETING | fields)


def errors(answer: TestResponse) -> dict[str, str]:
    """What the form says is wrong, by field."""
    assert answer.status_code == 400
    found = re.findall(r'id="([a-z_]+)-error"><b>Please mend this.</b> ([^<]+)</p>', answer.text)
    return dict(found)


def pdf_text(answer: TestResponse) -> str:
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return " ".join(PdfReader(io.BytesIO(answer.data)).pages[0].extract_text().split())


def code_in(answer: TestResponse) -> str:
    (code,) = re.findall(r"Edition ([0-9A-Z]{5}-[0-9A-Z]{5})", pdf_text(answer))
    return str(code)


def editions(app: Flask) -> list[Any]:
    with app.extensions["engine"].connect() as connection:
        return list(connection.execute(text("SELECT code, pdf_sha256 FROM edition")))


def test_the_rules_stand_beside_the_states_and_what_is_unknown_is_asked(
    council: Flask, visitor: StrictClient
) -> None:
    page = visitor.page("/places/24021/meetings")
    shown = words_of(page)
    assert "May you speak?" in shown
    assert "Time to speak 3 minutes" in shown
    assert "Verified November 2, 2026 by a volunteer, by phone." in shown
    assert "Not verified – call the clerk of the council, 301-555-0123 (16 questions)" in shown
    assert "Tuesday, December 8, 2026, 5:30 pm" in shown
    assert page.cssselect(f"a[href='/meetings/{DECEMBER}.ics']")


def test_a_place_without_bodies_gets_the_questions_for_its_clerk(visitor: StrictClient) -> None:
    for geoid in ("24021", "US"):
        page = visitor.page(f"/places/{geoid}/meetings")
        assert len(page.cssselect(".questions li")) == 19
        assert "not verified – call the clerk" in words_of(page)
    visitor.page("/places/99999/meetings", status=404)


def test_old_rules_say_of_when_they_are_and_to_check(app: Flask, visitor: StrictClient) -> None:
    old = COUNCIL.split("[[body.meeting]]")[0].replace(
        'verified_on = 2026-11-02\nverified_by = "a volunteer, by phone"',
        'source_url = "https://county.example.gov/rules"\nas_of = "2021-01-19"',
    )
    load(app, old)
    shown = words_of(visitor.page("/places/24021/meetings"))
    assert "as of January 19, 2021 – check" in shown
    assert "Nobody has verified this with the body yet." in shown
    assert "No meeting is listed here." in shown


def test_the_place_leads_to_its_meetings(visitor: StrictClient) -> None:
    assert visitor.page("/places/24021").cssselect("a[href='/places/24021/meetings']")


def test_a_meeting_goes_into_a_calendar_and_out_again(council: Flask, visitor: StrictClient) -> None:
    for file, status in ((COUNCIL, "CONFIRMED"), (CANCELLED, "CANCELLED")):
        load(council, file)
        answer = visitor.get(f"/meetings/{DECEMBER}.ics")
        assert answer.mimetype == "text/calendar"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{DECEMBER}.ics"'
        assert Calendar.from_ical(answer.data).events[0]["STATUS"] == status
    assert visitor.get("/meetings/no-such-meeting.ics").status_code == 404


def test_a_typed_meeting_is_on_the_copy_which_has_the_code_of_its_edition(
    app: Flask, visitor: StrictClient
) -> None:
    answer = send(visitor, room="Hearing Room 9", agenda_item="12", closes="2026-12-08T18:00")
    shown = pdf_text(answer)
    assert "Tuesday, December 8, 2026, 6:30 pm" in shown
    assert "Hearing Room 9. Agenda: item 12. Sign-up closes at 6 pm." in shown
    assert "Meeting details typed by the person who printed this copy." in shown
    assert answer.headers["Cache-Control"] == "no-store"
    name = f"287g-24021-{code_in(answer)}-meeting.pdf".lower()
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert [code for code, _ in editions(app)] == [code_in(answer)]


def test_many_copies_are_of_one_edition_and_none_is_kept(app: Flask, visitor: StrictClient) -> None:
    first = send(visitor, room="Room 1")
    shelf = app.extensions["settings"].shelf_dir
    before = editions(app), sorted(shelf.rglob("*"))
    second = send(visitor, room="Room 2")
    assert (editions(app), sorted(shelf.rglob("*"))) == before
    assert code_in(first) == code_in(second)
    stored = visitor.get(f"/editions/{code_in(first)}.pdf")
    assert "Room 1" not in pdf_text(stored)


def test_the_chosen_side_stands_first_on_the_copy(visitor: StrictClient) -> None:
    for first, second in (("supporters", "critics"), ("critics", "supporters")):
        shown = pdf_text(send(visitor, first=first))
        assert shown.index(f"{first.capitalize()} say") < shown.index(f"{second.capitalize()} say")


def test_a_listed_meeting_is_one_press_away(council: Flask, visitor: StrictClient) -> None:
    page = visitor.page("/places/24021/fact-sheet")
    path = f"/places/24021/meetings/{DECEMBER}.pdf"
    assert page.cssselect(f"form[action='{path}']")
    shown = pdf_text(visitor.post(path))
    assert "Meeting as listed on this site on November 23, 2026: check with the clerk." in shown
    load(council, CANCELLED)
    assert visitor.post(path).status_code == 404
    assert visitor.post(f"/places/24005/meetings/{DECEMBER}.pdf").status_code == 404
    assert not visitor.page("/places/24021/fact-sheet").cssselect(f"form[action='{path}']")


def test_the_typed_meeting_goes_into_a_calendar_too(visitor: StrictClient) -> None:
    answer = send(visitor, CALENDAR, body="County Council", closes="2026-12-08T18:00")
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/calendar", "no-store")
    (event,) = Calendar.from_ical(answer.data).events
    assert event.start.isoformat() == "2026-12-08T18:30:00-05:00"
    assert len(event.walk("VALARM")) == 2


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"day": ""}, {"day": "Write the day of the meeting."}),
        ({"day": "tomorrow"}, {"day": "Write the day as month/day/year, such as 12/8/2026."}),
        ({"day": "2026-11-25"}, {"day": "This day is past. Check month and year."}),
        ({"day": "2062-12-08"}, {"day": "This day is far ahead. Check the year."}),
        ({"start": "late"}, {"start": "Write the time such as 6:30 pm."}),
        ({"closes": "soon"}, {"closes": "Write day and time, such as 12/8/2026 4:00 pm."}),
        ({"closes": "2026-12-08T19:00"}, {"closes": "Sign-up cannot close after the meeting has started."}),
        (
            {"day": "2027-03-14", "start": "02:30"},
            {"start": "The clocks go forward over this time that night, so it does not exist."},
        ),
        ({"address": "x" * 61}, {"address": "One word has more than 60 letters. Put a space into it."}),
        ({"room": "x " * 31}, {"room": "Shorten this to 60 characters, so that the sheet can hold it."}),
        ({"address": "W" * 40}, {"address": "One word is too long for its column. Put a space into it."}),
        ({"body": "市議会"}, {"body": "The sheet has no letter “市”. Write it in another way."}),
        ({"agenda_item": "Stop it!"}, {"agenda_item": "The sheet prints no exclamation mark. Take it out."}),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field(
    visitor: StrictClient, fields: dict[str, str], wrong: dict[str, str]
) -> None:
    for path in (COPY, CALENDAR):
        assert errors(send(visitor, path, **fields)) == wrong


@pytest.mark.parametrize("word", ["illegals", "deportation machine"])
def test_a_word_that_takes_a_side_is_not_printed(visitor: StrictClient, word: str) -> None:
    assert f"“{word}” takes a side." in errors(send(visitor, agenda_item=f"The {word}"))["agenda_item"]
    assert word in pdf_text(send(visitor, agenda_item=f"“The {word}”"))


@pytest.mark.parametrize("written", ["12/8/2026", "2026-12-08"])
@pytest.mark.parametrize("time", ["18:30", "6:30 pm", "6:30 p.m.", "6:30PM"])
def test_day_and_time_may_be_written_as_people_do(visitor: StrictClient, written: str, time: str) -> None:
    (event,) = Calendar.from_ical(send(visitor, CALENDAR, day=written, start=time).data).events
    assert event.start.isoformat() == "2026-12-08T18:30:00-05:00"


def test_where_an_hour_comes_twice_the_form_asks_which(visitor: StrictClient) -> None:
    night = {"day": "2027-11-07", "start": "01:30"}
    asked = send(visitor, CALENDAR, **night)
    assert asked.status_code == 400
    assert "this time comes twice. Say which one it is." in asked.text
    for which, utc in (("first", 5), ("second", 6)):
        (event,) = Calendar.from_ical(send(visitor, CALENDAR, which=which, **night).data).events
        assert event.start.utctimetuple().tm_hour == utc
    assert "1:30 am EST" in pdf_text(send(visitor, which="second", **night))


def test_the_zone_is_asked_only_where_a_state_has_two(visitor: StrictClient) -> None:
    one, several = visitor.page("/places/24021/fact-sheet"), visitor.page("/places/18057/fact-sheet")
    assert [field.get("value") for field in one.cssselect("input[name='zone']")] == ["America/New_York"]
    assert len(several.cssselect("select[name='zone'] option")) == 3
    for zone in ("", "Pacific/Honolulu", "nonsense"):
        answer = visitor.post("/places/18057/fact-sheet.pdf", data=MEETING | {"zone": zone})
        assert errors(answer) == {"zone": "Choose the time zone of the place."}


def test_a_mistake_loses_nothing_that_was_typed(visitor: StrictClient) -> None:
    typed = {name: f"Typed {name} <&>" for name in TEXTS} | {"closes": "2026-12-08T10:00", "first": "critics"}
    answer = send(visitor, **typed | {"start": "late"})
    assert answer.headers["Cache-Control"] == "no-store"
    for value in (*typed.values(), "late", "2026-12-08"):
        escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert f'value="{escaped}"' in answer.text


def test_when_no_renderer_is_free_the_form_keeps_everything(app: Flask, visitor: StrictClient) -> None:
    room: PressRoom = app.extensions["press_room"]
    hasty = Renderers(app.extensions["settings"].model_copy(update={"render_seconds": 0.001}), workers=1)
    with hasty:
        app.extensions["press_room"] = PressRoom(room.settings, room.engine, room.shelf, hasty)
        answer = send(visitor, room="Room 201")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert 'value="Room 201"' in answer.text


@pytest.mark.parametrize("path", [COPY, CALENDAR])
def test_a_form_that_is_too_long_or_might_go_to_disk_is_refused(visitor: StrictClient, path: str) -> None:
    assert visitor.post(path, data={"room": "x" * 40_000}).status_code == 413
    assert visitor.post(path, data=MEETING, content_type="multipart/form-data").status_code == 415


def everything_kept(app: Flask) -> Iterator[tuple[str, bytes]]:
    """Every file of the installation, by its path."""
    folder: Path = app.extensions["settings"].instance_dir
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), path.read_bytes()


def test_what_was_typed_is_in_the_answer_and_in_nothing_that_stays(
    app: Flask, visitor: StrictClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    texts = {name: f"{MARKER} {name}" for name in TEXTS}
    made = send(visitor, **texts)
    assert pdf_text(made).count(MARKER) == len(TEXTS)
    calendar = send(visitor, CALENDAR, **texts)
    refused = send(visitor, **texts | {"start": MARKER})
    assert MARKER.encode() in calendar.data
    assert MARKER in refused.text
    for answer in (made, calendar, refused):
        assert MARKER not in str(answer.headers)
        assert MARKER not in (answer.request.url or "")
    kept = dict(everything_kept(app))
    assert any(path.endswith(".pdf") for path in kept)
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert [path for path, data in kept.items() if MARKER.encode(coding) in data] == []
    assert [path for path in kept if MARKER in path or quote(MARKER) in path] == []
    for data in kept.values():
        if data.startswith(b"%PDF"):
            assert MARKER not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert MARKER not in caplog.text
