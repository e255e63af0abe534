"""Who the organizers are: inviting, roles, suspending, and letting back who lost password or device."""

from flask import Blueprint, Response, abort, after_this_request, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from toolkit.access import invitations, people
from toolkit.access.errors import AlreadyHere
from toolkit.access.roles import Role
from toolkit.extensions import gettext as _
from toolkit.forms.desk.people import ChangeRole, Invite
from toolkit.models import Person
from toolkit.views.guards import person, takes
from toolkit.views.installation import letters, now, settings

pages = Blueprint("people", __name__, url_prefix="/desk/people")
ONE = "/<int(max=2147483647):person_id>"


@pages.get("")
@takes("people.manage")
def index() -> str:
    """Everybody, and the links that wait to be used."""
    waiting = invitations.still_open(now())
    return render_template("people/index.html", people=people.everybody(), waiting=waiting)


@pages.get("/invite")
@takes("people.manage", fresh=True)
def ask() -> str:
    """Who is to join?"""
    return render_template("people/invite.html", form=Invite(role=Role.CONTRIBUTOR.label))


@pages.post("/invite")
@takes("people.manage", fresh=True)
def invite() -> ResponseReturnValue:
    """Make a link to join, and show it once."""
    form = Invite()
    if not form.validate():
        return render_template("people/invite.html", form=form), 400
    try:
        token = invitations.invite(form.email.data, Role.named(form.role.data), by=person(), now=now())
    except AlreadyHere as refusal:
        form.email.errors = (str(refusal),)
        return render_template("people/invite.html", form=form), 409
    return _link(token, form.email.data.strip(), back=False)


@pages.post("/links/<int(max=2147483647):invitation_id>/withdraw")
@takes("people.manage", fresh=True)
def withdraw(invitation_id: int) -> ResponseReturnValue:
    """Make a link useless."""
    invitations.withdraw(invitation_id, by=person(), now=now())
    return redirect(url_for("people.index"), 303)


@pages.get(ONE)
@takes("people.manage", fresh=True)
def one(person_id: int) -> str:
    """One person, and what may be done."""
    who = _find(person_id)
    return render_template("people/person.html", who=who, form=ChangeRole(role=who.role))


@pages.post(f"{ONE}/role")
@takes("people.manage", fresh=True)
def role(person_id: int) -> ResponseReturnValue:
    """Another role."""
    who, form = _find(person_id), ChangeRole()
    if not form.validate():
        return render_template("people/person.html", who=who, form=form), 400
    people.set_role(who, Role.named(form.role.data), by=person(), now=now())
    return redirect(url_for("people.index"), 303)


@pages.post(f"{ONE}/suspend")
@takes("people.manage", fresh=True)
def suspend(person_id: int) -> ResponseReturnValue:
    """Keep a person out."""
    people.suspend(_find(person_id), by=person(), now=now())
    return redirect(url_for("people.index"), 303)


@pages.post(f"{ONE}/restore")
@takes("people.manage", fresh=True)
def restore(person_id: int) -> ResponseReturnValue:
    """End a suspension."""
    people.restore(_find(person_id), by=person(), now=now())
    return redirect(url_for("people.index"), 303)


@pages.post(f"{ONE}/let-back")
@takes("people.manage", fresh=True)
def let_back(person_id: int) -> str:
    """Make a link for a new password and second factor, and show it once."""
    who = _find(person_id)
    return _link(invitations.let_back(who, by=person(), now=now()), who.email, back=True)


def _find(person_id: int) -> Person:
    return people.find(person_id) or abort(404)


def _link(token: str, email: str, *, back: bool) -> str:
    link = settings().base_url + url_for("join.ask", token=token)
    if letters().possible:
        _send_when_done(email, render_template("people/letter.txt", link=link, back=back, by=person().name))
    return render_template("people/link.html", link=link, email=email, back=back, sent=letters().possible)


def _send_when_done(email: str, text: str) -> None:
    """After the commit: no lock is held while a mail server thinks, and no letter tells of what failed."""
    office, subject = letters(), _("Your link to the %(site)s", site=settings().site_name)

    @after_this_request
    def send(response: Response) -> Response:
        if response.status_code == 200:
            office.send(email, subject, text)
        return response
