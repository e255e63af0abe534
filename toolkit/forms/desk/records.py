"""What every edit of a record beside claims is asked: why, and on which version it is based."""

from collections.abc import Callable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, Field, Form, HiddenField, IntegerField, StringField
from wtforms.validators import InputRequired, NumberRange, ValidationError

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import one_line, typed_text
from toolkit.imports.bodies.body_fields import Refused

LONGEST_REASON = 300


class Judged:
    """Hold a field that is not empty to the check by which files are read; its value is what that gives."""

    def __init__(self, check: Callable[[object], Any]) -> None:
        self.check = check

    def __call__(self, _form: Form, field: Field) -> None:
        """Raises ValidationError."""
        if field.data in (None, ""):
            field.data = None
            return
        try:
            field.data = self.check(field.data)
        except Refused as error:
            raise ValidationError(str(error)) from error


def _number(text: Any) -> int:
    plain = str(text or "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < len(str(2**31)) else -1


def reason_field() -> StringField:
    """Why; it stays in the history."""
    return StringField(
        _("Why you change it"),
        description=_("A few words for the others. They stay in the history."),
        filters=[one_line],
        validators=typed_text(LONGEST_REASON, _("Say in a few words why.")),
    )


def base_field() -> HiddenField:
    """The number of the version that the form was filled with; not a number is older than any."""
    return HiddenField(filters=[_number], default=-1)


def day_field(label: str, says: str = "") -> DateField:
    """A day that is needed."""
    return DateField(label, description=says, validators=[InputRequired(_("Give the day."))])


class Restore(FlaskForm):
    """Make a record what it was."""

    number = IntegerField(validators=[InputRequired(), NumberRange(1, 2**31 - 1)])
    base = base_field()
    reason = reason_field()


class Because(FlaskForm):
    """A deed that asks only why."""

    base = base_field()
    reason = reason_field()
