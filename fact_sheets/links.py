"""Links as they may reach paper: a short text that a reader can type, and the whole address behind it."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from fact_sheets.errors import UnsafeLink

_LONGEST = 60  # characters: a line of a note's column at 8.5 pt
_MORE = "…"
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


class ShortLink(NamedTuple):
    """``display`` prints; ``href`` is the whole address. A display that ends in "…" cannot be typed."""

    display: str
    href: str


NO_LINK = ShortLink("", "")  # of a source whose publisher has no page that we know


def short_link(url: str) -> ShortLink:
    """The link without scheme and "www.", at most 60 characters, cut at a slash where it can be.

    Lines may break after its slashes by the rules of Unicode; nothing invisible is put in: it can be copied.
    Raises UnsafeLink unless the address is http, https or mailto, with a plain host and no user or odd port.
    """
    if _UNPRINTABLE.search(url):
        raise UnsafeLink("the address holds a space or an unprintable character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UnsafeLink(f"the address cannot be read: {error}") from error
    if parts.scheme == "mailto":
        return ShortLink(_address(parts), url)
    if parts.scheme not in {"http", "https"}:
        raise UnsafeLink(f"{parts.scheme or 'no scheme'}: only http, https and mailto may be printed")
    if "@" in parts.netloc or port not in {None, 80, 443}:
        raise UnsafeLink("the address names a user or an unusual port")
    return ShortLink(_shortened(_host(parts), _rest(parts)), url)


def _address(parts: SplitResult) -> str:
    """The mailbox of a mailto link."""
    if not re.fullmatch(r"[^@]+@[^@]+\.[^@]+", parts.path):
        raise UnsafeLink("the address is not one mailbox")
    return parts.path


def _host(parts: SplitResult) -> str:
    """The host as registered: a name in other letters shows its punycode, so none can pose as another."""
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise UnsafeLink("the address has no host that can be looked up") from error
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
        raise UnsafeLink("the address has no host that can be looked up")
    return host.removeprefix("www.")


def _rest(parts: SplitResult) -> str:
    """What follows the host, without a slash at the end and without the place on the page."""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path.rstrip("/")


def _shortened(host: str, rest: str) -> str:
    """The host and as much of the rest as fits, cut after a slash or else between words; "…" is the cut."""
    whole = host + rest
    if len(whole) <= _LONGEST:
        return whole
    room = whole[: _LONGEST - len(_MORE)]
    for mark in "/-_":
        cut = room.rfind(mark) + 1
        if cut > len(host) + 1:
            return room[:cut] + _MORE
    return room + _MORE
