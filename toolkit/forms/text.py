"""What typed text must be before a form looks at it."""

from wtforms import Form
from wtforms.fields import Field
from wtforms.validators import ValidationError

LINE_ENDS = frozenset("\n\r\t")


class Plain:
    """Refuse what no keyboard types: NUL and other controls, which only one of the databases stores."""

    def __call__(self, form: Form, field: Field) -> None:
        """Raises ValidationError."""
        if any(ord(letter) < ord(" ") and letter not in LINE_ENDS for letter in field.data or ""):
            raise ValidationError("This holds characters that are not text. Type it again.")
