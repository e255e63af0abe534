"""Meetings and rules of a place, and calendar files that calendars read as they were meant."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar, Event
from sqlalchemy.orm import Session

from tests.samples.bodies import CANCELLED, COUNCIL
from tests.samples.meetings import COUNCIL as TYPED_FACTS
from tests.samples.meetings import at
from toolkit import models
from toolkit.config import Settings
from toolkit.imports.bodies import body_files as bodies
from toolkit.imports.bodies import load_bodies
from toolkit.models.local_time import moment
from toolkit.publishing.errors import UnknownPlace
from toolkit.publishing.meeting import meetings
from toolkit.publishing.meeting.meetings import Meeting
from toolkit.publishing.meeting.time_zones import CALLED, zones_of
from toolkit.publishing.meeting.typed_meeting import TypedMeeting

BASE = "https://toolkit.example.org"
SITE = Settings(base_url=BASE)
MONDAY, TODAY = date(2026, 11, 23), date(2026, 11, 26)
DECEMBER = "frederick-council-december"


@pytest.fixture
def council(work: Session) -> Session:
    """The small world with a county council that meets in December."""
    load(COUNCIL)
    return work


def load(text: str, on: date = MONDAY) -> None:
    load_bodies.load(bodies.read(text.encode(), "own.toml").bodies, on)


def stored(meeting_id: str = DECEMBER) -> Event:
    """The event in the file of a stored meeting."""
    data = meetings.calendar_file(meeting_id, SITE)
    assert data is not None
    return event_of(data)


def event_of(data: bytes) -> Event:
    (event,) = Calendar.from_ical(data).events
    return event


def alarms(event: Event) -> list[datetime]:
    return sorted(alarm.TRIGGER for alarm in event.walk("VALARM"))


def at_starts(starts: str, zone: str, *, second: bool = False) -> Event:
    """The stored meeting moved to this local time in this zone."""
    local = at(starts)
    row = models.Meeting(
        id="moved",
        body_id="frederick-council",
        starts=local,
        starts_second=second,
        time_zone=zone,
        minutes=150,
        signup_closes=local - timedelta(hours=6),
        signup_closes_second=False,
        sequence=0,
        status="scheduled",
        changed=MONDAY,
    )
    meetings.session().add(row)
    meetings.session().flush()
    return stored("moved")


def test_a_place_shows_its_bodies_their_rules_and_what_comes(council: Session) -> None:
    page = meetings.meetings_page("24021", TODAY)
    (each,) = page.bodies
    assert (each.body.name, each.body.place_label, each.body.check) == (
        "County Council",
        "Frederick County",
        False,
    )
    assert [line.label for line in each.body.known] == [
        "Time to speak",
        "Length of a written comment",
        "Copies to bring",
    ]
    assert len(each.body.known) + len(each.body.not_verified) == len(page.to_ask)
    assert [meeting.id for meeting in each.upcoming] == [DECEMBER]
    assert page.speaking is not None


def test_a_town_shows_the_bodies_of_its_counties_and_another_county_does_not(council: Session) -> None:
    for geoid, names in (
        ("2430325", ["County Council"]),
        ("2457475", ["County Council"]),
        ("24005", []),
        ("US", []),
    ):
        assert [each.body.name for each in meetings.meetings_page(geoid, TODAY).bodies] == names
    with pytest.raises(UnknownPlace):
        meetings.meetings_page("99999", TODAY)


def test_the_day_of_the_meeting_is_the_last_on_which_it_is_shown(council: Session) -> None:
    for day, shown in ((date(2026, 12, 8), 1), (date(2026, 12, 9), 0)):
        assert len(meetings.meetings_page("24021", day).bodies[0].upcoming) == shown


def test_rules_verified_long_ago_or_never_are_to_be_checked(council: Session) -> None:
    def check(day: date) -> bool:
        return meetings.meetings_page("24021", day).bodies[0].body.check

    assert (check(date(2027, 11, 2)), check(date(2027, 11, 3))) == (False, True)
    council.get_one(models.PublicBody, "frederick-council").verified_on = None
    assert check(TODAY)


def test_only_a_meeting_that_will_be_held_and_reaches_the_place_is_put_on_its_sheet(council: Session) -> None:
    facts = meetings.listed(DECEMBER, "2430325")
    assert facts is not None
    assert (facts.body, facts.room, facts.listed_on) == ("County Council", "Hearing room", MONDAY)
    assert meetings.listed(DECEMBER, "24005") is None
    assert meetings.listed("no-such-meeting", "24021") is None
    load(CANCELLED)
    assert meetings.listed(DECEMBER, "24021") is None
    assert meetings.meetings_page("24021", TODAY).next_meetings == ()


def test_a_calendar_reads_the_meeting_as_it_is(council: Session) -> None:
    event = stored()
    assert event.start == moment(at("2026-12-08T17:30"), "America/New_York")
    assert str(event["DTSTART"].params["TZID"]) == "America/New_York"
    assert event.end - event.start == timedelta(minutes=150)
    assert (event["SEQUENCE"], event["STATUS"]) == (0, "CONFIRMED")
    assert event["SUMMARY"] == "Public meeting: County Council, Frederick County, Maryland"
    assert event["LOCATION"] == "Hearing room, Winchester Hall, 12 East Church Street"
    assert "Clerk: 301" in event["DESCRIPTION"]
    assert event["URL"] == f"{BASE}/places/24021/meetings"


def test_it_rings_when_sign_up_closes_and_an_hour_before(council: Session) -> None:
    closes = datetime(2026, 12, 8, 22, tzinfo=UTC)
    assert alarms(stored()) == [closes - timedelta(hours=1), closes]


def test_a_change_and_a_cancellation_reach_the_same_entry(council: Session) -> None:
    first = stored()
    load(COUNCIL.replace("Hearing room", "Room 2"), TODAY)
    changed = stored()
    load(CANCELLED, TODAY)
    cancelled = stored()
    assert first["UID"] == changed["UID"] == cancelled["UID"] == str(UUID(first["UID"]))
    assert [event["SEQUENCE"] for event in (first, changed, cancelled)] == [0, 1, 2]
    assert (cancelled["STATUS"], alarms(cancelled)) == ("CANCELLED", [])
    assert cancelled["SUMMARY"].startswith("Cancelled: ")
    assert first["DTSTAMP"].dt < changed["DTSTAMP"].dt == datetime(2026, 11, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("starts", "utc"),
    [("2027-03-13T19:00", "2027-03-14T00:00"), ("2027-03-14T19:00", "2027-03-14T23:00")],
    ids=["the evening before the clocks go forward", "the evening after"],
)
def test_the_hour_holds_across_a_change_of_the_clocks(council: Session, starts: str, utc: str) -> None:
    event = at_starts(starts, "America/New_York")
    assert event.start.astimezone(UTC) == at(utc).replace(tzinfo=UTC)
    assert event.start.replace(tzinfo=None) == at(starts)


def test_a_meeting_over_the_night_of_the_change_is_as_long_as_it_is(council: Session) -> None:
    event = at_starts("2027-03-14T00:30", "America/New_York")
    assert event.end.astimezone(UTC) - event.start.astimezone(UTC) == timedelta(minutes=150)
    assert event.end.replace(tzinfo=None) == at("2027-03-14T04:00")


@pytest.mark.parametrize(("second", "utc"), [(False, "2027-11-07T05:30"), (True, "2027-11-07T06:30")])
def test_of_two_such_hours_the_one_that_is_meant_is_in_the_file(
    council: Session, second: bool, utc: str
) -> None:
    event = at_starts("2027-11-07T01:30", "America/New_York", second=second)
    assert event.start.astimezone(UTC) == at(utc).replace(tzinfo=UTC)
    assert ("EST" if second else "EDT") in event["DESCRIPTION"]


@pytest.mark.parametrize("zone", ["America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico"])
def test_where_the_clocks_never_change_summer_is_as_winter(council: Session, zone: str) -> None:
    event = at_starts("2027-07-06T18:00", zone)
    assert str(event["DTSTART"].params["TZID"]) == zone
    assert event.start.utcoffset() == moment(at("2027-01-06T18:00"), zone).utcoffset()


def test_the_zone_is_in_the_file(council: Session) -> None:
    calendar = Calendar.from_ical(meetings.calendar_file(DECEMBER, SITE) or b"")
    assert [zone.tz_name for zone in calendar.timezones] == ["America/New_York"]
    assert calendar["METHOD"] == "PUBLISH"


def typed(facts: Meeting) -> Event:
    closes = facts.sign_up_closes
    zone = "America/New_York"
    made = TypedMeeting(facts, moment(facts.starts, zone), moment(closes, zone) if closes else None)
    return event_of(meetings.typed_calendar_file("24021", made, on=TODAY, settings=SITE))


def test_a_typed_meeting_is_a_calendar_entry_of_its_own(work: Session) -> None:
    event = typed(TYPED_FACTS)
    assert event.start == moment(TYPED_FACTS.starts, "America/New_York")
    assert alarms(event)[-1] == moment(at("2026-12-08T18:00"), "America/New_York").astimezone(UTC)
    assert "Room 201" in event["LOCATION"]
    assert "listed on this site" not in event["DESCRIPTION"]


def test_a_typed_meeting_that_is_mended_stays_the_same_entry(work: Session) -> None:
    mended = typed(replace(TYPED_FACTS, room="Room 202"))
    later = typed(replace(TYPED_FACTS, starts=at("2026-12-08T19:00")))
    assert typed(TYPED_FACTS)["UID"] == mended["UID"] != later["UID"]


def test_a_bare_meeting_is_enough(work: Session) -> None:
    event = typed(Meeting(at("2026-12-08T18:30")))
    assert alarms(event) == []
    assert "LOCATION" not in event
    assert event["SUMMARY"] == "Public meeting: Frederick County, Maryland"


def test_every_state_has_its_zones_and_an_unknown_place_all(work: Session) -> None:
    states = {f"{number:02}" for number in range(1, 57)} - {"03", "07", "14", "43", "52"}
    assert all(0 < len(zones_of(state)) < 3 for state in states | {"60", "66", "69", "72", "78"})
    assert zones_of("US") == tuple(CALLED)
    assert zones_of("04013") == ("America/Phoenix", "America/Denver")
    assert zones_of("2430325") == ("America/New_York",)
