"""What signing in, joining and a second factor ask. Organizers' forms carry a token against forgery."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length, Regexp

from toolkit.access.passwords import LONGEST, SHORTEST
from toolkit.forms.text import Plain

LONGEST_EMAIL = 254
LONGEST_NAME = 80
A_WORD = f"{SHORTEST} to {LONGEST} characters. Four unrelated words are easy to keep and hard to guess."


def email_field() -> StringField:
    """An e-mail address; whether anybody reads it shows when they use it."""
    return StringField(
        "E-mail address",
        validators=[
            InputRequired("Type the e-mail address."),
            Length(max=LONGEST_EMAIL, message="That is longer than an e-mail address can be."),
            Regexp(
                r"^\s*[^@\s]+@[^@\s]+\s*$", message="That is no e-mail address. It has an @ and no spaces."
            ),
            Plain(),
        ],
        render_kw={"type": "email", "autocomplete": "username", "spellcheck": "false"},
    )


def name_field() -> StringField:
    """How colleagues see a person."""
    return StringField(
        "Your name",
        description="As your colleagues see it. A pseudonym is fine; the public never sees it.",
        validators=[
            InputRequired("Type a name for your colleagues."),
            Length(max=LONGEST_NAME, message=f"Keep the name under {LONGEST_NAME} characters."),
            Plain(),
        ],
        render_kw={"autocomplete": "name"},
    )


def new_password_field() -> PasswordField:
    """A password to be; how hard it is to guess is judged by toolkit.access.passwords."""
    return PasswordField(
        "New password",
        description=A_WORD,
        validators=[InputRequired("Type a password.")],
        render_kw={"autocomplete": "new-password"},
    )


def again_field(other: str) -> PasswordField:
    """The same once more."""
    return PasswordField(
        "The same password again",
        validators=[EqualTo(other, message="The two passwords differ. Type both again.")],
        render_kw={"autocomplete": "new-password"},
    )


class SignIn(FlaskForm):
    """The first step."""

    email = email_field()
    password = PasswordField(
        "Password",
        validators=[InputRequired("Type your password.")],
        render_kw={"autocomplete": "current-password"},
    )


class Confirm(FlaskForm):
    """The password once more, before something grave."""

    password = PasswordField(
        "Your password",
        validators=[InputRequired("Type your password.")],
        render_kw={"autocomplete": "current-password"},
    )


class Code(FlaskForm):
    """A code from an app or from paper."""

    code = StringField(
        "Code",
        description="Six digits from your app, or one of your recovery codes.",
        validators=[
            InputRequired("Type the code."),
            Length(max=40, message="That is longer than a code."),
            Plain(),
        ],
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "off"},
    )


class AppCode(Code):
    """The first code of a new app."""

    code = StringField(
        "The six digits that your app shows now",
        validators=[InputRequired("Type the code."), Length(max=40, message="That is longer than a code.")],
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"},
    )


class PasskeyAnswer(FlaskForm):
    """What the browser says for a passkey; the script fills it in."""

    answer = HiddenField("Answer", validators=[InputRequired("Your browser gave no answer. Try again.")])


class NewPasskey(PasskeyAnswer):
    """A passkey to be, with a name that tells devices apart."""

    label = StringField(
        "Name of this device",
        description="For example: my phone, the blue key",
        default="My device",
        validators=[Length(max=60, message="Keep the name under 60 characters."), Plain()],
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
