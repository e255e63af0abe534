"""Joining by a link, or coming back by one: a name, a password, and on to the second factor."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import invitations
from toolkit.access.errors import WeakPassword
from toolkit.access.roles import Role
from toolkit.forms.sign_in import Join
from toolkit.models import Invitation
from toolkit.views.guards import anyone, sign_in_as
from toolkit.views.installation import now

LINK = f"{invitations.LINK}<string(maxlength=100):token>"

pages = Blueprint("join", __name__)


@pages.get(LINK)
@anyone
def ask(token: str) -> str:
    """The form behind an open link."""
    return _form(Join(), invitations.find(token, now()))


@pages.post(LINK)
@anyone
def accept(token: str) -> ResponseReturnValue:
    """Take the link, which works once."""
    form, at = Join(), now()
    invitation = invitations.find(token, at)
    if not form.validate():
        return _form(form, invitation), 400
    try:
        half = invitations.accept(token, name=form.name.data, password=form.password.data, now=at)
    except WeakPassword as refusal:
        form.password.errors = (str(refusal),)
        return _form(form, invitation), 400
    sign_in_as(half)
    return redirect(url_for("second_factor.choose"), 303)


def _form(form: Join, invitation: Invitation) -> str:
    back = invitation.person_id is not None
    role = Role.named(invitation.role)
    return render_template("join/ask.html", form=form, email=invitation.email, role=role, back=back)
