"""The only clock of the room: this moment. Sign-in and the event log go by it; sheets go by their day."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)
