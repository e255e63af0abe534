"""What is asked before several claims are dated anew or retired at once."""

from flask_wtf import FlaskForm
from wtforms import DateField, TextAreaField
from wtforms.validators import InputRequired, Length

from toolkit.forms.claim_review import SENTENCE, words_field
from toolkit.forms.text import Plain

MOST = 200  # claims at once


class Redate(FlaskForm):
    """The next review, and what was compared."""

    review_by = DateField("Look at them again by", validators=[InputRequired("Give a day.")])
    reason = TextAreaField(
        "What did you compare them with?",
        description="Stands in the history of each claim.",
        validators=[
            InputRequired("Say in a few words what you compared them with."),
            Length(max=SENTENCE, message=f"Shorten this to {SENTENCE} characters."),
            Plain(),
        ],
    )


class RetireAll(FlaskForm):
    """One public sentence for all."""

    sentence = words_field(
        "One public sentence for all of them",
        most=SENTENCE,
        hint="Stands on the page of every edition that printed one of them, and in the change log.",
    )
    words = words_field("A word to other organizers (may stay empty)")
