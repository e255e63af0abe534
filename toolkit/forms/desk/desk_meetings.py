"""A meeting of a listed body as organizers enter it; a visitor types one for a copy in ``meetings``."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.records import base_field, reason_field
from toolkit.forms.meeting_times import SECOND, MeetingTimes, check_day, closes, day, start, which
from toolkit.forms.meetings import words
from toolkit.models import Meeting

DETAILS = ("minutes", "room", "address", "agenda_item", "sign_up")


class EditMeeting(MeetingTimes, FlaskForm):
    """A meeting of a body that is listed here."""

    day = day()
    start = start()
    which = which()
    minutes = IntegerField(
        _("How long, in minutes"), validators=[Optional(), NumberRange(5, 1440, _("Write 5 to 1440."))]
    )
    room = words(_("Room"), "room")
    address = words(_("Building and street"), "address")
    agenda_item = words(_("Agenda item"), "agenda_item")
    sign_up = words(_("How to sign up to speak"), "sign_up")
    closes = closes()
    reason = reason_field()
    base = base_field()

    def __init__(self, *args: Any, clocks: str, today: date, known: date | None = None, **data: Any) -> None:
        super().__init__(*args, **data)
        self._clocks, self._today, self._known = clocks, today, known

    @property
    def clocks(self) -> str:
        """Those of the body."""
        return self._clocks

    def fill(self, row: Meeting, base: int) -> None:
        """Begin with the meeting as it stands."""
        for name in DETAILS:
            self[name].data = getattr(row, name)
        self.day.data, self.start.data = row.starts.date(), row.starts.time()
        self.which.data = SECOND if row.starts_second else ""
        self.closes.data, self.base.data = row.signup_closes, base

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field for itself, then the times against the clocks of the body."""
        return super().validate(extra_validators) and self.times_exist()

    def validate_day(self, field: Any) -> None:
        """A day to come; a meeting that is past keeps its own."""
        if field.data != self._known:
            check_day(field.data, self._today)

    @property
    def values(self) -> dict[str, object]:
        """By column, once the form is valid."""
        plain = {name: self[name].data or None for name in DETAILS}
        closing = self.closes_at()
        return {
            **plain,
            "starts": self.starts,
            "starts_second": bool(self.moment(self.starts, self.second).fold),
            "signup_closes": self.closes.data,
            "signup_closes_second": bool(closing and closing.fold),
        }
