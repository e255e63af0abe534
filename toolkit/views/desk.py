"""The organizers' desk: where signing in leads, what waits there, and the way to what one's role reaches."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Flask, render_template
from wtforms.fields import Field

from toolkit.access import roles, second_factor
from toolkit.publishing.wording import say_date
from toolkit.views import way_back
from toolkit.views.guards import person, takes, visitor
from toolkit.views.queue import sections

pages = Blueprint("desk", __name__)


@dataclass(frozen=True, slots=True)
class Door:
    """A link of the desk, for whose role reaches the deed; ``says`` is one line about what is behind it.

    Those for every day stand at the head of each page, the others only on the desk.
    """

    label: str
    endpoint: str
    deed: str
    says: str
    daily: bool = False


DOORS = (
    Door("Claims", "claim_desk.index", "claim.read", "Find, read and sign them, date them anew.", True),
    Door("Sources", "source_desk.index", "source.write", "What claims cite, and which links fail.", True),
    Door("Suggestions", "suggestions.index", "suggestion.answer", "What readers say is wrong.", True),
    Door("State rules", "rules.index", "rule.write", "Edit what states say, and look again in time."),
    Door("Subjects", "subjects.index", "subject.write", "Words, contested questions, terms, timeline."),
    Door("Bodies", "bodies.index", "meeting.write", "Public bodies, how one speaks there, their meetings."),
    Door("ICE’s list", "agreements.index", "agreements.import", "Load ICE’s newest list of agreements."),
    Door("Library file", "library.index", "library.export", "All claims as one file, out and in."),
    Door("People", "people.index", "people.manage", "Invite, give roles, let back who is locked out."),
    Door("Event log", "journal.index", "journal.read", "Who did what, and when."),
    Door("Your account", "account.index", "account.own", "Your name, password and second factors.", True),
)


@pages.get("/desk")
@takes("account.own")
def index() -> str:
    """What there is to do."""
    codes_left = second_factor.codes_left(person())
    return render_template("desk/index.html", codes_left=codes_left, sections=sections())


def doors() -> tuple[Door, ...]:
    """The links that this organizer may use."""
    return tuple(door for door in DOORS if may(door.deed))


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
    """23 November 2026, 15:04, in UTC."""
    return f"{say_date(at.date())}, {at:%H:%M}"


def said_of(field: Field) -> dict[str, str]:
    """What ties a field to its hint and to what is wrong with it, for who does not see them."""
    ids = [f"{field.id}-hint"] if field.description else []
    ids += [f"{field.id}-error-{number}" for number, _ in enumerate(field.errors, 1)]
    said = {"aria-describedby": " ".join(ids)} if ids else {}
    return said | ({"aria-invalid": "true"} if field.errors else {})
