"""Signing in: an address and a password, then a second factor. Every refusal reads and takes the same."""

from datetime import datetime

from sqlalchemy import select

from toolkit.access import journal, passwords, sessions
from toolkit.access.errors import SignInRefused
from toolkit.access.limits import Limits
from toolkit.database import session
from toolkit.models import Person, SignedIn


def with_password(email: str, password: str, *, address: str | None, limits: Limits, now: datetime) -> str:
    """First step: the token of a half session, which only opens the second step.

    Raises SignInRefused, TooManyTries or TooBusy. Must be the first to use the unit of work at hand.
    """
    email = normalised(email)
    limits.password(email, address, now)
    wanted = select(Person.password_hash).where(Person.email == email, Person.state == "active")
    stored = session().scalar(wanted)
    session().rollback()  # a hash takes long: no lock is held meanwhile
    if not passwords.matches(stored, password):
        raise SignInRefused
    person = session().scalars(select(Person).where(Person.email == email)).one()
    return sessions.begin(person, second_factor=False, now=now)


def complete(half: SignedIn, *, how: str, now: datetime) -> str:
    """Second step, after the factor was checked: the token of a full session. The half one is dead."""
    person = half.person
    token = sessions.rotate(half, now)
    journal.record(person, "person.sign_in", f"person:{person.id}", {"second_factor": how}, now)
    return token


def confirm(row: SignedIn, password: str, *, address: str | None, limits: Limits, now: datetime) -> None:
    """The signed-in person gives the password again. Raises SignInRefused, TooManyTries or TooBusy."""
    limits.password(row.person.email, address, now)
    if not passwords.matches(row.person.password_hash, password):
        raise SignInRefused("That is not your password. Check it and try again.")
    row.confirmed_at = now


def normalised(email: str) -> str:
    """An address as it is stored: spaces round it and capitals do not count."""
    return email.strip().lower()[:254]
