"""Day and time of a meeting as somebody types them, held against the clocks of the place."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from wtforms import DateField, DateTimeLocalField, Field, RadioField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Optional, ValidationError

from toolkit.extensions import lazy_gettext as _
from toolkit.publishing.meeting.meetings import LocalTimeError, RepeatedTime, moment

FIRST, SECOND = "first", "second"
FARTHEST = timedelta(days=2 * 365)
DAYS = ["%Y-%m-%d", "%m/%d/%Y"]
TIMES = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p", "%I%p", "%I:%M%p"]
BOTH = [f"{day}{between}{time}" for day in DAYS for between in ("T", " ") for time in TIMES]


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

    advice = _("Write the day as month/day/year, such as 12/8/2026.")


class Time(InWords, TimeField):
    """A time of day."""

    advice = _("Write the time such as 6:30 pm.")


class DayAndTime(InWords, DateTimeLocalField):
    """Both in one field."""

    advice = _("Write day and time, such as 12/8/2026 4:00 pm.")


def day() -> Day:
    """The day of a meeting."""
    return Day(_("Day"), format=DAYS, validators=[InputRequired(_("Write the day of the meeting."))])


def start() -> Time:
    """The time of day when it starts."""
    return Time(_("Starts at"), format=TIMES, validators=[InputRequired(_("Write when the meeting starts."))])


def which() -> RadioField:
    """Which of two moments is meant, in the night when the clocks go back."""
    return RadioField(
        _("The clocks go back that night. Which one is meant?"),
        choices=[
            SelectChoice(FIRST, _("the first one")),
            SelectChoice(SECOND, _("the second one, an hour later")),
        ],
        default="",
        validate_choice=False,
        validators=[AnyOf(("", FIRST, SECOND), message=_("Choose the first or the second."))],
    )


def closes() -> DayAndTime:
    """When sign-up closes."""
    return DayAndTime(_("Sign-up closes"), format=BOTH, validators=[Optional()])


class MeetingTimes:
    """The times of a meeting by the clocks of its place; for forms with the four fields above."""

    day: Day
    start: Time
    which: RadioField
    closes: DayAndTime

    @property
    @abstractmethod
    def clocks(self) -> str:
        """The time zone by whose clocks the times are meant."""

    @property
    def starts(self) -> datetime:
        """The local time of the start."""
        on: date = self.day.data
        return datetime.combine(on, self.start.data).replace(second=0)

    @property
    def second(self) -> bool:
        """Whether the later of two such times is meant."""
        return bool(self.which.data == SECOND)

    def moment(self, local: datetime, second: bool | None) -> datetime:
        """The moment that the clocks of the place show as ``local``. Raises LocalTimeError."""
        return moment(local, self.clocks, second)

    def closes_at(self) -> datetime | None:
        """The moment when sign-up closes."""
        return self.moment(self.closes.data, self.second) if self.closes.data else None

    def times_exist(self) -> bool:
        """Hold the times against the clocks of the place; what is wrong is said at its field."""
        chosen = {FIRST: False, SECOND: True}.get(self.which.data)
        times = [(self.start, self.starts), (self.closes, self.closes.data)]
        moments = [self._checked(field, local, chosen) for field, local in times if local is not None]
        if None in moments:
            return False
        starts, closing = (*moments, None)[:2]
        if starts and closing and closing.timestamp() > starts.timestamp():
            self.closes.errors = (_("Sign-up cannot close after the meeting has started."),)
            return False
        return True

    def _checked(self, field: Field, local: datetime, second: bool | None) -> datetime | None:
        try:
            return self.moment(local, second)
        except RepeatedTime as error:
            self.which.errors = (str(error),)
        except LocalTimeError as error:
            field.errors = (str(error),)
        return None


def check_day(day: date | None, today: date) -> None:
    """A day that is past, or years ahead, is a slip of the pen. Raises ValidationError."""
    if day and day < today:
        raise ValidationError(_("This day is past. Check month and year."))
    if day and day > today + FARTHEST:
        raise ValidationError(_("This day is far ahead. Check the year."))
