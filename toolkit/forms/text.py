"""What typed text must be before a form looks at it, and how a line of it is read."""

from typing import Any

from wtforms import Form
from wtforms.fields import Field
from wtforms.validators import InputRequired, Length, ValidationError

from toolkit.extensions import lazy_gettext as _
from toolkit.publishing.meeting import typed_meeting

LINE_ENDS = frozenset("\n\r\t")
SHORTEN = _("Shorten this to %(max)d characters.")


class Plain:
    """Refuse what no keyboard types: NUL and other controls, which only one of the databases stores."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raises ValidationError."""
        if any(ord(letter) < ord(" ") and letter not in LINE_ENDS for letter in field.data or ""):
            raise ValidationError(_("This holds characters that are not text. Type it again."))


def typed_text(most: int, needed: str = "", too_long: str = SHORTEN) -> list[Any]:
    """What holds a text to ``most`` characters; ``needed`` is what to say where there is none."""
    return [*([InputRequired(needed)] if needed else []), Length(max=most, message=too_long), Plain()]


def one_line(text: str | None) -> str:
    """What was typed, on one line, without what nobody would see."""
    return typed_meeting.read(text or "")


def printable(_form: Form, field: Field) -> None:
    """Refuse words that a sheet may not print."""
    problem = typed_meeting.problem(field.data or "")
    if problem:
        raise ValidationError(problem)
