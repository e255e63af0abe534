"""Who is signed in where: rows on the server, named by the hash of a cookie's token."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from toolkit.access import tokens
from toolkit.database import session
from toolkit.models import Person, SignedIn

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
_SEEN_EVERY = timedelta(minutes=1)


def begin(person: Person, *, second_factor: bool, now: datetime) -> str:
    """Sign a browser in and return its token. A new one each time: nobody can prepare a session for another."""
    token = tokens.new()
    session().add(
        SignedIn(
            token_hash=tokens.hashed(token),
            person_id=person.id,
            since=now,
            seen_at=now,
            confirmed_at=now,
            second_factor=second_factor,
        )
    )
    session().flush()
    return token


def find(token: str, now: datetime) -> SignedIn | None:
    """The session of this token, or None when there is none, it idled too long, or its person may not sign in."""
    row = session().get(SignedIn, tokens.hashed(token))
    if row is None or now - row.seen_at > IDLE or now - row.since > LONGEST or row.person.state != "active":
        return None
    return row


def touch(row: SignedIn, now: datetime) -> None:
    """Remember that the browser was here, at most once a minute."""
    if now - row.seen_at >= _SEEN_EVERY:
        row.seen_at = now


def rotate(row: SignedIn, *, now: datetime) -> str:
    """Replace a half session by a full one after the second factor; the old token is dead."""
    person = row.person
    session().delete(row)
    return begin(person, second_factor=True, now=now)


def end(token: str) -> None:
    """Sign this browser out."""
    session().execute(delete(SignedIn).where(SignedIn.token_hash == tokens.hashed(token)))


def end_all(person: Person) -> None:
    """Sign a person out everywhere."""
    session().execute(delete(SignedIn).where(SignedIn.person_id == person.id))


def open_for(person: Person) -> tuple[SignedIn, ...]:
    """The person's sessions, newest first."""
    rows = session().scalars(
        select(SignedIn).where(SignedIn.person_id == person.id).order_by(SignedIn.seen_at.desc())
    )
    return tuple(rows)
