"""What an admin fills in about people."""

from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from toolkit.access.roles import Role
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.sign_in import email_field


def role_field() -> RadioField:
    """One of the roles, each with what it may do."""
    return RadioField(
        _("Role"),
        choices=[
            SelectChoice(role.label, _("%(role)s: %(deeds)s", role=role.label.capitalize(), deeds=role.says))
            for role in Role
        ],
        validators=[InputRequired(_("Choose a role."))],
    )


class Invite(FlaskForm):
    """Who is to join, and with which role."""

    email = email_field()
    role = role_field()


class ChangeRole(FlaskForm):
    """Another role."""

    role = role_field()
