"""What making a sheet asks, and what checking a printed one asks. No cookie, no token: see toolkit.edge."""

from typing import Literal

from wtforms import Form, HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length, Regexp

LONGEST_CODE = 40
Side = Literal["supporters", "critics"]


class FirstSide(Form):
    """Which side stands first on the sheet; empty means that the two take turns."""

    first = RadioField(
        "Which side comes first?",
        choices=[
            SelectChoice("", "They take turns"),
            SelectChoice("supporters", "Supporters first"),
            SelectChoice("critics", "Critics first"),
        ],
        default="",
        validate_choice=False,
        validators=[AnyOf(("", "supporters", "critics"), message="Choose which side comes first.")],
    )

    @property
    def side(self) -> Side | None:
        """The side that was chosen, if one was."""
        return self.first.data or None


class MakeSheet(FirstSide):
    """The place and the order of a sheet to be issued."""

    place = HiddenField(
        "Place",
        validators=[
            InputRequired("The form did not say for which place. Please choose the place again."),
            Regexp(
                r"(US|\d{2,10})\Z", message="The form named no place that we know. Please choose it again."
            ),
        ],
    )


class CheckCode(Form):
    """The code of a printed sheet."""

    code = StringField(
        "Code on the sheet",
        description="Ten letters and digits beside the square code, like K7M2P-4QXRT",
        validators=[
            Length(max=LONGEST_CODE, message="That is longer than a code. A code has ten characters.")
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )
