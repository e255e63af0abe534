"""What organizers change about themselves: name, password, second factors (the first completes joining)."""

from dataclasses import dataclass
from datetime import datetime

from toolkit.access import journal, passkeys, passwords, second_factor, sessions
from toolkit.access.errors import LastFactor
from toolkit.database import session
from toolkit.models import SignedIn


@dataclass(frozen=True, slots=True)
class Welcome:
    """What completes joining: the token of a full session, and recovery codes that are shown this once."""

    token: str
    codes: tuple[str, ...]


def rename(here: SignedIn, name: str, now: datetime) -> None:
    """Another name, which may be a pseudonym."""
    here.person.name = " ".join(name.split())[:80]
    _record(here, "person.rename", {}, now)


def change_password(here: SignedIn, password: str, now: datetime) -> None:
    """Another password; every other browser is signed out. Raises WeakPassword, TooBusy."""
    here.person.password_hash = passwords.hash_new(password, here.person.email, here.person.name)
    sessions.end_all(here.person, but=here)
    _record(here, "person.password", {}, now)


def renew_recovery_codes(here: SignedIn, now: datetime) -> tuple[str, ...]:
    """Fresh codes, shown once; the earlier ones stop working."""
    codes = second_factor.new_recovery_codes(here.person)
    _record(here, "person.recovery_codes", {}, now)
    return codes


def add_app(here: SignedIn, code: str, now: datetime) -> Welcome | None:
    """The app that was offered shows a code. Welcome for somebody who joins. Raises WrongCode."""
    second_factor.take_app(here, code, now)
    return _added(here, "app", now)


def add_passkey(here: SignedIn, answer: str, *, label: str, base_url: str, now: datetime) -> Welcome | None:
    """The browser made a passkey. Welcome for somebody who joins. Raises PasskeyRefused."""
    passkeys.register(here, answer, label=label, base_url=base_url, now=now)
    return _added(here, "passkey", now)


def remove_app(here: SignedIn, now: datetime) -> None:
    """Take the app's codes no more. Raises LastFactor."""
    if not here.person.passkeys:
        raise LastFactor
    here.person.totp_secret = here.person.totp_counter = None
    _record(here, "person.remove_factor", {"second_factor": "app"}, now)


def remove_passkey(here: SignedIn, mark: str, now: datetime) -> None:
    """Take this passkey no more; one that is not the person's is left alone. Raises LastFactor."""
    key = next((key for key in here.person.passkeys if key.mark == mark), None)
    if key is None:
        return
    if here.person.totp_secret is None and len(here.person.passkeys) == 1:
        raise LastFactor
    session().delete(key)
    session().flush()
    session().expire(here.person, ["passkeys"])
    _record(here, "person.remove_factor", {"second_factor": "passkey"}, now)


def _added(here: SignedIn, factor: str, now: datetime) -> Welcome | None:
    person, welcome = here.person, None
    if person.state == "joining":
        person.state = "active"
        codes = second_factor.new_recovery_codes(person)
        welcome = Welcome(sessions.rotate(here, now), codes)
    journal.record(person, "person.add_factor", f"person:{person.id}", {"second_factor": factor}, now)
    return welcome


def _record(here: SignedIn, deed: str, detail: dict[str, object], now: datetime) -> None:
    journal.record(here.person, deed, f"person:{here.person_id}", detail, now)
