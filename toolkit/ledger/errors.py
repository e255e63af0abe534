"""What the ledger raises on purpose."""


class UnknownSubject(Exception):
    """There is no subject with this id or slug."""
