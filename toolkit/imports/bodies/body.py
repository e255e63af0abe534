"""What is read of a public body: its facts, its rules for speaking, its meetings, and what was refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

Value = str | int | bool | date


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting. Times are local, checked against the zone of the body."""

    id: str
    starts: datetime
    starts_second: bool
    signup_closes: datetime | None
    signup_closes_second: bool
    status: str
    details: Mapping[str, Value]  # minutes, room, address, agenda_item, sign_up


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """One body. ``facts`` and ``rules`` are columns by name; a rule that is absent was not verified."""

    id: str
    geoid: str
    facts: Mapping[str, Value]
    rules: Mapping[str, Value]
    meetings: tuple[MeetingRecord, ...]


@dataclass(frozen=True, slots=True)
class BodyProblem:
    """A field that was refused, of which body or meeting, and what a person can do about it.

    ``kept`` says that the body or meeting was kept without the field.
    """

    whose: str
    field: str
    found: str
    advice: str
    kept: bool = True

    def __str__(self) -> str:
        outcome = "kept without it" if self.kept else "left out"
        return f"{self.whose}, {self.field}: {self.found} ({outcome}). {self.advice}"


@dataclass(frozen=True, slots=True)
class BodyReading:
    """Everything that could be read, and every problem on the way."""

    bodies: tuple[BodyRecord, ...]
    problems: tuple[BodyProblem, ...]
