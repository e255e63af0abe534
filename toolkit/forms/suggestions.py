"""What a reader suggests, and what an organizer notes about it."""

from flask_wtf import FlaskForm
from wtforms import Form, HiddenField, TextAreaField
from wtforms.validators import DataRequired

from toolkit.curation.suggestions import LONGEST, readable
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import typed_text
from toolkit.publishing.wording import say_number

LONGEST_NOTE = 1000
TOO_LONG = _("That is longer than %(most)s characters. Please shorten it.", most=say_number(LONGEST))
TOO_LONG_NOTE = _("Keep it to %(most)s characters.", most=say_number(LONGEST_NOTE))


def _readable(text: str | None) -> str:
    return readable(text or "")


class Suggest(Form):
    """A correction that anybody may suggest. No cookie, no token: see toolkit.edge."""

    about = HiddenField()
    text = TextAreaField(
        _("What is wrong, and how do you know?"),
        filters=[_readable],
        validators=[
            DataRequired(_("Write what is wrong, and where it can be looked up.")),
            *typed_text(LONGEST, too_long=TOO_LONG),
        ],
    )


class Settle(FlaskForm):
    """What became of a suggestion, for the house."""

    note = TextAreaField(
        _("Note"),
        description=_("What was done about it, or why nothing. Only organizers read this."),
        filters=[_readable],
        validators=[
            DataRequired(_("Write what was done about it, or why nothing.")),
            *typed_text(LONGEST_NOTE, too_long=TOO_LONG_NOTE),
        ],
        render_kw={"rows": 4, "maxlength": LONGEST_NOTE},
    )
