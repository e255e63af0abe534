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


def rename(signed_in: SignedIn, name: str, now: datetime) -> None:
    """Another name, which may be a pseudonym."""
    signed_in.person.name = " ".join(name.split())[:80]
    _record(signed_in, "person.rename", {}, now)


def change_password(signed_in: SignedIn, password: str, now: datetime) -> None:
    """Another password; every other browser is signed out. Raises WeakPassword, TooBusy."""
    person = signed_in.person
    person.password_hash = passwords.hash_new(password, person.email, person.name)
    sessions.end_all(person, but=signed_in)
    _record(signed_in, "person.password", {}, now)


def renew_recovery_codes(signed_in: SignedIn, now: datetime) -> tuple[str, ...]:
    """Fresh codes, shown once; the earlier ones stop working."""
    codes = second_factor.new_recovery_codes(signed_in.person)
    _record(signed_in, "person.recovery_codes", {}, now)
    return codes


def add_app(signed_in: SignedIn, code: str, now: datetime) -> Welcome | None:
    """The app that was offered shows a code. Welcome for somebody who joins. Raises WrongCode."""
    second_factor.take_app(signed_in, code, now)
    return _added(signed_in, "app", now)


def add_passkey(
    signed_in: SignedIn, answer: str, *, label: str, base_url: str, now: datetime
) -> Welcome | None:
    """The browser made a passkey. Welcome for somebody who joins. Raises PasskeyRefused."""
    passkeys.register(signed_in, answer, label=label, base_url=base_url, now=now)
    return _added(signed_in, "passkey", now)


def remove_app(signed_in: SignedIn, now: datetime) -> None:
    """Take the app's codes no more. Raises LastFactor."""
    if not signed_in.person.passkeys:
        raise LastFactor
    signed_in.person.totp_secret = signed_in.person.totp_counter = None
    _record(signed_in, "person.remove_factor", {"second_factor": "app"}, now)


def remove_passkey(signed_in: SignedIn, mark: str, now: datetime) -> None:
    """Take this passkey no more; one that is not the person's is left alone. Raises LastFactor."""
    key = next((key for key in signed_in.person.passkeys if key.mark == mark), None)
    if key is None:
        return
    if signed_in.person.totp_secret is None and len(signed_in.person.passkeys) == 1:
        raise LastFactor
    session().delete(key)
    session().flush()
    session().expire(signed_in.person, ["passkeys"])
    _record(signed_in, "person.remove_factor", {"second_factor": "passkey"}, now)


def _added(signed_in: SignedIn, factor: str, now: datetime) -> Welcome | None:
    person, welcome = signed_in.person, None
    if person.state == "joining":
        person.state = "active"
        codes = second_factor.new_recovery_codes(person)
        welcome = Welcome(sessions.rotate(signed_in, now), codes)
    journal.record(person, "person.add_factor", f"person:{person.id}", {"second_factor": factor}, now)
    return welcome


def _record(signed_in: SignedIn, deed: str, detail: dict[str, object], now: datetime) -> None:
    journal.record(signed_in.person, deed, f"person:{signed_in.person_id}", detail, now)
