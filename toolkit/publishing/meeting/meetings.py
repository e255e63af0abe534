"""Meetings of public bodies: those of a place with the rules for speaking there, and each as plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import ModuleType
from typing import Literal, cast

from fact_sheets.action import go_to
from fact_sheets.document import MeetingLines
from fact_sheets.dossier import Place, Rule, Source
from fact_sheets.meeting import MOST, Meeting, RulesCard
from fact_sheets.rules_card import CardLine, card_lines
from toolkit import models
from toolkit.config import Settings
from toolkit.database import session
from toolkit.models.body import CANCELLED
from toolkit.models.local_time import LocalTimeError, RepeatedTime, moment
from toolkit.publishing.finding.places import find
from toolkit.publishing.knowing import library, rules
from toolkit.publishing.meeting.bodies import Body, body, rows_of
from toolkit.publishing.meeting.typed_meeting import TypedMeeting

__all__ = ["MOST", "LocalTimeError", "Meeting", "RepeatedTime", "moment"]

Status = Literal["scheduled", "cancelled"]


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting that the site lists: its facts, and the same in words."""

    id: str
    status: Status
    facts: Meeting
    lines: MeetingLines

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.status == CANCELLED


@dataclass(frozen=True, slots=True)
class BodyOnPage:
    """A body and its meetings from today on, the next one first."""

    body: Body
    upcoming: tuple[ListedMeeting, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The bodies whose decisions reach a place, and the state's rule on speaking before them."""

    place: Place
    speaking: Rule | None
    sources: Mapping[str, Source]
    bodies: tuple[BodyOnPage, ...]
    to_ask: tuple[CardLine, ...]  # every question for a clerk, where no body is known

    @property
    def next_meetings(self) -> tuple[tuple[Body, ListedMeeting], ...]:
        """Every meeting that will be held, the next one first."""
        held = ((each.body, one) for each in self.bodies for one in each.upcoming if not one.cancelled)
        return tuple(sorted(held, key=lambda pair: pair[1].facts.starts))


def meetings_page(geoid: str, on: date) -> MeetingsPage:
    """The page of the place with this GEOID. Raises UnknownPlace."""
    place = find(geoid)
    speaking = rules.speaking(place.state_geoid)
    cited = library.sources(set(rules.source_ids(speaking)))
    return MeetingsPage(
        place=place,
        speaking=speaking,
        sources={source.id: source for source in cited},
        bodies=tuple(_on_page(row, on) for row in rows_of(reaching(place))),
        to_ask=card_lines(RulesCard()),
    )


def reaching(place: Place) -> list[str]:
    """The GEOIDs of the governments whose bodies decide here: the place's own, its counties', its state's."""
    own = [] if place.state_geoid is None else [place.geoid, *place.county_geoids, place.state_geoid]
    return list(dict.fromkeys(own))


def listed(meeting_id: str, geoid: str) -> Meeting | None:
    """The facts of a meeting that will be held, if its body decides for this place. Raises UnknownPlace."""
    row = session().get(models.Meeting, meeting_id)
    if row is None or row.status == CANCELLED or row.body.geoid not in reaching(find(geoid)):
        return None
    return _facts(row)


def calendar_file(meeting_id: str, settings: Settings) -> bytes | None:
    """The calendar file of a stored meeting."""
    row = session().get(models.Meeting, meeting_id)
    if row is None:
        return None
    where = find(row.body.geoid)
    return cast(bytes, _calendar().of_listed(row, _facts(row), where, settings))


def typed_calendar_file(geoid: str, typed: TypedMeeting, *, on: date, settings: Settings) -> bytes:
    """The calendar file of a meeting that a visitor typed; it is made in memory and kept nowhere."""
    return cast(bytes, _calendar().of_typed(typed, find(geoid), on, settings))


def zone_in_doubt(starts: datetime, zone: str, *, second: bool) -> str:
    """ "EST" where this time comes twice that night and the zone tells which is meant; else nothing."""
    first, later = (moment(starts, zone, which) for which in (False, True))
    doubtful = first.utcoffset() != later.utcoffset()
    return ((later if second else first).tzname() or "") if doubtful else ""


def _on_page(row: models.PublicBody, on: date) -> BodyOnPage:
    coming = [meeting for meeting in row.meetings if meeting.starts.date() >= on]
    return BodyOnPage(body(row, on), tuple(_listed(meeting) for meeting in coming))


def _listed(row: models.Meeting) -> ListedMeeting:
    facts = _facts(row)
    return ListedMeeting(row.id, cast(Status, row.status), facts, go_to(facts))


def _facts(row: models.Meeting) -> Meeting:
    return Meeting(
        starts=row.starts,
        starts_zone=zone_in_doubt(row.starts, row.time_zone, second=row.starts_second),
        body=row.body.name,
        room=row.room or "",
        address=row.address or "",
        agenda_item=row.agenda_item or "",
        sign_up=row.sign_up or "",
        sign_up_closes=row.signup_closes,
        clerk_phone=row.body.clerk_phone or "",
        listed_on=row.changed,
    )


def _calendar() -> ModuleType:
    """The door to the icalendar library, opened on use: it takes a second to load and few pages need it."""
    from toolkit.publishing.meeting import calendar_file

    return calendar_file
