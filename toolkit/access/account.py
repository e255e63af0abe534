"""What organizers change about themselves: name, password, second factors."""

from datetime import datetime

from toolkit.access import journal, passwords, second_factor, sessions
from toolkit.access.errors import LastFactor
from toolkit.database import session
from toolkit.models import SignedIn


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


def _record(signed_in: SignedIn, deed: str, detail: dict[str, object], now: datetime) -> None:
    journal.record(signed_in.person, deed, f"person:{signed_in.person_id}", detail, now)
