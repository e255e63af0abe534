"""Copies of a fact sheet for one meeting: the edition is issued as always, the copy is kept nowhere."""

from dataclasses import dataclass
from datetime import date

from fact_sheets.dossier import Side
from fact_sheets.meeting import Meeting, to_json
from toolkit.database import unit_of_work
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.preview import Preview, preview
from toolkit.publishing.meeting import meetings
from toolkit.publishing.rendering.frames import COPY

ONE_LINE = b"\n"


@dataclass(frozen=True, slots=True)
class MeetingCopy:
    """The PDF of a copy, and the code of the edition that it is a copy of."""

    pdf: bytes
    code: str


def make(
    press_room: PressRoom, geoid: str, meeting: Meeting, *, on: date, first_side: Side | None = None
) -> MeetingCopy:
    """The sheet of this place with this meeting. Called alone, and raises, like ``editions.issue``."""
    edition = editions.issue(press_room, geoid, on=on, first_side=first_side)
    order = to_json(meeting) + ONE_LINE + edition.dossier_json.encode()
    return MeetingCopy(press_room.renderers.render(order, COPY), edition.code)


def make_for_listed(
    press_room: PressRoom, geoid: str, meeting_id: str, *, on: date, first_side: Side | None = None
) -> MeetingCopy | None:
    """The same with a meeting that the site lists; None where this place has no such meeting ahead."""
    with unit_of_work(press_room.engine):
        meeting = meetings.listed(meeting_id, geoid)
    return make(press_room, geoid, meeting, on=on, first_side=first_side) if meeting else None


def read_again(press_room: PressRoom, geoid: str, on: date, first_side: Side | None) -> Preview:
    """The preview beside a form that could not be used, read without the lock of a form that is sent."""
    with unit_of_work(press_room.engine):
        return preview(geoid, on, press_room.settings, first_side, press_room.subject)
