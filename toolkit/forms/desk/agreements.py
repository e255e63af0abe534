"""The newest list of agreements, sent by an organizer, and what is asked before it is loaded."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, Form, HiddenField
from wtforms.validators import Optional

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.upload import file_field
from toolkit.forms.names import says


class SendList(FlaskForm):
    """The newest list."""

    file = file_field(says("import.file"), says("import.as_it_is"))
    listed = DateField(
        _("The list’s day, where its name does not say it"),
        description=says("import.day"),
        validators=[Optional()],
    )


class ListDay(Form):
    """The day of a list, in the address of its preview. Read only, so it carries no token."""

    listed = DateField(_("The list’s day"), validators=[Optional()])


class TakeList(FlaskForm):
    """The word that a list which was shown is to be loaded."""

    sha256 = HiddenField()
    since = HiddenField()
    listed = DateField(validators=[Optional()])
    smaller = BooleanField(says("import.smaller"))
