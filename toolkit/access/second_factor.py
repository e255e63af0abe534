"""Second factors by code: TOTP apps and recovery codes. Loaded on use."""

from datetime import datetime

import pyotp
from sqlalchemy import delete, select

from toolkit.access import tokens
from toolkit.access.limits import Limits
from toolkit.database import session
from toolkit.models import Person, RecoveryCode

RECOVERY_CODES = 10
ISSUER = "287(g) toolkit"
_STEP = 30  # seconds
_DRIFT = 1  # steps either way: phones are not exact


class WrongCode(Exception):
    """The code does not fit or was used before."""

    def __init__(self) -> None:
        super().__init__("That code does not fit. Wait for the next one and try again.")


def new_secret() -> str:
    """A TOTP secret for a new app."""
    return pyotp.random_base32()


def enrolment_uri(secret: str, email: str) -> str:
    """What the app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def matching_counter(secret: str, code: str, after: int | None, now: datetime) -> int:
    """The time step whose code this is. Raises WrongCode, also for a step that was used."""
    totp, here = pyotp.TOTP(secret), int(now.timestamp()) // _STEP
    plain = "".join(code.split())
    for counter in range(here - _DRIFT, here + _DRIFT + 1):
        if pyotp.utils.strings_equal(totp.generate_otp(counter), plain) and (
            after is None or counter > after
        ):
            return counter
    raise WrongCode


def enrol(person: Person, secret: str, code: str, now: datetime) -> None:
    """Take an app as the person's second factor once it has shown one right code."""
    person.totp_counter = matching_counter(secret, code, None, now)
    person.totp_secret = secret


def check(person: Person, code: str, *, limits: Limits, now: datetime) -> str:
    """ "totp" or "recovery", whichever the code was. Raises WrongCode, TooManyTries."""
    limits.second_factor(person.id, now)
    if "-" in code:
        _use_recovery(person, code, now)
        return "recovery"
    if person.totp_secret is None:
        raise WrongCode
    person.totp_counter = matching_counter(person.totp_secret, code, person.totp_counter, now)
    return "totp"


def new_recovery_codes(person: Person) -> tuple[str, ...]:
    """Fresh codes, shown once; the earlier ones stop working."""
    session().execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    codes = tuple(tokens.recovery() for _ in range(RECOVERY_CODES))
    session().add_all(
        RecoveryCode(code_hash=tokens.hashed(code), person_id=person.id, used_at=None) for code in codes
    )
    return codes


def _use_recovery(person: Person, code: str, now: datetime) -> None:
    wanted = tokens.hashed("".join(code.split()).lower())
    row = session().scalar(
        select(RecoveryCode).where(
            RecoveryCode.code_hash == wanted,
            RecoveryCode.person_id == person.id,
            RecoveryCode.used_at.is_(None),
        )
    )
    if row is None:
        raise WrongCode
    row.used_at = now
