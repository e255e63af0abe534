"""What organizers change about themselves: name, password, second factors."""

from datetime import datetime

from toolkit.access import journal, passwords, second_factor, sessions
from toolkit.access.errors import LastFactor
from toolkit.database import session
from toolkit.models import SignedIn


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


def _record(here: SignedIn, deed: str, detail: dict[str, object], now: datetime) -> None:
    journal.record(here.person, deed, f"person:{here.person_id}", detail, now)
