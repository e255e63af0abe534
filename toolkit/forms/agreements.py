"""ICE's newest list, sent by an organizer, and what is asked before it is loaded."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, Form, HiddenField
from wtforms.validators import Optional

from toolkit.forms.upload import file_field


class SendList(FlaskForm):
    """ICE's newest list."""

    file = file_field(
        "ICE’s list (.xlsx or .csv)",
        "From ICE’s page, as it is. Nothing changes before you have seen what would.",
    )
    listed = DateField(
        "The list’s day, where its name does not say it",
        description="The day on which ICE published it.",
        validators=[Optional()],
    )


class ListDay(Form):
    """The day of a list, in the address of its preview. Read only, so it carries no token."""

    listed = DateField("The list’s day", validators=[Optional()])


class TakeList(FlaskForm):
    """The word that a list which was shown is to be loaded."""

    sha256 = HiddenField()
    since = HiddenField()
    listed = DateField(validators=[Optional()])
    smaller = BooleanField("I looked at ICE’s page: the list is whole, it is that much smaller")
