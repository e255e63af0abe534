"""What making a sheet asks, and what checking a printed one asks. No cookie, no token: see toolkit.edge."""

from typing import Literal

from wtforms import Form, HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, InputRequired, Length, Regexp

from toolkit.extensions import lazy_gettext as _

LONGEST_CODE = 40
Side = Literal["supporters", "critics"]


class FirstSide(Form):
    """Which side stands first on the sheet; empty means that the two take turns."""

    first = RadioField(
        _("Which side comes first?"),
        choices=[
            SelectChoice("", _("They take turns")),
            SelectChoice("supporters", _("Supporters first")),
            SelectChoice("critics", _("Critics first")),
        ],
        default="",
        validate_choice=False,
        validators=[AnyOf(("", "supporters", "critics"), message=_("Choose which side comes first."))],
    )

    @property
    def side(self) -> Side | None:
        """The side that was chosen, if one was."""
        return self.first.data or None


class MakeSheet(FirstSide):
    """The place and the order of a sheet to be issued."""

    place = HiddenField(
        _("Place"),
        validators=[
            InputRequired(_("The form did not say for which place. Please choose the place again.")),
            Regexp(
                r"(US|\d{2,10})\Z", message=_("The form named no place that we know. Please choose it again.")
            ),
        ],
    )


class CheckCode(Form):
    """The code of a printed sheet."""

    code = StringField(
        _("Code on the sheet"),
        description=_("Ten letters and digits beside the square code, like K7M2P-4QXRT"),
        validators=[
            Length(max=LONGEST_CODE, message=_("That is longer than a code. A code has ten characters."))
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )
