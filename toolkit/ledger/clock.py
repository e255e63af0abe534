"""The clock of the newsroom: this moment for sign-in and the event log, and the day that sheets bear."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)


def day_of(at: datetime) -> date:
    """The day of a moment by this machine's time zone (TZ), as sheets bear it."""
    return at.astimezone().date()


def today() -> date:
    """The day that sheets and judgements bear now."""
    return day_of(now())
