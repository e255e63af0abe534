"""The only clock of the room: which day it is where the server stands."""

from datetime import date, datetime


def today() -> date:
    """The day by this machine's time zone (TZ), which is the day that sheets and judgements bear."""
    return datetime.now().astimezone().date()
