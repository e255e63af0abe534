"""The facts of a meeting as a visitor types them for a copy. No cookie, no token: see toolkit.edge."""

from datetime import date
from typing import Any

from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.edition import FirstSide
from toolkit.forms.meeting_times import Day, MeetingTimes, check_day, closes, day, start, which
from toolkit.forms.text import one_line, printable
from toolkit.publishing.meeting.meetings import MOST, Meeting, zone_in_doubt
from toolkit.publishing.meeting.time_zones import CALLED, zones_of
from toolkit.publishing.meeting.typed_meeting import TypedMeeting


def words(label: str, name: str) -> StringField:
    """A line of text that may stay empty."""
    most = MOST[name]
    too_long = Length(
        max=most, message=_("Shorten this to %(max)d characters, so that the sheet can hold it.")
    )
    return StringField(label, filters=[one_line], validators=[too_long, printable])


class MeetingFacts(MeetingTimes, FirstSide):
    """One meeting, typed. Only day, time and time zone are needed."""

    body = words(_("Who meets"), "body")
    day = day()
    start = start()
    zone = SelectField(_("Time zone"), validate_choice=False)
    which = which()
    room = words(_("Room"), "room")
    address = words(_("Building and street"), "address")
    agenda_item = words(_("Agenda item"), "agenda_item")
    sign_up = words(_("How to sign up to speak"), "sign_up")
    closes = closes()
    clerk_phone = words(_("Clerk’s phone"), "clerk_phone")

    def __init__(self, formdata: Any = None, *, geoid: str, today: date, **data: Any) -> None:
        super().__init__(formdata, **data)
        self._today = today
        zones = zones_of(geoid)
        ask = [SelectChoice("", _("Choose one"))] if len(zones) > 1 else []
        self.zone.choices = [*ask, *(SelectChoice(zone, CALLED[zone]) for zone in zones)]
        if len(zones) == 1 and not self.zone.data:
            self.zone.data = zones[0]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field for itself, then the times against the clocks of the place."""
        return super().validate(extra_validators) and self.times_exist()

    def validate_zone(self, field: SelectField) -> None:
        """Only the clocks of the place count."""
        if not field.data or field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Choose the time zone of the place."))

    def validate_day(self, field: Day) -> None:
        """A day to come."""
        check_day(field.data, self._today)

    @property
    def clocks(self) -> str:
        """The zone that was chosen."""
        return str(self.zone.data)

    @property
    def typed(self) -> TypedMeeting:
        """The meeting, once the form is valid."""
        facts = Meeting(
            starts=self.starts,
            starts_zone=zone_in_doubt(self.starts, self.clocks, second=self.second),
            sign_up_closes=self.closes.data,
            **{name: self[name].data for name in MOST},
        )
        return TypedMeeting(facts, self.moment(self.starts, self.second), self.closes_at())
