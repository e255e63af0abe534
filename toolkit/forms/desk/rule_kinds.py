"""The three kinds of rule, each with the columns of its own."""

from collections.abc import Mapping

from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from toolkit.curation.records import rules
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.records import Judged
from toolkit.forms.desk.rule_filter import choices
from toolkit.forms.desk.rules import TALL, EditRule, listed
from toolkit.forms.names import in_words
from toolkit.forms.text import one_line, printable
from toolkit.imports.bodies.body_fields import dated
from toolkit.ledger import subjects

_STANCES = ("requires", "encourages", "no-statewide-rule", "limits", "prohibits", "unclear")
_APPLIES_TO = ("sheriffs", "county-jails", "city-police", "state-agencies")
_KINDS = {
    "state": _("states"),
    "county": _("counties"),
    "place": _("cities and towns"),
    "county_subdivision": _("townships"),
}
_POWERS = {
    "votes": _("votes on it"),
    "budget": _("decides on the money"),
    "voice": _("can only speak up: the law has decided"),
    "mandated": _("must act as the law says"),
    "asks": _("asks those who decide"),
}
_MOST_HOURS = 24 * 366


def stances() -> list[SelectChoice]:
    """What a law may do: what every subject knows, and what only some do."""
    theirs = (stance for subject in subjects.every() for stance in subject.rules)
    return [SelectChoice(each, in_words(each)) for each in dict.fromkeys((*_STANCES, *theirs))]


class Ticks(SelectMultipleField):
    """Several of a few, as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class EditPolicy(EditRule):
    """What a state says on the subject."""

    own = ("stance", "head", "since", "deadline", "ends_agreements_on", "applies_to")
    stance = SelectField(_("What it does"), choices=stances)
    head = StringField(
        _("What it has decided, as a heading"),
        description=_("It heads the sheets of those whom it binds. Empty where it leaves a choice."),
        filters=[lambda typed: one_line(typed) or None],
        validators=[Optional(), printable],
    )
    since = StringField(
        _("In force since"),
        description=_("A year, a month or a day; empty where the law does not say."),
        filters=[lambda typed: one_line(typed) or None],
        validators=[Optional(), Judged(dated)],
    )
    deadline = DateField(_("Agencies must act by"), validators=[Optional()])
    ends_agreements_on = DateField(_("Older agreements end by"), validators=[Optional()])
    applies_to = Ticks(_("For whom"), choices=[SelectChoice(each, in_words(each)) for each in _APPLIES_TO])


class EditSpeaking(EditRule):
    """What a state says on speaking at meetings, and on their notice."""

    own = ("right_to_speak", "statute", "notice_line", "notice_hours", "notice_printable")
    right_to_speak = SelectField(
        _("A right to speak?"),
        choices=[SelectChoice(each, in_words(each)) for each in ("yes", "no", "partial", "unclear")],
    )
    statute = StringField(_("Where it stands in the law"), filters=[one_line], validators=[Optional()])
    notice_line = TextAreaField(
        _("The line on notice of meetings"),
        render_kw=TALL,
        filters=[one_line],
        validators=[Optional(), printable],
    )
    notice_hours = IntegerField(
        _("Hours of notice"), validators=[Optional(), NumberRange(0, _MOST_HOURS, message=_("Write hours."))]
    )
    notice_printable = BooleanField(_("I read what the law says on notice too"))

    @property
    def values(self) -> dict[str, object]:
        """Empty lines are none; what was not read prints nothing on notice either."""
        plain = super().values
        empty = {name: plain[name] or None for name in ("statute", "notice_line")}
        return {**plain, **empty, "notice_printable": bool(self.notice_printable.data and self.how_read)}


class EditDecider(EditRule):
    """Who decides."""

    own = ("level", "power", "states", "kinds")
    level = StringField(_("Who"), filters=[one_line], validators=[InputRequired(_("Say who decides."))])
    power = SelectField(_("What it can do"), choices=choices(_POWERS))
    states = StringField(_("States"), description=_("Their two digits, with commas; empty: every state."))
    kinds = Ticks(_("For which places"), choices=choices(_KINDS))

    @property
    def values(self) -> dict[str, object]:
        """States as a list."""
        return {**super().values, "states": listed(self.states.data)}

    def validate_states(self, field: StringField) -> None:
        """Only states that there are."""
        unknown = [each for each in listed(field.data) if each not in rules.states()]
        if unknown:
            raise ValidationError(_("No state has the digits %(digits)s.", digits=", ".join(unknown)))


FORMS: Mapping[str, type[EditRule]] = {
    "state_policy": EditPolicy,
    "meeting_rule": EditSpeaking,
    "decision_maker": EditDecider,
}
