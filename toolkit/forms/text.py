"""What typed text must be before a form looks at it, and how a line of it is read."""

from wtforms import Form
from wtforms.fields import Field
from wtforms.validators import ValidationError

from toolkit.extensions import gettext as _
from toolkit.publishing import typed_meeting

LINE_ENDS = frozenset("\n\r\t")


class Plain:
    """Refuse what no keyboard types: NUL and other controls, which only one of the databases stores."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raises ValidationError."""
        if any(ord(letter) < ord(" ") and letter not in LINE_ENDS for letter in field.data or ""):
            raise ValidationError(_("This holds characters that are not text. Type it again."))


def one_line(text: str | None) -> str:
    """What was typed, on one line, without what nobody would see."""
    return typed_meeting.read(text or "")


def printable(_form: Form, field: Field) -> None:
    """Refuse words that a sheet may not print."""
    problem = typed_meeting.problem(field.data or "")
    if problem:
        raise ValidationError(problem)
