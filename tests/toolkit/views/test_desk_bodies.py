"""Bodies and meetings at the desk: added, edited, confirmed, called off; what readers see follows."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from tests import organizers
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.curation.review import records_due
from toolkit.database import unit_of_work
from toolkit.imports.bodies import body_files as files
from toolkit.imports.bodies import load_bodies
from toolkit.models import Event, Meeting, PublicBody

COUNCIL = {
    "place": "24021",
    "name": "County Council",
    "time_zone": "America/New_York",
    "reason": "It decides.",
}
BODY = "county-council-frederick-county-md"
DECEMBER = {"day": "2026-12-08", "start": "17:30", "room": "Hearing room", "reason": "From its calendar."}
MEETING = f"{BODY}-2026-12-08"


@pytest.fixture
def carl(app: Flask) -> OrganizerClient:
    client = browser(app)
    organizers.sign_in(app, client, "contributor")
    return client


@pytest.fixture
def council(carl: OrganizerClient) -> str:
    """The address of a body that Carl added."""
    answer = carl.fill("/desk/bodies/new", **COUNCIL)
    assert answer.status_code == 303
    return f"/desk/bodies/{BODY}"


def stored(app: Flask) -> PublicBody:
    with unit_of_work(app.extensions["engine"]) as work:
        row = work.get_one(PublicBody, BODY)
        work.expunge(row)
        return row


def readers_see(app: Flask) -> str:
    return browser(app).get("/places/24021/meetings").text


def test_a_body_is_added_edited_and_confirmed(app: Flask, carl: OrganizerClient, council: str) -> None:
    assert "County Council" in carl.get("/desk/bodies?words=frederick+council").text
    assert "No body fits that." in carl.get("/desk/bodies?words=100%25").text
    unanswered = carl.fill(council, limit_seconds="180", agenda_only="no", reason="Heard of it.")
    assert unanswered.status_code == 400
    assert "Say where the rules stand" in unanswered.text
    assert 'value="180"' in unanswered.text
    rules = {"limit_seconds": "180", "agenda_only": "no", "source_url": "https://county.example.gov/rules"}
    assert carl.fill(council, **rules, as_of="2026-11", reason="Read them.").status_code == 303
    assert (stored(app).limit_seconds, stored(app).agenda_only, stored(app).pooling) == (180, False, None)
    assert "3\u00a0minutes" in readers_see(app)
    assert "Nobody has verified this" in readers_see(app)
    assert carl.fill(council, f"{council}/verify", how="the clerk, by phone").status_code == 303
    assert "by the clerk, by phone" in readers_see(app)
    assert (stored(app).verified_on, stored(app).review_by) == (date(2026, 11, 26), date(2027, 2, 24))
    with unit_of_work(app.extensions["engine"]) as work:
        (due,) = records_due.records_due(date(2027, 2, 25))[:1] or [None]
        events = work.scalars(select(Event.subject).where(Event.deed == "meeting.write"))
        assert set(events) == {f"public_body:{BODY}"}
    assert due is not None
    history = carl.page(f"{council}/history").text_content()
    assert "Verified: the clerk, by phone" in history
    back = {"number": "2", "base": "3", "reason": "It was another clerk."}
    assert organizers.send(carl, f"{council}/history", **{**back, "base": "2"}).status_code == 409
    assert organizers.send(carl, f"{council}/history", **back).status_code == 303
    assert (stored(app).verified_on, stored(app).limit_seconds) == (None, 180)


def test_a_place_that_several_have_is_asked_for(carl: OrganizerClient) -> None:
    answer = carl.fill("/desk/bodies/new", **{**COUNCIL, "place": "Jackson township"})
    assert answer.status_code == 400
    assert "1805737000" in answer.text
    assert 'value="County Council"' in answer.text
    wrong = carl.fill(
        "/desk/bodies/new", **{**COUNCIL, "name": "x" * 61, "source_url": "javascript:alert(1)"}
    )
    assert wrong.status_code == 400
    assert "Shorten it to 60 letters" in wrong.text
    assert "Write the whole address of a public page" in wrong.text


def test_a_meeting_is_added_moved_and_called_off(app: Flask, carl: OrganizerClient, council: str) -> None:
    new = f"/desk/meetings/new/{BODY}"
    assert carl.fill(new, **DECEMBER).status_code == 303
    assert "Hearing room" in readers_see(app)
    page = f"/desk/meetings/{MEETING}"
    assert carl.fill(page, start="18:00", closes="2026-12-08T17:00", reason="It moved.").status_code == 303
    with unit_of_work(app.extensions["engine"]) as work:
        row = work.get_one(Meeting, MEETING)
        assert (row.starts.isoformat(), row.sequence) == ("2026-12-08T18:00:00", 1)
        assert row.changed == date(2026, 11, 26)
        assert row.signup_closes is not None
        assert row.signup_closes.isoformat() == "2026-12-08T17:00:00"
    late = carl.fill(page, base="1", room="Room 2", reason="As I had it.")
    assert late.status_code == 409
    assert "Room 2" in late.text
    assert carl.fill(page, f"{page}/cancel", reason="The county says so.").status_code == 303
    assert "called off" in carl.get("/desk/meetings").text
    back = {"number": "2", "base": "3", "reason": "It is held after all."}
    assert organizers.send(carl, f"{page}/history", **back).status_code == 303
    with unit_of_work(app.extensions["engine"]) as work:
        assert (work.get_one(Meeting, MEETING).status, work.get_one(Meeting, MEETING).sequence) == (
            "scheduled",
            3,
        )


def test_times_that_the_clocks_skip_or_repeat_are_asked_about(
    app: Flask, carl: OrganizerClient, council: str
) -> None:
    new = f"/desk/meetings/new/{BODY}"
    skipped = carl.fill(new, **{**DECEMBER, "day": "2027-03-14", "start": "02:30"})
    assert (skipped.status_code, "so it does not exist" in skipped.text) == (400, True)
    twice = carl.fill(new, **{**DECEMBER, "day": "2027-11-07", "start": "01:30"})
    assert (twice.status_code, "this time comes twice" in twice.text) == (400, True)
    given = {**DECEMBER, "day": "2027-11-07", "start": "01:30", "which": "second"}
    assert organizers.send(carl, new, **given).status_code == 303
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.get_one(Meeting, f"{BODY}-2027-11-07").starts_second is True


def test_no_file_overwrites_what_was_edited_here(app: Flask, council: str) -> None:
    text = f'[[body]]\nid = "{BODY}"\ngeoid = "24021"\nname = "Old name"\ntime_zone = "America/New_York"\n'
    records = files.read(text.encode(), "own.toml").bodies
    with unit_of_work(app.extensions["engine"], write=True):
        done = load_bodies.load(records, date(2026, 11, 27))
        assert "Somebody edited it here since" in str(done.problems[0])
        load_bodies.load_starter(records)
    assert stored(app).name == "County Council"
