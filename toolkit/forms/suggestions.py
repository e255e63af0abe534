"""What a reader suggests, and what an organizer notes about it."""

from flask_wtf import FlaskForm
from wtforms import Form, HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length

from toolkit.curation.suggestions import LONGEST, readable
from toolkit.forms.text import Plain

LONGEST_NOTE = 1000


def _readable(text: str | None) -> str:
    return readable(text or "")


class Suggest(Form):
    """A correction that anybody may suggest. No cookie, no token: see toolkit.edge."""

    about = HiddenField()
    text = TextAreaField(
        "What is wrong, and how do you know?",
        filters=[_readable],
        validators=[
            DataRequired("Write what is wrong, and where it can be looked up."),
            Length(max=LONGEST, message=f"That is longer than {LONGEST:,} characters. Please shorten it."),
            Plain(),
        ],
    )


class Settle(FlaskForm):
    """What became of a suggestion, for the house."""

    note = TextAreaField(
        "Note",
        description="What was done about it, or why nothing. Only organizers read this.",
        filters=[_readable],
        validators=[
            DataRequired("Write what was done about it, or why nothing."),
            Length(max=LONGEST_NOTE, message=f"Keep it to {LONGEST_NOTE:,} characters."),
            Plain(),
        ],
        render_kw={"rows": 4, "maxlength": LONGEST_NOTE},
    )
