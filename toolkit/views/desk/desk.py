"""The organizers' desk: where signing in leads, what waits there, and the way to what one's role reaches."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Flask, render_template
from wtforms.fields import Field

from toolkit.access import roles, second_factor
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.names import says
from toolkit.publishing.wording import say_date
from toolkit.views.access import way_back
from toolkit.views.desk.queue import sections
from toolkit.views.guards import guard_of, person, takes, visitor

pages = Blueprint("desk", __name__)


@dataclass(frozen=True, slots=True)
class Door:
    """A link of the desk, for whose role reaches what is behind it; ``says`` is one line about that.

    Those for every day stand at the head of each page, the others only on the desk.
    """

    label: str
    endpoint: str
    says: str
    daily: bool = False


DOORS = (
    Door(_("Claims"), "claim_desk.index", _("Find, read and sign them, date them anew."), True),
    Door(_("Sources"), "source_desk.index", _("What claims cite, and which links fail."), True),
    Door(_("Suggestions"), "suggestions.index", _("What readers say is wrong."), True),
    Door(_("State rules"), "rules.index", _("Edit what states say, and look again in time.")),
    Door(_("Subjects"), "subjects.index", _("Words, contested questions, terms, timeline.")),
    Door(_("Bodies"), "bodies.index", _("Public bodies, how one speaks there, their meetings.")),
    Door(says("import.name"), "agreements.index", says("import.door")),
    Door(_("Library file"), "library.index", _("All claims as one file, out and in.")),
    Door(_("People"), "people.index", _("Invite, give roles, let back who is locked out.")),
    Door(_("Event log"), "journal.index", _("Who did what, and when.")),
    Door(_("Your account"), "account.index", _("Your name, password and second factors."), True),
)


@pages.get("/desk")
@takes("account.own")
def index() -> str:
    """What there is to do."""
    codes_left = second_factor.codes_left(person())
    return render_template("desk/index.html", codes_left=codes_left, sections=sections())


def doors() -> tuple[Door, ...]:
    """The links that this organizer may use."""
    return tuple(door for door in DOORS if may(guard_of(door.endpoint).deed))


def may(deed: str) -> bool:
    """Whether this organizer's role reaches the deed."""
    who = visitor()
    return who is not None and roles.may(who, deed)


def teach_desk(app: Flask) -> None:
    """Give the organizers' templates their links, their person, and how fields and moments are said."""
    app.jinja_env.globals.update(
        doors=doors, organizer=visitor, may=may, said_of=said_of, way_onward=way_back.onward
    )
    app.jinja_env.filters["moment"] = moment


def moment(at: datetime) -> str:
    """November 23, 2026, 15:04, in UTC."""
    return f"{say_date(at.date())}, {at:%H:%M}"


def said_of(field: Field) -> dict[str, str]:
    """What ties a field to its hint and to what is wrong with it, for who does not see them."""
    ids = [f"{field.id}-hint"] if field.description else []
    ids += [f"{field.id}-error-{number}" for number, _ in enumerate(field.errors, 1)]
    said = {"aria-describedby": " ".join(ids)} if ids else {}
    return said | ({"aria-invalid": "true"} if field.errors else {})
