"""A second factor comes in: while joining, which it completes, or later from one's own account."""

from dataclasses import dataclass
from datetime import datetime

from toolkit.access import journal, passkeys, second_factor, sessions
from toolkit.models import SignedIn


@dataclass(frozen=True, slots=True)
class Welcome:
    """What completes joining: the token of a full session, and recovery codes that are shown this once."""

    token: str
    codes: tuple[str, ...]


def with_app(row: SignedIn, code: str, now: datetime) -> Welcome | None:
    """The app that was offered shows a code. Welcome for somebody who joins. Raises WrongCode."""
    second_factor.take_app(row, code, now)
    return _enrolled(row, "app", now)


def with_passkey(row: SignedIn, answer: str, *, label: str, base_url: str, now: datetime) -> Welcome | None:
    """The browser made a passkey. Welcome for somebody who joins. Raises PasskeyRefused."""
    passkeys.register(row, answer, label=label, base_url=base_url, now=now)
    return _enrolled(row, "passkey", now)


def _enrolled(row: SignedIn, how: str, now: datetime) -> Welcome | None:
    person, welcome = row.person, None
    if person.state == "joining":
        person.state = "active"
        codes = second_factor.new_recovery_codes(person)
        welcome = Welcome(sessions.rotate(row, now), codes)
    journal.record(person, "person.add_factor", f"person:{person.id}", {"second_factor": how}, now)
    return welcome
