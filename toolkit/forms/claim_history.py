"""What bringing back old words asks."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from toolkit.curation.words import MOST
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import Plain


class RestoreWords(FlaskForm):
    """Why the words come back, and what holders of printed sheets are told."""

    reason = StringField(
        _("Why"),
        description=_("For your colleagues: one line in the claim’s history."),
        validators=[
            InputRequired(_("Say in a few words why you bring them back.")),
            Length(max=MOST["reason"], message=_("Shorten this to %(max)d characters.")),
            Plain(),
        ],
    )
    notice = TextAreaField(
        _("One public sentence"),
        description=_("For people who hold a printed sheet: what changes, and why."),
        validators=[
            Length(max=MOST["notice"], message=_("Shorten this to %(max)d characters.")),
            Plain(),
        ],
        render_kw={"rows": 2},
    )
    base = IntegerField(widget=HiddenInput(), validators=[Optional()])
