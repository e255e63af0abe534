"""Who the organizers are, what an admin may do with them, and that there is always one who can sign in."""

from datetime import datetime

from sqlalchemy import select

from toolkit.access import journal, second_factor, sessions
from toolkit.access.errors import LastAdmin
from toolkit.access.roles import Role, require
from toolkit.access.sign_in import normalised
from toolkit.database import session
from toolkit.models import Person


def everybody() -> tuple[Person, ...]:
    """All who joined, by name."""
    return tuple(session().scalars(select(Person).order_by(Person.name, Person.id)))


def names() -> tuple[tuple[int, str], ...]:
    """The number and name of all who joined, by name; no more of them is read."""
    rows = session().execute(select(Person.id, Person.name).order_by(Person.name, Person.id))
    return tuple((number, name) for number, name in rows)


def find(person_id: int) -> Person | None:
    """The person with this number."""
    return session().get(Person, person_id)


def by_email(email: str) -> Person | None:
    """The person with this address."""
    return session().scalar(select(Person).where(Person.email == normalised(email)))


def set_role(person: Person, role: Role, *, by: Person, now: datetime) -> None:
    """Give a person another role. Raises LastAdmin, NotAllowed."""
    require(by, "people.manage")
    if person.role == role.label:
        return
    _keep_an_admin(person)
    detail = {"was": person.role, "is": role.label}
    person.role = role.label
    journal.record(by, "person.role", f"person:{person.id}", detail, now)


def suspend(person: Person, *, by: Person, now: datetime) -> None:
    """Keep a person out from now on, and sign them out everywhere. Raises LastAdmin, NotAllowed."""
    require(by, "people.manage")
    _keep_an_admin(person)
    person.state = "suspended"
    sessions.end_all(person)
    journal.record(by, "person.suspend", f"person:{person.id}", {}, now)


def restore(person: Person, *, by: Person, now: datetime) -> None:
    """End a suspension. Who had not finished joining gets on with a link to come back."""
    require(by, "people.manage")
    if person.state == "suspended":
        person.state = "active" if second_factor.has_one(person) else "joining"
        journal.record(by, "person.restore", f"person:{person.id}", {}, now)


def _keep_an_admin(person: Person) -> None:
    # Locked, so that of two admins who suspend each other at once the second is refused.
    admins = select(Person.id).where(Person.role == Role.ADMIN.label, Person.state == "active")
    if set(session().scalars(admins.with_for_update())) == {person.id}:
        raise LastAdmin
