"""Who is signed in where: rows on the server, named by the hash of a cookie's token."""

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, or_, select, update
from sqlalchemy.exc import OperationalError

from toolkit.access import journal, tokens
from toolkit.database import session, unit_of_work
from toolkit.models import Person, SignedIn

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
CONFIRMED_FOR = timedelta(minutes=15)  # after this, people and second factors take the password again
_SEEN_EVERY = timedelta(minutes=1)


def begin(person: Person, *, second_factor: bool, now: datetime) -> str:
    """Sign a browser in and give its token. A new one each time: nobody can prepare a session for another."""
    session().execute(
        delete(SignedIn).where(or_(SignedIn.seen_at < now - IDLE, SignedIn.since < now - LONGEST))
    )
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
    """The session of this token, or None when there is none, it is over, or its person may not sign in."""
    row = session().scalar(select(SignedIn).where(SignedIn.token_hash == tokens.hashed(token)))
    if row is None or now - row.seen_at > IDLE or now - row.since > LONGEST:
        return None
    # Somebody who is joining has no second factor yet and gets no further than choosing one.
    welcome = ("active",) if row.second_factor else ("active", "joining")
    return row if row.person.state in welcome else None


def touch(engine: Engine, row_id: int, now: datetime) -> None:
    """Remember that a browser is still there, in a unit of work of its own: reading a page commits nothing.

    When the database is busy this visit is not remembered; the next one will be.
    """
    with suppress(OperationalError), unit_of_work(engine, write=True) as work:
        work.execute(update(SignedIn).where(SignedIn.id == row_id).values(seen_at=now))


def unseen(row: SignedIn, now: datetime) -> bool:
    """Whether it is time to remember that the browser is still there."""
    return now - row.seen_at >= _SEEN_EVERY


def confirmed(row: SignedIn, now: datetime) -> bool:
    """Whether the password was given lately."""
    return now - row.confirmed_at <= CONFIRMED_FOR


def rotate(row: SignedIn, now: datetime) -> str:
    """Replace a half session by a full one after the second factor; the old token is dead."""
    person = row.person
    session().delete(row)
    return begin(person, second_factor=True, now=now)


def end(token: str | None) -> None:
    """Sign the browser with this token out."""
    if token:
        session().execute(delete(SignedIn).where(SignedIn.token_hash == tokens.hashed(token)))


def end_all(person: Person, *, but: SignedIn | None = None) -> int:
    """Sign a person out everywhere, ``but`` in one browser; says in how many."""
    others = delete(SignedIn).where(SignedIn.person_id == person.id, SignedIn.id != (but.id if but else None))
    return len(session().scalars(others.returning(SignedIn.id)).all())


def end_others(signed_in: SignedIn, now: datetime) -> int:
    """The person signs out everywhere else; says in how many browsers."""
    ended = end_all(signed_in.person, but=signed_in)
    journal.record(
        signed_in.person, "person.sign_out_others", f"person:{signed_in.person_id}", {"browsers": ended}, now
    )
    return ended


def open_for(person: Person, now: datetime) -> tuple[SignedIn, ...]:
    """The person's open sessions, the latest first."""
    rows = session().scalars(
        select(SignedIn)
        .where(SignedIn.person_id == person.id, SignedIn.second_factor.is_(True))
        .where(SignedIn.seen_at >= now - IDLE, SignedIn.since >= now - LONGEST)
        .order_by(SignedIn.seen_at.desc(), SignedIn.id.desc())
    )
    return tuple(rows)
