"""What bringing back old words asks."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from toolkit.curation.words import MOST
from toolkit.forms.text import Plain


class RestoreWords(FlaskForm):
    """Why the words come back, and what holders of printed sheets are told."""

    reason = StringField(
        "Why",
        description="For your colleagues: one line in the claim’s history.",
        validators=[
            InputRequired("Say in a few words why you bring them back."),
            Length(max=MOST["reason"], message=f"Shorten this to {MOST['reason']} characters."),
            Plain(),
        ],
    )
    notice = TextAreaField(
        "One public sentence",
        description="For people who hold a printed sheet: what changes, and why.",
        validators=[
            Length(max=MOST["notice"], message=f"Shorten this to {MOST['notice']} characters."),
            Plain(),
        ],
        render_kw={"rows": 2},
    )
    base = IntegerField(widget=HiddenInput(), validators=[Optional()])
