"""Passwords: argon2id, at most two hashes at once, and the same work whether the address exists or not.

Loaded on use: nothing that a resident opens needs it.
"""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 128
_COMMON = ("password", "123456", "qwerty", "letmein", "welcome", "admin", "287g", "iloveyou", "abc123")
_AT_ONCE = BoundedSemaphore(
    2
)  # each hash takes 46 MiB; a flood of sign-ins must not take the machine's memory


class WeakPassword(Exception):
    """The password cannot be taken; the message says why and what to do."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=46 * 1024, parallelism=1)


@cache
def _nobody() -> str:
    """A hash that no password matches, checked when the address is unknown so that both answers take as long."""
    return _hasher().hash("no password is this long and this plain")


def hash_new(password: str, email: str) -> str:
    """The hash to store. Raises WeakPassword."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"Use {SHORTEST} to {LONGEST} characters. A few unrelated words are easy to keep.")
    plain = password.lower()
    if len(set(plain)) < 5 or plain.startswith(email.partition("@")[0].lower()):
        raise WeakPassword("This is easy to guess. Use a few unrelated words.")
    if any(len(plain.replace(common, "")) < SHORTEST // 2 for common in _COMMON):
        raise WeakPassword("This is a common password. Use a few unrelated words.")
    return _hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; ``stored`` None does the same work and says no."""
    if len(password) > LONGEST:
        password = ""
    with _AT_ONCE:
        try:
            return _hasher().verify(stored or _nobody(), password) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def _hash(password: str) -> str:
    with _AT_ONCE:
        return _hasher().hash(password)
