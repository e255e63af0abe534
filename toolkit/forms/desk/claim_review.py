"""What readers of a claim fill in: a signature for a side, a comment, a public sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import typed_text

COMMENT, SENTENCE = 1000, 400  # characters
QUESTIONS = {
    "supporters": _("Would supporters call this fair?"),
    "critics": _("Would critics call this fair?"),
    "both": _("Would supporters call this fair, and critics too?"),
    "any": _("Is this true, and disputed by nobody?"),
}
NO_BASE = _("Load this page again: it does not say which words you read.")


def words_field(label: str, required: str = "", most: int = COMMENT, hint: str = "") -> TextAreaField:
    """A few lines of text; ``required`` is what to say when they are missing."""
    return TextAreaField(label, description=hint, validators=typed_text(most, required))


def base_field() -> IntegerField:
    """The number of the revision that was read."""
    return IntegerField(widget=HiddenInput(), validators=[InputRequired(NO_BASE)])


class Spoken(FlaskForm):
    """A form with words of whoever fills it in."""

    @property
    def typed(self) -> str:
        """All words that were typed, for a page that can no longer show the form itself."""
        return "\n".join(field.data for field in self if isinstance(field, TextAreaField) and field.data)


class Submit(Spoken):
    """To review."""

    base = base_field()
    words = words_field(_("A word to the readers (may stay empty)"))


class Sign(Spoken):
    """A signature for one side."""

    base = base_field()
    # Which side is open to whom the deed says better than a list of choices could.
    side = RadioField(
        _("I answer yes to this:"),
        validate_choice=False,
        validators=[InputRequired(_("Choose what you answer yes to."))],
    )

    def offer(self, sides: Sequence[str]) -> None:
        """The sides that this reader may sign for."""
        self.side.choices = [SelectChoice(side, QUESTIONS[side]) for side in sides]


class GiveBack(Spoken):
    """Back to who wrote it."""

    words = words_field(_("What should be mended?"), _("Say what should be mended."))


class Comment(Spoken):
    """A comment."""

    words = words_field(_("Your comment"), _("Write your comment."))


class RetireClaim(Spoken):
    """Withdraw it."""

    sentence = words_field(
        _("One public sentence"),
        most=SENTENCE,
        hint=_("Stands on the page of every edition that printed this claim, and in the change log."),
    )
    words = words_field(_("A word to other organizers (may stay empty)"))


class BringBack(Spoken):
    """Make it a draft again."""

    words = words_field(_("Why? (may stay empty)"))


@dataclass(frozen=True, slots=True)
class ReviewForms:
    """The forms of a claim's page, each with a name of its own."""

    submit: Submit
    sign: Sign
    give_back: GiveBack
    comment: Comment
    retire: RetireClaim
    bring_back: BringBack

    def rebase(self, number: int) -> None:
        """Stand on the words that are shown now."""
        for base in (self.submit.base, self.sign.base):
            base.data, base.raw_data = number, None  # else the field would go on saying what was sent


def review_forms(base: int, sides: Sequence[str]) -> ReviewForms:
    """The forms for a reader of revision ``base`` who may sign for these sides."""
    made = ReviewForms(
        submit=Submit(prefix="submit-", base=base),
        sign=Sign(prefix="sign-", base=base),
        give_back=GiveBack(prefix="return-"),
        comment=Comment(prefix="comment-"),
        retire=RetireClaim(prefix="retire-"),
        bring_back=BringBack(prefix="back-"),
    )
    made.sign.offer(sides)
    return made
