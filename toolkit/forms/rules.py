"""A state's rule as an organizer edits it: its words, where they stand, and how far somebody read that."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    Form,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from toolkit.curation import rules
from toolkit.curation.rules import CALLED, CONFIDENCE, REVIEW_AFTER, Rule
from toolkit.forms.records import Judged, base_field, day_field, one_line, printable, reason_field
from toolkit.imports.body_fields import dated

TALL = {"rows": 4}
NOT_READ, PASSAGE, WHOLE = "none", "passage", "whole"
_READ = {NOT_READ: "", PASSAGE: "passage", WHOLE: "whole"}
_STANCES = ("requires", "encourages", "no-statewide-rule", "limits", "prohibits", "unclear")
_APPLIES_TO = ("sheriffs", "county-jails", "city-police", "state-agencies")
_KINDS = {
    "state": "states",
    "county": "counties",
    "place": "cities and towns",
    "county_subdivision": "townships",
}
_MOST_HOURS = 24 * 366


def _choices(said: Mapping[str, str]) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in said.items()]


class Ticks(SelectMultipleField):
    """Several of a few, as boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class RuleFilter(Form):
    """Which rules to list. Read only, so it carries no token."""

    noun = SelectField("Kind", default="", choices=[SelectChoice("", "Any kind"), *_choices(CALLED)])
    state = SelectField("State", default="")
    standing = SelectField(
        "Standing",
        default="",
        choices=[
            SelectChoice("", "Any"),
            SelectChoice("overdue", "Overdue for another look"),
            SelectChoice("soon", "Due within 30 days"),
            SelectChoice("not_verified", "Prints as not verified"),
        ],
    )

    def offer(self, states: Mapping[str, str]) -> None:
        """The states that there are, by GEOID."""
        self.state.choices = [SelectChoice("", "Any state"), *_choices(states)]


class EditRule(FlaskForm):
    """What the three kinds of rule share."""

    own: ClassVar[tuple[str, ...]] = ()  # the columns of its kind, as fields in their order
    line = TextAreaField(
        "The line that a sheet prints",
        render_kw=TALL,
        filters=[one_line],
        validators=[InputRequired("Write the line."), printable],
    )
    detail = TextAreaField(
        "In more words, for the site",
        render_kw=TALL,
        filters=[one_line],
        validators=[InputRequired("Write it out.")],
    )
    as_of = StringField(
        "The law as of",
        description="A year, a month or a day: 2026, 2026-11, 2026-11-21.",
        validators=[InputRequired("Say which state of the law this is."), Judged(dated)],
    )
    sources = TextAreaField(
        "Sources",
        render_kw=TALL,
        description="Their ids as the page of sources shows them, one a line, the best first.",
    )
    read = RadioField(
        "How much of them did you read yourself?",
        choices=[
            SelectChoice(WHOLE, "All of the law or order, in its own words"),
            SelectChoice(PASSAGE, "The passage that says this"),
            SelectChoice(NOT_READ, "I did not read it: print “not verified – check”"),
        ],
        validators=[InputRequired("Choose one: it decides whether the line prints as fact.")],
    )
    confidence = SelectField("How sure are you?", choices=[SelectChoice(each, each) for each in CONFIDENCE])
    recheck = TextAreaField("What is still open", render_kw=TALL, filters=[one_line], validators=[Optional()])
    checked = day_field("Checked on")
    review_by = day_field("Look again by", "90 days is usual for a law.")
    reason = reason_field()
    base = base_field()

    def fill(self, row: Rule, base: int, on: date) -> None:
        """Begin with the rule as it stands; what was read, and when, is for the editor to say."""
        for name in (*self.own, "line", "detail", "as_of", "confidence", "recheck"):
            self[name].data = getattr(row, name)
        for name in {"states"} & set(self.own):
            self[name].data = ", ".join(getattr(row, name))
        self.sources.data = "\n".join(row.sources)
        self.checked.data, self.review_by.data, self.base.data = on, on + REVIEW_AFTER, base

    @property
    def values(self) -> dict[str, object]:
        """The columns, once the form is valid."""
        names = (*self.own, "line", "detail", "as_of", "confidence", "recheck", "checked", "review_by")
        plain = {name: self[name].data for name in names}
        return {**plain, "recheck": plain["recheck"] or None, "sources": _listed(self.sources.data)}

    @property
    def how_read(self) -> str:
        """As ``rules.write`` takes it."""
        return _READ[self.read.data]

    def fits(self, noun: str, on: date) -> bool:
        """Whether the rule may be kept; what speaks against it is said at its field."""
        if not self.validate():
            return False
        found = list(rules.faults(noun, self.values, self.how_read, on))
        for name, says in found:
            self[name].errors = (*self[name].errors, says)
        return not found


class EditPolicy(EditRule):
    """What a state says on 287(g)."""

    own = ("stance", "effective", "deadline", "applies_to")
    stance = SelectField(
        "What it does", choices=[SelectChoice(each, each.replace("-", " ")) for each in _STANCES]
    )
    effective = DateField("In force from", validators=[Optional()])
    deadline = DateField("Agencies must act by", validators=[Optional()])
    applies_to = Ticks(
        "For whom", choices=[SelectChoice(each, each.replace("-", " ")) for each in _APPLIES_TO]
    )


class EditSpeaking(EditRule):
    """What a state says on speaking at meetings, and on their notice."""

    own = ("right_to_speak", "statute", "notice_line", "notice_hours", "notice_printable")
    right_to_speak = SelectField(
        "A right to speak?",
        choices=[SelectChoice(each, each) for each in ("yes", "no", "partial", "unclear")],
    )
    statute = StringField("Where it stands in the law", filters=[one_line], validators=[Optional()])
    notice_line = TextAreaField(
        "The line on notice of meetings",
        render_kw=TALL,
        filters=[one_line],
        validators=[Optional(), printable],
    )
    notice_hours = IntegerField(
        "Hours of notice", validators=[Optional(), NumberRange(0, _MOST_HOURS, message="Write hours.")]
    )
    notice_printable = BooleanField("I read what the law says on notice too")

    @property
    def values(self) -> dict[str, object]:
        """Empty lines are none; what was not read prints nothing on notice either."""
        plain = super().values
        empty = {name: plain[name] or None for name in ("statute", "notice_line")}
        return {**plain, **empty, "notice_printable": bool(self.notice_printable.data and self.how_read)}


class EditDecider(EditRule):
    """Who decides."""

    own = ("level", "states", "kinds")
    level = StringField("Who", filters=[one_line], validators=[InputRequired("Say who decides.")])
    states = StringField("States", description="Their two digits, with commas; empty: every state.")
    kinds = Ticks("For which places", choices=_choices(_KINDS))

    @property
    def values(self) -> dict[str, object]:
        """States as a list."""
        return {**super().values, "states": _listed(self.states.data)}

    def validate_states(self, field: StringField) -> None:
        """Only states that there are."""
        unknown = [each for each in _listed(field.data) if each not in rules.states()]
        if unknown:
            raise ValidationError(f"No state has the digits {', '.join(unknown)}.")


FORMS: Mapping[str, type[EditRule]] = {
    "state_policy": EditPolicy,
    "meeting_rule": EditSpeaking,
    "decision_maker": EditDecider,
}


def _listed(text: Any) -> list[str]:
    """The words between spaces and commas, each once."""
    return list(dict.fromkeys(str(text or "").replace(",", " ").split()))
