"""Local times of meetings: an IANA time zone, and the times that a change of the clocks skips or repeats.

The message of each error is a sentence for the person who typed the time.
"""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


class LocalTimeError(ValueError):
    """A local time or a time zone that cannot be used."""


class RepeatedTime(LocalTimeError):
    """The clocks are put back over this time, and nobody said which one is meant."""


def zone(name: str) -> ZoneInfo:
    """The time zone with this name, "America/New_York". Raises LocalTimeError."""
    if name not in _names():
        raise LocalTimeError(f"“{name[:40]}” is not a time zone. Write one such as America/New_York.")
    return ZoneInfo(name)


def moment(local: datetime, name: str, second: bool | None = None) -> datetime:
    """The moment that a clock in this zone shows ``local`` (no seconds or zone of its own).

    ``second`` chooses between two such moments, and counts for nothing where there is only one. Raises
    LocalTimeError where there is none, RepeatedTime where there are two and ``second`` is None.
    """
    here = zone(name)
    first, later = (local.replace(tzinfo=here, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), later.utcoffset()
    if before == after or before is None or after is None:
        return first
    if before < after:
        raise LocalTimeError("The clocks go forward over this time that night, so it does not exist.")
    if second is None:
        raise RepeatedTime("The clocks go back that night, so this time comes twice. Say which one it is.")
    return later if second else first


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())
