"""Signing in: an address and a password, then a second factor. Every refusal reads and takes the same."""

from datetime import datetime

from sqlalchemy import select

from toolkit.access import journal, passwords, sessions
from toolkit.access.limits import Limits
from toolkit.database import session
from toolkit.models import Person, SignedIn


class SignInRefused(Exception):
    """Wrong address, password or code; which one is not said."""

    def __init__(self) -> None:
        super().__init__("That address and password do not go together. Check both and try again.")


def with_password(email: str, password: str, *, address: str | None, limits: Limits, now: datetime) -> str:
    """First step: the token of a half session that only opens the second step. Raises SignInRefused, TooManyTries."""
    email = email.strip().lower()[:254]
    limits.sign_in(email, address, now)
    person = session().scalar(select(Person).where(Person.email == email, Person.state == "active"))
    if not passwords.matches(person.password_hash if person else None, password) or person is None:
        raise SignInRefused
    return sessions.begin(person, second_factor=False, now=now)


def complete(half: SignedIn, *, how: str, now: datetime) -> str:
    """Second step, after the factor was checked: the token of a full session. The half one is dead."""
    journal.record(half.person, "person.sign_in", f"person:{half.person_id}", {"second_factor": how}, now)
    return sessions.rotate(half, now=now)
