"""Passwords: argon2id, at most two hashes at once, and the same work whether the address exists or not."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore, Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from toolkit.access.errors import TooBusy, WeakPassword

SHORTEST, LONGEST = 12, 128
STRONG_ENOUGH = 3  # of zxcvbn's 4: more than 100 million guesses
_JUDGED = 72  # characters; judging more takes long and tells nothing new
# Each hash takes 46 MiB: a flood of sign-ins must take neither the memory nor every thread of the server.
_AT_ONCE = BoundedSemaphore(2)
_AT_ALL = BoundedSemaphore(6)
_JUDGING = Lock()  # zxcvbn keeps the words it is given in a global
# A hash that nothing matches, checked when the address is unknown so that both answers take as long.
NOBODY = "$argon2id$v=19$m=47104,t=2,p=1$dydm5CNZt0HJ5EwqRD1QWQ$nqUE7WRVPQZ2pHFX1S5lGDiyKyeHsu0sJF5M7utz020"


def hash_new(password: str, *names: str) -> str:
    """The hash to store; ``names`` are words that others know of the person. Raises WeakPassword, TooBusy."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise WeakPassword(f"Use {SHORTEST} to {LONGEST} characters. Four unrelated words are easy to keep.")
    if _score(password, names) < STRONG_ENOUGH:
        raise WeakPassword("This is easy to guess. Use four unrelated words.")
    with _room():
        return _hasher().hash(_plain(password))


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; None does the same work and says no. Raises TooBusy."""
    with _room():
        try:
            fits = _hasher().verify(stored or NOBODY, _plain(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
        return fits and bool(stored) and len(password) <= LONGEST


def _plain(password: str) -> str:
    """The same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFKC", password)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=46 * 1024, parallelism=1)


@contextmanager
def _room() -> Iterator[None]:
    if not _AT_ALL.acquire(blocking=False):
        raise TooBusy
    try:
        with _AT_ONCE:
            yield
    finally:
        _AT_ALL.release()


def _score(password: str, names: tuple[str, ...]) -> int:
    """How hard it is to guess, 0 to 4."""
    # Its word lists take 0.1 s to load, and nothing that a resident opens needs them.
    from zxcvbn import zxcvbn

    known = [part for name in names for part in (name, *name.replace("@", " ").replace(".", " ").split())]
    with _JUDGING:
        return int(zxcvbn(password[:_JUDGED], user_inputs=[*known, "287g", "toolkit"])["score"])
