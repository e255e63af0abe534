"""A meeting and a body's rules for speaking, as plain facts. They stay outside the dossier.

So a sheet made for one meeting has the dossier, the hash and the code of the edition that it is a copy of.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from fact_sheets.errors import DossierError

# The longest text of each field, in characters: all of them together must find room on a sheet.
MOST = {"body": 60, "room": 60, "address": 70, "agenda_item": 60, "sign_up": 70, "clerk_phone": 24}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting by the clocks of the place; texts are empty where nothing is known."""

    starts: datetime  # local, without a zone
    starts_zone: str = ""  # "EST": only in the night when this time comes twice
    body: str = ""  # "County Board"
    room: str = ""
    address: str = ""  # of the public building
    agenda_item: str = ""  # "7" or "the sheriff’s budget"
    sign_up: str = ""  # how
    sign_up_closes: datetime | None = None  # local
    clerk_phone: str = ""
    listed_on: date | None = None  # the day of the site's own entry; None: typed by whoever prints the copy


@dataclass(frozen=True, slots=True)
class RulesCard:
    """What a body asks of those who speak; None is what nobody has verified."""

    covers: str | None = None  # "public hearings", where the rules are not those of every meeting
    limit_seconds: int | None = None
    reduced_limit_seconds: int | None = None
    reduced_when: str | None = None
    total_cap_minutes: int | None = None
    agenda_only: bool | None = None
    signup_opens: str | None = None
    signup_closes: str | None = None
    signup_how: str | None = None
    name_required: bool | None = None
    address_required: bool | None = None
    may_donate_time: bool | None = None
    pooling: str | None = None
    pooling_minutes: int | None = None
    one_spokesperson: bool | None = None
    written_cap: int | None = None
    written_unit: Literal["words", "characters"] | None = None
    written_deadline: str | None = None
    copies: int | None = None
    handout_deadline: str | None = None
    remote: str | None = None
    interpreter: str | None = None
    interpreter_double_time: bool | None = None
    source_url: str | None = None
    source_publisher: str | None = None
    as_of: str | None = None  # a year, year-month or date
    verified_on: date | None = None
    verified_by: str | None = None


_ADAPTER = TypeAdapter(Meeting)


def to_json(meeting: Meeting) -> bytes:
    """One line of JSON, for the way to the renderer; it is kept nowhere."""
    return _ADAPTER.dump_json(meeting)


def from_json(data: bytes) -> Meeting:
    """The meeting that ``data`` describes. Raises DossierError, which names a field but not what it holds."""
    try:
        return _ADAPTER.validate_json(data, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise DossierError(f"meeting {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
