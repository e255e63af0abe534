"""Joining by a one-time link, and the way back for who lost password or device: a link that an admin makes.

A link opens the setting of name and password once. Who used it is "joining" until a second factor is there.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from toolkit.access import journal, passwords, sessions, tokens
from toolkit.access.errors import AlreadyHere, InvitationGone
from toolkit.access.roles import Role, require
from toolkit.access.sign_in import normalised
from toolkit.database import session
from toolkit.models import Invitation, Passkey, Person, RecoveryCode

JOIN_WITHIN = timedelta(days=7)
RETURN_WITHIN = timedelta(minutes=15)
LINK = "/join/"  # and the token: the path of the page that takes it


def invite(email: str, role: Role, *, by: Person | None, now: datetime) -> str:
    """The token of a link to join. ``by`` None is the command line. Raises AlreadyHere, NotAllowed."""
    if by is not None:
        require(by, "people.manage")
    email = normalised(email)
    known = _person(email)
    if known is not None and known.state != "joining":
        raise AlreadyHere
    return _new(email, role.label, None, by=by, within=JOIN_WITHIN, deed="person.invite", now=now)


def let_back(person: Person, *, by: Person | None, now: datetime) -> str:
    """The token of a link to a new password and second factor. The old ones stay until it is used."""
    if by is not None:
        require(by, "people.manage")
    if person.state == "suspended":
        raise AlreadyHere("This person is suspended. End that first.")
    return _new(
        person.email, person.role, person, by=by, within=RETURN_WITHIN, deed="person.let_back", now=now
    )


def withdraw(invitation_id: int, *, by: Person, now: datetime) -> None:
    """Make an open link useless. One that is not open is left as it is."""
    require(by, "people.manage")
    gone = delete(Invitation).where(Invitation.id == invitation_id, Invitation.used_at.is_(None))
    if session().scalar(gone.returning(Invitation.id)):
        journal.record(by, "person.withdraw_link", f"invitation:{invitation_id}", {}, now)


def still_open(now: datetime) -> tuple[Invitation, ...]:
    """Links that were not used yet, the newest first."""
    rows = select(Invitation).where(Invitation.used_at.is_(None), Invitation.expires_at > now)
    return tuple(session().scalars(rows.order_by(Invitation.id.desc())))


def find(token: str, now: datetime) -> Invitation:
    """The open invitation of this link. Raises InvitationGone."""
    row = session().scalar(select(Invitation).where(Invitation.token_hash == tokens.hashed(token)))
    if row is None or row.used_at is not None or row.expires_at <= now:
        raise InvitationGone
    return row


def accept(token: str, *, name: str, password: str, now: datetime) -> str:
    """The token of a half session, which only opens the choice of a second factor.

    Raises InvitationGone, WeakPassword, TooBusy.
    """
    invitation = find(token, now)
    hashed = passwords.hash_new(password, invitation.email, name)
    _use(invitation, now)
    person = _joining(invitation, name, hashed, now)
    session().flush()
    detail = {"role": person.role} | ({"again": True} if invitation.person_id else {})
    half = sessions.begin(person, second_factor=False, now=now)
    journal.record(person, "person.join", f"person:{person.id}", detail, now)
    return half


def _use(invitation: Invitation, now: datetime) -> None:
    """Of two who use one link at once the second finds it used."""
    unused = update(Invitation).where(Invitation.id == invitation.id, Invitation.used_at.is_(None))
    if session().scalar(unused.values(used_at=now).returning(Invitation.id)) is None:
        raise InvitationGone


def _joining(invitation: Invitation, name: str, hashed: str, now: datetime) -> Person:
    person = _person(invitation.email)
    if person is None:
        person = Person(email=invitation.email, role=invitation.role, joined_at=now)
        session().add(person)
    elif person.state == "suspended" or (person.state == "active" and invitation.person_id != person.id):
        raise InvitationGone
    else:
        _drop_factors(person)
    person.name, person.password_hash, person.state = " ".join(name.split())[:80], hashed, "joining"
    if invitation.person_id is None:
        person.role = invitation.role
    return person


def _person(email: str) -> Person | None:
    return session().scalar(select(Person).where(Person.email == email))


def _drop_factors(person: Person) -> None:
    person.totp_secret = person.totp_counter = None
    for table in (Passkey, RecoveryCode):
        session().execute(delete(table).where(table.person_id == person.id))
    session().expire(person, ["passkeys"])
    sessions.end_all(person)


def _new(
    email: str,
    role: str,
    person: Person | None,
    *,
    by: Person | None,
    within: timedelta,
    deed: str,
    now: datetime,
) -> str:
    """Only the newest link for an address works."""
    session().execute(delete(Invitation).where(Invitation.email == email, Invitation.used_at.is_(None)))
    token = tokens.new()
    invitation = Invitation(
        token_hash=tokens.hashed(token),
        email=email,
        role=role,
        person_id=person.id if person else None,
        invited_by=by.id if by else None,
        expires_at=now + within,
    )
    session().add(invitation)
    session().flush()
    subject = f"person:{person.id}" if person else f"invitation:{invitation.id}"
    journal.record(by, deed, subject, {"role": role}, now)
    return token
