"""A library that an organizer edited as a file, and what is asked before drafts are made of it."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.upload import file_field
from toolkit.forms.text import typed_text


class SendLibrary(FlaskForm):
    """A library that somebody edited."""

    file = file_field(_("The file (.yaml or .csv)"), _("Nothing changes before you have seen what would."))


class TakeLibrary(FlaskForm):
    """The word that what was shown is to be taken."""

    sha256 = HiddenField()
    reason = StringField(
        _("Why you change it"),
        description=_("A few words for the others. They stay in each claim’s history."),
        validators=typed_text(300, _("Say in a few words why."), _("Shorten it to 300.")),
    )
    notice = StringField(
        _("One sentence for people who hold a printed sheet"),
        description=_("It is published for each of these claims; a “notice” in the file is for one."),
        validators=typed_text(400, too_long=_("Shorten it to 400 characters.")),
    )
