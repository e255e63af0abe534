"""The only clock of the room: this moment. Sign-in and the event log go by it; sheets go by their day."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)


def day_of(at: datetime) -> date:
    """The day of a moment by this machine's time zone (TZ), as sheets bear it."""
    return at.astimezone().date()
