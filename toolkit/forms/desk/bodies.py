"""A public body as organizers edit it, held to the checks by which files of bodies are read."""

from datetime import date, timedelta
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Form, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.records import Judged, base_field, reason_field
from toolkit.forms.names import in_words
from toolkit.forms.text import Plain, one_line
from toolkit.imports.bodies.body_fields import BODY, RULES
from toolkit.imports.bodies.body_files import answered_for
from toolkit.models import PublicBody
from toolkit.publishing.meeting.time_zones import CALLED, zones_of

REVIEW_AFTER = timedelta(days=90)
MOST_PAGES = 10_000
LABELS = {
    "covers": _("Which meetings these rules are for"),
    "limit_seconds": _("Seconds to speak"),
    "reduced_limit_seconds": _("Seconds when time is short"),
    "reduced_when": _("When the time is cut"),
    "total_cap_minutes": _("Minutes for all comments together"),
    "agenda_only": _("Only what is on the agenda?"),
    "signup_opens": _("Sign-up opens"),
    "signup_closes": _("Sign-up closes"),
    "signup_how": _("How to sign up"),
    "name_required": _("Must speakers give their name?"),
    "address_required": _("Must speakers give their address?"),
    "may_donate_time": _("May time be given to another?"),
    "pooling": _("Speaking for several"),
    "pooling_minutes": _("Minutes for who speaks for several"),
    "one_spokesperson": _("One spokesperson for a group?"),
    "written_cap": _("Written comments: at most"),
    "written_unit": _("… of these"),
    "written_deadline": _("Written comments by"),
    "copies": _("Copies of a handout"),
    "handout_deadline": _("Handouts by"),
    "remote": _("Speaking from afar"),
    "interpreter": _("Interpreter"),
    "interpreter_double_time": _("Double time with an interpreter?"),
    "source_url": _("Where it says so (https://…)"),
    "source_publisher": _("Whose page that is"),
    "as_of": _("Rules as of"),
    "verified_on": _("Confirmed with the body on"),
    "verified_by": _("Confirmed by"),
}
FLAGS = {name for name, check in RULES.items() if check is RULES["agenda_only"]}
NUMBERS = {name for name in RULES if name.endswith(("_seconds", "_minutes"))} | {"written_cap", "copies"}
YES_OR_NO = [SelectChoice("", _("not known")), SelectChoice("yes", _("yes")), SelectChoice("no", _("no"))]


def _yes_or_no(value: Any) -> bool | None:
    """From the form's words, or from the row."""
    return value if isinstance(value, bool) else {"yes": True, "no": False}.get(value)


def _field(name: str) -> Any:
    check = Judged(RULES[name])
    if name in FLAGS:
        return SelectField(LABELS[name], choices=YES_OR_NO, coerce=_yes_or_no)
    if name in NUMBERS:
        return IntegerField(LABELS[name], validators=[Optional(), check])
    if name == "verified_on":
        return DateField(LABELS[name], validators=[Optional(), check])
    if name == "written_unit":
        units = [
            SelectChoice("", "–"),
            *(SelectChoice(unit, in_words(unit)) for unit in ("words", "characters")),
        ]
        return SelectField(LABELS[name], choices=units, validators=[check])
    return StringField(LABELS[name], filters=[one_line], validators=[check])


class EditBody(FlaskForm):
    """Name, clocks, clerk, and every rule; a rule that is left empty prints as a question for the clerk."""

    name = StringField(
        _("Name"), description=_("Such as: County Council"),
        filters=[one_line], validators=[InputRequired(_("Write its name.")), Judged(BODY["name"])],
    )  # fmt: skip
    time_zone = SelectField(_("Clocks"), validators=[Judged(BODY["time_zone"])])
    clerk = StringField(
        _("Whom to call"), description=_("Such as: the clerk of the council"),
        filters=[one_line], validators=[Judged(BODY["clerk"])],
    )  # fmt: skip
    clerk_phone = StringField(_("Their phone"), filters=[one_line], validators=[Judged(BODY["clerk_phone"])])
    review_by = DateField(_("Look again by"), validators=[Optional()])
    reason = reason_field()
    base = base_field()

    def offer(self, geoid: str) -> None:
        """The clocks of the place, and those that the body has."""
        zones = dict.fromkeys((*zones_of(geoid), *filter(None, [self.time_zone.data])))
        self.time_zone.choices = [SelectChoice(zone, CALLED.get(zone, zone)) for zone in zones]

    def fill(self, row: PublicBody, base: int, on: date) -> None:
        """Begin with the body as it stands."""
        for name in self.columns:
            self[name].process_data(getattr(row, name))
        self.review_by.data, self.base.data = row.review_by or on + REVIEW_AFTER, base

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the form holds."""
        return ("name", "time_zone", "clerk", "clerk_phone", *RULES)

    @property
    def rules(self) -> tuple[Any, ...]:
        """The fields of the rules, in their order."""
        return tuple(self[name] for name in RULES)

    @property
    def values(self) -> dict[str, object]:
        """By column, once the form is valid; what is empty is not known."""
        plain = {name: self[name].data for name in (*self.columns, "review_by")}
        return {name: None if value == "" else value for name, value in plain.items()}

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field for itself; then whether somebody answers for the rules."""
        return super().validate(extra_validators) and self._answered()

    def _answered(self) -> bool:
        given = {name: value for name, value in self.values.items() if name in RULES and value is not None}
        if ("written_cap" in given) != ("written_unit" in given):
            self["written_cap"].errors = (_("A written cap needs both its number and its unit."),)
            return False
        if given and not answered_for(given):
            says = _("Say where the rules stand, or who confirmed them and on which day.")
            self["source_url"].errors = (says,)
            return False
        return True


for _name in RULES:
    setattr(EditBody, _name, _field(_name))


class NewBody(EditBody):
    """The same, and where it is."""

    place = StringField(
        _("Place"), description=_("Its name with the state, or its Census code."),
        filters=[one_line],
        validators=[InputRequired(_("Say which place it decides for.")), Length(max=120), Plain()],
    )  # fmt: skip


class BodySearch(Form):
    """Which bodies to list. Read only, so it carries no token."""

    words = StringField(
        _("Body or place"), filters=[one_line], validators=[Optional(), Length(max=80), Plain()]
    )
    page = IntegerField(validators=[Optional(), NumberRange(1, MOST_PAGES)], default=1)


class Verify(FlaskForm):
    """Somebody asked the body, or read its rules, today."""

    base = base_field()
    how = StringField(
        _("Confirmed by"),
        description=_("As readers see it, such as: the clerk, by phone. No organizer’s name."),
        filters=[one_line],
        validators=[InputRequired(_("Say who confirmed it, or how.")), Judged(RULES["verified_by"])],
    )  # fmt: skip
