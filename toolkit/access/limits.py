"""How often sign-in may be tried: by account, by network and in all; and how many suggestions may come.

Kept in memory, names as keyed hashes. Nobody is locked out for good, and no address is stored: the key is
forgotten every hour and with the process.
"""

import hmac
import secrets
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from threading import Lock

from toolkit.access.errors import TooManyTries

KEY_LASTS = timedelta(hours=1)
_MANY = 10_000  # counters in memory before those that are over are dropped


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``tries`` within ``window``."""

    tries: int
    window: timedelta


ACCOUNT = Limit(10, timedelta(minutes=5))
NETWORK = Limit(30, timedelta(minutes=5))
EVERYONE = Limit(300, timedelta(minutes=5))
SECOND_FACTOR = Limit(5, timedelta(minutes=5))
SECOND_FACTOR_DAY = Limit(50, timedelta(days=1))
SUGGESTIONS = Limit(20, timedelta(hours=1))
Counter = tuple[Limit, bytes]


@dataclass(slots=True)
class Limits:
    """The counters of one process."""

    _tries: dict[Counter, deque[datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _key: bytes = b""
    _key_since: datetime | None = None

    def password(self, email: str, address: str | None, now: datetime) -> None:
        """Count one try at a password. Raises TooManyTries."""
        with self._lock:
            self._renew_key(now)
            # The narrowest first: one network that is refused must not use up what is left for everyone.
            self._count(NETWORK, self._hashed(_network(address or "")), now)
            self._count(ACCOUNT, self._hashed(email), now)
            self._count(EVERYONE, b"", now)

    def second_factor(self, person_id: int, now: datetime) -> None:
        """Count one try at a code. Raises TooManyTries."""
        with self._lock:
            self._count(SECOND_FACTOR, str(person_id).encode(), now)
            self._count(SECOND_FACTOR_DAY, str(person_id).encode(), now)

    def suggestion(self, now: datetime) -> None:
        """Count one suggestion, of whomever: what is limited is the reading. Raises TooManyTries."""
        with self._lock:
            self._count(SUGGESTIONS, b"", now)

    def _count(self, limit: Limit, who: bytes, now: datetime) -> None:
        tries = self._tries.setdefault((limit, who), deque())
        while tries and not _within(tries[0], limit, now):
            tries.popleft()
        if len(tries) >= limit.tries:
            raise TooManyTries(int((tries[0] + limit.window - now).total_seconds()) + 1)
        tries.append(now)
        if len(self._tries) > _MANY:
            over = [key for key, times in self._tries.items() if not _within(times[-1], key[0], now)]
            for key in over:
                del self._tries[key]

    def _renew_key(self, now: datetime) -> None:
        if self._key_since is None or abs(now - self._key_since) >= KEY_LASTS:
            self._key, self._key_since = secrets.token_bytes(32), now

    def _hashed(self, name: str) -> bytes:
        return hmac.digest(self._key, name.encode(), "sha256")


def _within(tried: datetime, limit: Limit, now: datetime) -> bool:
    """Whether a try still counts; one from after ``now`` does not: the clock was set back."""
    return timedelta(0) <= now - tried < limit.window


def _network(address: str) -> str:
    """The /24 or /48 of an address: people behind one router share it, and one attacker cannot hop inside."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network(f"{ip}/{24 if ip.version == 4 else 48}", strict=False))
