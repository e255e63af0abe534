"""Joining by a one-time link, and the way back for who lost password or device: a link that an admin makes."""

from datetime import datetime, timedelta

from sqlalchemy import select

from toolkit.access import journal, passwords, sessions, tokens
from toolkit.access.roles import Role, require
from toolkit.database import session
from toolkit.models import Invitation, Passkey, Person, RecoveryCode

JOIN_WITHIN = timedelta(days=7)
RETURN_WITHIN = timedelta(minutes=15)


class InvitationGone(Exception):
    """The link was used, has expired or never was."""

    def __init__(self) -> None:
        super().__init__("This link no longer works. Ask an admin for a new one.")


def invite(email: str, role: Role, *, by: Person | None, now: datetime) -> str:
    """The token of a link to join. ``by`` None is the command line; otherwise it takes an admin."""
    if by is not None:
        require(by, "people.manage")
    return _new(
        email.strip().lower(), role.label, None, by=by, within=JOIN_WITHIN, deed="person.invite", now=now
    )


def let_back(person: Person, *, by: Person | None, now: datetime) -> str:
    """The token of a link to a new password and second factor. The old ones stay until it is used."""
    if by is not None:
        require(by, "people.manage")
    return _new(
        person.email, person.role, person.id, by=by, within=RETURN_WITHIN, deed="person.let_back", now=now
    )


def find(token: str, now: datetime) -> Invitation:
    """The open invitation of this link. Raises InvitationGone."""
    row = session().get(Invitation, tokens.hashed(token))
    if row is None or row.used_at is not None or row.expires_at <= now:
        raise InvitationGone
    return row


def accept(invitation: Invitation, *, name: str, password: str, now: datetime) -> Person:
    """The person who joined or came back, with no second factor yet. Raises WeakPassword."""
    hashed = passwords.hash_new(password, invitation.email)
    person = _returning(invitation) or session().scalar(
        select(Person).where(Person.email == invitation.email)
    )
    if person is None:
        person = Person(
            email=invitation.email,
            name=name.strip()[:80] or "Organizer",
            role=invitation.role,
            state="active",
            password_hash=hashed,
            joined_at=now,
        )
        session().add(person)
    else:
        person.password_hash, person.role, person.state = hashed, invitation.role, "active"
        _drop_factors(person)
    invitation.used_at = now
    session().flush()
    journal.record(person, "person.join", f"person:{person.id}", {"role": person.role}, now)
    return person


def _returning(invitation: Invitation) -> Person | None:
    return session().get(Person, invitation.person_id) if invitation.person_id else None


def _drop_factors(person: Person) -> None:
    person.totp_secret = person.totp_counter = None
    for row in (
        *session().scalars(select(Passkey).where(Passkey.person_id == person.id)),
        *session().scalars(select(RecoveryCode).where(RecoveryCode.person_id == person.id)),
    ):
        session().delete(row)
    sessions.end_all(person)


def _new(
    email: str,
    role: str,
    person_id: int | None,
    *,
    by: Person | None,
    within: timedelta,
    deed: str,
    now: datetime,
) -> str:
    token = tokens.new()
    session().add(
        Invitation(
            token_hash=tokens.hashed(token),
            email=email,
            role=role,
            person_id=person_id,
            invited_by=by.id if by else None,
            expires_at=now + within,
        )
    )
    journal.record(by, deed, f"address:{tokens.hashed(email)[:12]}", {"role": role}, now)
    return token
