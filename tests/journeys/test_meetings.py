"""A resident puts her meeting on the sheet and into her calendar, on a phone, with scripts and without."""

from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser import Axe
from tests.journeys.conftest import Serve
from tests.samples.bodies import CANCELLED, COUNCIL
from tests.server import flask

pytestmark = pytest.mark.browser


def open_form(visitor: Page) -> None:
    """From the place to the form for a meeting."""
    visitor.goto("/places/24021")
    visitor.get_by_role("link", name="Meetings, and the rules for speaking there").click()
    visitor.get_by_role("link", name="Read the sheet and add the meeting").click()
    visitor.get_by_text("Put your meeting on the sheet").click()


def fill(visitor: Page, day: str) -> None:
    visitor.get_by_label("Day", exact=True).fill(day)
    visitor.get_by_label("Starts at").fill("18:30")
    visitor.get_by_label("Room").fill("Hearing Room 9")


def test_the_meeting_goes_into_the_calendar(phone: Page, axe: Axe, tmp_path: Path) -> None:
    open_form(phone)
    assert axe(phone) == []
    fill(phone, "2026-12-08")
    with phone.expect_download() as saved:
        phone.get_by_role("button", name="Add it to my calendar").click()
    saved.value.save_as(tmp_path / "meeting.ics")
    (event,) = Calendar.from_ical((tmp_path / "meeting.ics").read_bytes()).events
    assert event["LOCATION"] == "Hearing Room 9"
    assert event.start.isoformat() == "2026-12-08T18:30:00-05:00"


def test_the_copy_is_a_pdf_and_leaves_nothing_in_the_address(phone: Page) -> None:
    open_form(phone)
    fill(phone, "2026-12-08")
    with phone.expect_request("**/fact-sheet.pdf") as sent, phone.expect_download() as saved:
        phone.get_by_role("button", name="Make this copy").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"%PDF")
    assert (sent.value.method, sent.value.url.endswith("/places/24021/fact-sheet.pdf")) == ("POST", True)
    assert phone.context.cookies() == []


def test_a_mistake_is_told_and_keeps_what_was_typed(plain: Page) -> None:
    open_form(plain)
    fill(plain, "2026-11-01")
    plain.get_by_role("button", name="Make this copy").click()
    expect(plain.get_by_role("alert")).to_contain_text("This day is past. Check month and year.")
    expect(plain.get_by_label("Room")).to_have_value("Hearing Room 9")
    plain.get_by_role("link", name="Day").click()
    assert plain.url.endswith("#day")


def test_the_form_with_mistakes_is_sound(phone: Page, axe: Axe) -> None:
    open_form(phone)
    fill(phone, "2027-11-07")
    phone.get_by_label("Starts at").fill("01:30")
    phone.get_by_label("Agenda item").fill("Stop it!")
    phone.get_by_role("button", name="Make this copy").click()
    expect(phone.get_by_role("alert")).to_contain_text("exclamation mark")
    phone.get_by_label("Agenda item").fill("7")
    phone.get_by_role("button", name="Make this copy").click()
    expect(phone.get_by_role("group", name="The clocks go back that night.")).to_be_visible()
    assert axe(phone) == []


def test_a_listed_meeting_and_its_cancellation_are_seen(
    serve: Serve, phone_at: Serve, axe: Axe, own_facts: Path, repository: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    with serve() as origin, phone_at(origin) as visitor:
        for words, seen in ((COUNCIL, "Add it to my calendar"), (CANCELLED, "Take it out of my calendar")):
            file.write_text(words, encoding="utf-8")
            flask(["bodies", "load", str(file)], repository, own_facts)
            visitor.goto("/places/24021/meetings")
            expect(visitor.get_by_role("link", name=seen)).to_be_visible()
            assert axe(visitor) == []
