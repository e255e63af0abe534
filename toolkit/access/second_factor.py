"""Second factors by code: TOTP apps and recovery codes."""

from datetime import datetime
from io import BytesIO

import pyotp
import segno
from sqlalchemy import delete, func, select, update

from toolkit.access import tokens
from toolkit.access.errors import WrongCode
from toolkit.access.limits import Limits
from toolkit.database import session
from toolkit.models import Person, RecoveryCode, SignedIn

RECOVERY_CODES = 10
_STEP = 30  # seconds
_DRIFT = 1  # steps either way: phones are not exact


def has_one(person: Person) -> bool:
    """Whether the person has a passkey or an app; recovery codes alone do not count."""
    return person.totp_secret is not None or bool(person.passkeys)


def offer(row: SignedIn) -> str:
    """A new secret for an app, which counts once the app has shown a right code for it."""
    row.offered_secret = pyotp.random_base32()
    return row.offered_secret


def enrolment_uri(secret: str, email: str, issuer: str) -> str:
    """What the app scans; it shows the ``issuer`` above its codes."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def square(secret: str, email: str, issuer: str) -> bytes:
    """The same as a square code, SVG."""
    drawn = BytesIO()
    segno.make(enrolment_uri(secret, email, issuer), error="m").save(drawn, kind="svg", scale=5, border=4)
    return drawn.getvalue()


def take_app(row: SignedIn, code: str, now: datetime) -> None:
    """Take the app that was offered as the person's. Raises WrongCode."""
    if row.offered_secret is None:
        raise WrongCode
    counter = _matching_counter(row.offered_secret, code, None, now)
    row.person.totp_secret, row.person.totp_counter = row.offered_secret, counter
    row.offered_secret = None


def check(person: Person, code: str, *, limits: Limits, now: datetime) -> str:
    """ "app" or "recovery code", whichever the code was. Raises WrongCode, TooManyTries."""
    limits.second_factor(person.id, now)
    # Two requests with one code: the second waits here and then sees that the code was used.
    session().flush()
    session().refresh(person, with_for_update=True)
    if "-" in code:
        _use_recovery(person, code, now)
        return "recovery code"
    if person.totp_secret is None:
        raise WrongCode
    person.totp_counter = _matching_counter(person.totp_secret, code, person.totp_counter, now)
    return "app"


def new_recovery_codes(person: Person) -> tuple[str, ...]:
    """Fresh codes, shown once; the earlier ones stop working."""
    session().execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    codes = tuple(tokens.recovery() for _ in range(RECOVERY_CODES))
    session().add_all(RecoveryCode(code_hash=tokens.hashed(code), person_id=person.id) for code in codes)
    session().flush()
    return codes


def codes_left(person: Person) -> int:
    """How many recovery codes still work."""
    unused = select(func.count()).where(RecoveryCode.person_id == person.id, RecoveryCode.used_at.is_(None))
    return session().scalar(unused) or 0


def _matching_counter(secret: str, code: str, after: int | None, now: datetime) -> int:
    """The time step whose code this is. Raises WrongCode, also for a step that was used."""
    totp, step = pyotp.TOTP(secret), int(now.timestamp()) // _STEP
    plain = "".join(code.split())
    for counter in range(step - _DRIFT, step + _DRIFT + 1):
        if pyotp.utils.strings_equal(totp.generate_otp(counter), plain) and (
            after is None or counter > after
        ):
            return counter
    raise WrongCode


def _use_recovery(person: Person, code: str, now: datetime) -> None:
    used = session().scalar(
        update(RecoveryCode)
        .where(RecoveryCode.code_hash == tokens.hashed("".join(code.split()).lower()))
        .where(RecoveryCode.person_id == person.id, RecoveryCode.used_at.is_(None))
        .values(used_at=now)
        .returning(RecoveryCode.person_id)
    )
    if used is None:
        raise WrongCode
