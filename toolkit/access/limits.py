"""How often sign-in may be tried: by account, by network and in all. Kept in memory, addresses only as keyed hashes."""

import hmac
import secrets
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from threading import Lock


@dataclass(frozen=True, slots=True)
class Rule:
    """At most ``tries`` within ``window``."""

    tries: int
    window: timedelta


ACCOUNT = Rule(10, timedelta(minutes=5))
NETWORK = Rule(30, timedelta(minutes=5))
EVERYONE = Rule(300, timedelta(minutes=5))
SECOND_FACTOR = Rule(5, timedelta(minutes=5))
SECOND_FACTOR_DAY = Rule(50, timedelta(days=1))


class TooManyTries(Exception):
    """Wait before the next try; ``seconds`` says how long."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"Too many tries. Wait {max(1, -(-seconds // 60))} minutes and try again.")
        self.seconds = seconds


@dataclass(slots=True)
class Limits:
    """The counters of one process. Nobody is locked out for good."""

    _tries: dict[Hashable, deque[datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def count(self, what: Hashable, rule: Rule, now: datetime) -> None:
        """Count one try. Raises TooManyTries when the rule's number is already used up."""
        with self._lock:
            tries = self._tries.setdefault((what, rule), deque())
            while tries and now - tries[0] >= rule.window:
                tries.popleft()
            if len(tries) >= rule.tries:
                raise TooManyTries(int((tries[0] + rule.window - now).total_seconds()) + 1)
            tries.append(now)
            if len(self._tries) > 10_000:
                self._forget(now)

    def sign_in(self, email: str, address: str | None, now: datetime) -> None:
        """Count one try at a password."""
        self.count("everyone", EVERYONE, now)
        self.count(("account", self._hashed(email)), ACCOUNT, now)
        if address:
            self.count(("network", self._hashed(_network(address))), NETWORK, now)

    def second_factor(self, person_id: int, now: datetime) -> None:
        """Count one try at a code."""
        self.count(("second", person_id), SECOND_FACTOR, now)
        self.count(("second", person_id), SECOND_FACTOR_DAY, now)

    def _hashed(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode(), "sha256")

    def _forget(self, now: datetime) -> None:
        old = [key for key, tries in self._tries.items() if not tries or now - tries[-1] >= timedelta(days=1)]
        for key in old:
            del self._tries[key]


def _network(address: str) -> str:
    """The /24 or /48 that an address is in: people behind one router share it, and one attacker cannot hop inside."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "unknown"
    return str(ip_network(f"{ip}/{24 if ip.version == 4 else 48}", strict=False))
