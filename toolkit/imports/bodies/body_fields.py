"""What each field of a body, its rules and its meetings may hold. A check gives the value, or refuses it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from toolkit.imports.bodies.body import Value
from toolkit.imports.reading import clean
from toolkit.models.body import CANCELLED, MOST, SCHEDULED
from toolkit.models.local_time import LocalTimeError, zone

Check = Callable[[object], Value]
LONGEST_RULE = 160
MINUTE, HOUR, DAY = 60, 3600, 1440  # seconds, seconds, minutes
# Letters of the languages that our faces can print, and the signs of running text.
_PRINTABLE = re.compile(r"[ -~\u00a1-\u017f\u2010-\u2026\u20ac]*")
_DATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SLUG = re.compile(r"[a-z0-9-]{1,60}")
_GEOID = re.compile(r"\d{2}|\d{5}|\d{7}|\d{10}")
_FIRST_OF_YEAR = "-01-01"


class Refused(ValueError):
    """The value cannot be used; the message says what to write."""


def text(longest: int) -> Check:
    """One line of at most ``longest`` letters."""

    def check(value: object) -> str:
        words = clean(value) if isinstance(value, str) else ""
        if not words:
            raise Refused("Write it in words, or leave the field out.")
        if len(words) > longest:
            raise Refused(f"Shorten it to {longest} letters; it has {len(words)}.")
        if not _PRINTABLE.fullmatch(words):
            raise Refused("Use letters and signs that the fact sheet can print.")
        return words

    return check


def number(least: int, most: int) -> Check:
    """A whole number."""

    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise Refused(f"Write a whole number from {least} to {most}.")
        return value

    return check


def one_of(*choices: str) -> Check:
    """One of these words."""

    def check(value: object) -> str:
        if value not in choices:
            raise Refused(f"Write one of: {', '.join(choices)}.")
        return str(value)

    return check


def shape(pattern: re.Pattern[str], advice: str) -> Check:
    """Text of this form."""

    def check(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise Refused(advice)
        return value

    return check


def flag(value: object) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise Refused("Write true or false.")
    return value


def day(value: object) -> date:
    """A day without quotation marks."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Refused("Write a day such as 2026-11-21, without quotation marks.")
    return value


def local(value: object) -> datetime:
    """A local time to the minute, without a zone of its own."""
    if not isinstance(value, datetime) or value.tzinfo or value.second or value.microsecond:
        raise Refused("Write a local time such as 2026-12-08T18:30:00, without quotation marks or a zone.")
    return value


def time_zone(value: object) -> str:
    """The name of a zone."""
    try:
        return zone(str(value)).key
    except LocalTimeError as error:
        raise Refused(str(error)) from error


def dated(value: object) -> str:
    """A year, a year-month or a day, as text."""
    words = value if isinstance(value, str) else ""
    try:
        if _DATED.fullmatch(words):
            date.fromisoformat(words + _FIRST_OF_YEAR[len(words) - 4 :])
            return words
    except ValueError as error:
        raise Refused("There is no such day.") from error
    raise Refused('Write a year, a month or a day in quotation marks: "2026", "2026-11" or "2026-11-21".')


def link(value: object) -> str:
    """The address of a public page."""
    words = value if isinstance(value, str) else ""
    try:
        parts = urlsplit(words)
    except ValueError as error:
        raise Refused("It is not the address of a page.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or len(words) > 400:
        raise Refused("Write the whole address of a public page, with https://, at most 400 letters.")
    return words


RULE = text(LONGEST_RULE)
slug = shape(_SLUG, "Write small letters, digits and hyphens, at most 60.")
BODY: Mapping[str, Check] = {
    "id": slug,
    "geoid": shape(_GEOID, 'Write the Census code in quotation marks, such as "24021".'),
    "name": text(MOST["name"]),
    "time_zone": time_zone,
    "clerk": text(80),
    "clerk_phone": text(MOST["clerk_phone"]),
}
RULES: Mapping[str, Check] = {
    "covers": RULE,
    "limit_seconds": number(15, HOUR),
    "reduced_limit_seconds": number(15, HOUR),
    "reduced_when": RULE,
    "total_cap_minutes": number(1, DAY),
    "agenda_only": flag,
    "signup_opens": RULE,
    "signup_closes": RULE,
    "signup_how": RULE,
    "name_required": flag,
    "address_required": flag,
    "may_donate_time": flag,
    "pooling": RULE,
    "pooling_minutes": number(1, MINUTE),
    "one_spokesperson": flag,
    "written_cap": number(1, 100_000),
    "written_unit": one_of("words", "characters"),
    "written_deadline": RULE,
    "copies": number(0, 500),
    "handout_deadline": RULE,
    "remote": RULE,
    "interpreter": RULE,
    "interpreter_double_time": flag,
    "source_url": link,
    "source_publisher": text(120),
    "as_of": dated,
    "verified_on": day,
    "verified_by": text(120),
}
MEETING: Mapping[str, Check] = {
    "id": slug,
    "starts": local,
    "second": flag,
    "minutes": number(5, DAY),
    "room": text(MOST["room"]),
    "address": text(MOST["address"]),
    "agenda_item": text(MOST["agenda_item"]),
    "sign_up": text(MOST["sign_up"]),
    "signup_closes": local,
    "signup_closes_second": flag,
    "status": one_of(SCHEDULED, CANCELLED),
}
