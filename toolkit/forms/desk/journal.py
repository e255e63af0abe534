"""What an admin looks for in the event log. Read only, so it carries no token."""

from collections.abc import Iterable

from wtforms import DateField, Form, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, NumberRange, Optional

from toolkit.access.journal_reading import JournalFilter
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import Plain

MOST = 2**31 - 1


class LogFilter(Form):
    """Which rows of the log; an empty field asks for any."""

    person = SelectField(_("Who"), coerce=int, default=0)
    deed = SelectField(_("What"), default="")
    subject = StringField(
        _("About"),
        description=_("For example claim:saf-03, or only claim:"),
        validators=[Optional(), Length(max=80, message=_("That is longer than any subject.")), Plain()],
    )
    since = DateField(_("From"), validators=[Optional()])
    until = DateField(_("To"), validators=[Optional()])
    page = IntegerField(validators=[Optional(), NumberRange(1, MOST)], default=1)

    def offer(self, people: Iterable[tuple[int, str]], deeds: Iterable[str]) -> None:
        """What there is to choose from: people by number and name, and the deeds that were done."""
        said = (SelectChoice(deed, deed.replace(".", " ").replace("_", " ")) for deed in deeds)
        self.person.choices = [SelectChoice(0, _("Anybody")), *(SelectChoice(*who) for who in people)]
        self.deed.choices = [SelectChoice("", _("Anything")), *said]

    def wanted(self) -> JournalFilter:
        """The rows that are asked for; a field that makes no sense asks for any."""
        wrong = set(self.errors)
        return JournalFilter(
            person_id=self.person.data or None if "person" not in wrong else None,
            deed=self.deed.data or "" if "deed" not in wrong else "",
            subject=self.subject.data or "" if "subject" not in wrong else "",
            since=self.since.data if "since" not in wrong else None,
            until=self.until.data if "until" not in wrong else None,
        )
