"""What bringing back old words asks."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from toolkit.curation.claims.words import MOST
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import typed_text


class RestoreWords(FlaskForm):
    """Why the words come back, and what holders of printed sheets are told."""

    reason = StringField(
        _("Why"),
        description=_("For your colleagues: one line in the claim’s history."),
        validators=typed_text(MOST["reason"], _("Say in a few words why you bring them back.")),
    )
    notice = TextAreaField(
        _("One public sentence"),
        description=_("For people who hold a printed sheet: what changes, and why."),
        validators=typed_text(MOST["notice"]),
        render_kw={"rows": 2},
    )
    base = IntegerField(widget=HiddenInput(), validators=[Optional()])
