"""Secrets that travel in links, cookies and on paper; only their hashes are stored."""

import secrets
from hashlib import sha256

_READABLE = "23456789abcdefghjkmnpqrstuvwxyz"


def new() -> str:
    """256 bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(32)


def recovery() -> str:
    """A code to write down: "k7m2-p4qx-tn9w", 59 bits."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(3))


def hashed(token: str) -> str:
    """What the database keeps. No slow hash: nobody guesses these."""
    return sha256(token.encode()).hexdigest()
