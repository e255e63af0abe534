"""The facts of a meeting as a visitor types them for a copy. No cookie, no token: see toolkit.edge."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from wtforms import DateField, DateTimeLocalField, Field, RadioField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, Optional, ValidationError

from toolkit.forms.edition import FirstSide
from toolkit.publishing import typed_meeting
from toolkit.publishing.meetings import (
    MOST,
    LocalTimeError,
    Meeting,
    RepeatedTime,
    moment,
    zone_in_doubt,
)
from toolkit.publishing.time_zones import CALLED, zones_of
from toolkit.publishing.typed_meeting import Typed

FIRST, SECOND = "first", "second"
FARTHEST = timedelta(days=2 * 365)
DAYS = ["%Y-%m-%d", "%m/%d/%Y"]
TIMES = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p", "%I%p", "%I:%M%p"]
BOTH = [f"{day}{between}{time}" for day in DAYS for between in ("T", " ") for time in TIMES]


def one_line(text: str | None) -> str:
    """What was typed, without what nobody would see."""
    return typed_meeting.read(text or "")


def printable(_form: object, field: Field) -> None:
    """Refuse words that a sheet may not print."""
    problem = typed_meeting.problem(field.data)
    if problem:
        raise ValidationError(problem)


def words(label: str, name: str) -> StringField:
    """A line of text that may stay empty."""
    most = MOST[name]
    too_long = Length(max=most, message=f"Shorten this to {most} characters, so that the sheet can hold it.")
    return StringField(label, filters=[one_line], validators=[too_long, printable])


class InWords:
    """A date or time field that says in our words what it could not read."""

    data: Any
    advice = ""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read what was typed; an empty field is no mistake here."""
        plain = [text.strip().replace("p.m.", "pm").replace("a.m.", "am") for text in valuelist]
        if not any(plain):
            self.data = None
            return
        try:
            super().process_formdata(plain)  # type: ignore[misc]
        except ValueError as error:
            raise ValueError(self.advice) from error


class Day(InWords, DateField):
    """A day."""

    advice = "Write the day as month/day/year, such as 12/8/2026."


class Time(InWords, TimeField):
    """A time of day."""

    advice = "Write the time such as 6:30 pm."


class DayAndTime(InWords, DateTimeLocalField):
    """Both in one field."""

    advice = "Write day and time, such as 12/8/2026 4:00 pm."


class MeetingFacts(FirstSide):
    """One meeting, typed. Only day, time and time zone are needed."""

    body = words("Who meets", "body")
    day = Day("Day", format=DAYS, validators=[InputRequired("Write the day of the meeting.")])
    start = Time("Starts at", format=TIMES, validators=[InputRequired("Write when the meeting starts.")])
    zone = SelectField("Time zone", validators=[DataRequired("Choose the time zone of the place.")])
    which = RadioField(
        "The clocks go back that night. Which one is meant?",
        choices=[SelectChoice(FIRST, "the first one"), SelectChoice(SECOND, "the second one, an hour later")],
        default="",
        validate_choice=False,
        validators=[AnyOf(("", FIRST, SECOND), message="Choose the first or the second.")],
    )
    room = words("Room", "room")
    address = words("Building and street", "address")
    agenda_item = words("Agenda item", "agenda_item")
    sign_up = words("How to sign up to speak", "sign_up")
    closes = DayAndTime("Sign-up closes", format=BOTH, validators=[Optional()])
    clerk_phone = words("Clerk’s phone", "clerk_phone")

    def __init__(self, formdata: Any = None, *, geoid: str, today: date, **data: Any) -> None:
        super().__init__(formdata, **data)
        self._today = today
        zones = zones_of(geoid)
        ask = [SelectChoice("", "Choose one")] if len(zones) > 1 else []
        self.zone.choices = [*ask, *(SelectChoice(zone, CALLED[zone]) for zone in zones)]
        if len(zones) == 1 and not self.zone.data:
            self.zone.data = zones[0]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field for itself, then the times against the clocks of the place."""
        return super().validate(extra_validators) and self._times_exist()

    def validate_day(self, field: Day) -> None:
        """A day that is past, or years ahead, is a slip of the pen."""
        if field.data and field.data < self._today:
            raise ValidationError("This day is past. Check month and year.")
        if field.data and field.data > self._today + FARTHEST:
            raise ValidationError("This day is far ahead. Check the year.")

    @property
    def typed(self) -> Typed:
        """The meeting, once the form is valid."""
        starts = self._starts
        second = self.which.data == SECOND
        facts = Meeting(
            starts=starts,
            starts_zone=zone_in_doubt(starts, self.zone.data, second=second),
            sign_up_closes=self.closes.data,
            **{name: self[name].data for name in MOST},
        )
        return Typed(facts, self._moment(starts, second), self._closes_at(second))

    @property
    def _starts(self) -> datetime:
        day: date = self.day.data
        return datetime.combine(day, self.start.data).replace(second=0)

    def _moment(self, local: datetime, second: bool | None) -> datetime:
        return moment(local, self.zone.data, second)

    def _closes_at(self, second: bool) -> datetime | None:
        return self._moment(self.closes.data, second) if self.closes.data else None

    def _times_exist(self) -> bool:
        chosen = {FIRST: False, SECOND: True}.get(self.which.data)
        times = [(self.start, self._starts), (self.closes, self.closes.data)]
        moments = [self._checked(field, local, chosen) for field, local in times if local is not None]
        if None in moments:
            return False
        starts, closes = (*moments, None)[:2]
        if starts and closes and closes.timestamp() > starts.timestamp():
            self.closes.errors = ("Sign-up cannot close after the meeting has started.",)
            return False
        return True

    def _checked(self, field: Field, local: datetime, second: bool | None) -> datetime | None:
        try:
            return self._moment(local, second)
        except RepeatedTime as error:
            self.which.errors = (str(error),)
        except LocalTimeError as error:
            field.errors = (str(error),)
        return None
