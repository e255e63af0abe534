"""What is asked before several claims are dated anew or retired at once."""

from flask_wtf import FlaskForm
from wtforms import DateField, TextAreaField
from wtforms.validators import InputRequired

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.claim_review import SENTENCE, words_field
from toolkit.forms.text import typed_text

MOST = 200  # claims at once


class Redate(FlaskForm):
    """The next review, and what was compared."""

    review_by = DateField(_("Look at them again by"), validators=[InputRequired(_("Give a day."))])
    reason = TextAreaField(
        _("What did you compare them with?"),
        description=_("Stands in the history of each claim."),
        validators=typed_text(SENTENCE, _("Say in a few words what you compared them with.")),
    )


class RetireAll(FlaskForm):
    """One public sentence for all."""

    sentence = words_field(
        _("One public sentence for all of them"),
        most=SENTENCE,
        hint=_("Stands on the page of every edition that printed one of them, and in the change log."),
    )
    words = words_field(_("A word to other organizers (may stay empty)"))
