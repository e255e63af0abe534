"""What signing in, joining and a second factor ask. Organizers' forms carry a token against forgery."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Regexp

from toolkit.access.passwords import LONGEST, SHORTEST
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.text import typed_text

LONGEST_EMAIL = 254
LOOKS_RIGHT = r"^\s*[^@\s]+@[^@\s]+\s*$"
LONGEST_NAME = 80
SHORTER_NAME = _("Keep the name under %(max)d characters.")
A_WORD = _(
    "%(least)s to %(most)s characters. Four unrelated words are easy to keep and hard to guess.",
    least=SHORTEST,
    most=LONGEST,
)


def email_field() -> StringField:
    """An e-mail address; whether anybody reads it shows when they use it."""
    return StringField(
        _("E-mail address"),
        validators=[
            *typed_text(
                LONGEST_EMAIL,
                _("Type the e-mail address."),
                _("That is longer than an e-mail address can be."),
            ),
            Regexp(LOOKS_RIGHT, message=_("That is no e-mail address. It has an @ and no spaces.")),
        ],
        render_kw={"type": "email", "autocomplete": "username", "spellcheck": "false"},
    )


def name_field() -> StringField:
    """How colleagues see a person."""
    return StringField(
        _("Your name"),
        description=_("As your colleagues see it. A pseudonym is fine; the public never sees it."),
        validators=typed_text(LONGEST_NAME, _("Type a name for your colleagues."), SHORTER_NAME),
        render_kw={"autocomplete": "name"},
    )


def new_password_field() -> PasswordField:
    """A password to be; how hard it is to guess is judged by toolkit.access.passwords."""
    return PasswordField(
        _("New password"),
        description=A_WORD,
        validators=[InputRequired(_("Type a password."))],
        render_kw={"autocomplete": "new-password"},
    )


def again_field(other: str) -> PasswordField:
    """The same once more."""
    return PasswordField(
        _("The same password again"),
        validators=[EqualTo(other, message=_("The two passwords differ. Type both again."))],
        render_kw={"autocomplete": "new-password"},
    )


def password_field(label: str) -> PasswordField:
    """The password that somebody has."""
    asked = InputRequired(_("Type your password."))
    return PasswordField(label, validators=[asked], render_kw={"autocomplete": "current-password"})


class SignIn(FlaskForm):
    """The first step."""

    email = email_field()
    password = password_field(_("Password"))


class Confirm(FlaskForm):
    """The password once more, before something grave."""

    password = password_field(_("Your password"))


class Code(FlaskForm):
    """A code from an app or from paper."""

    code = StringField(
        _("Code"),
        description=_("Six digits from your app, or one of your recovery codes."),
        validators=typed_text(40, _("Type the code."), _("That is longer than a code.")),
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "off"},
    )


class AppCode(Code):
    """The first code of a new app."""

    code = StringField(
        _("The six digits that your app shows now"),
        validators=typed_text(40, _("Type the code."), _("That is longer than a code.")),
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"},
    )


class PasskeyAnswer(FlaskForm):
    """What the browser says for a passkey; the script fills it in."""

    answer = HiddenField(validators=[InputRequired(_("Your browser gave no answer. Try again."))])


class NewPasskey(PasskeyAnswer):
    """A passkey to be, with a name that tells devices apart."""

    label = StringField(
        _("Name of this device"),
        description=_("For example: my phone, the blue key"),
        default=_("My device"),
        validators=typed_text(60, too_long=SHORTER_NAME),
    )


class Join(FlaskForm):
    """Who was invited says how to be called and chooses a password."""

    name = name_field()
    password = new_password_field()
    again = again_field("password")


class Rename(FlaskForm):
    """Another name."""

    name = name_field()


class NewPassword(FlaskForm):
    """Another password."""

    password = new_password_field()
    again = again_field("password")
