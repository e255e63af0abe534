"""Addresses of sources: which may be kept, in which form, and when two of them are the same."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit, urlunsplit

import idna

LONGEST = 600
_SAFE = "/%:=&?~+!$,;'@()*[]"
_LABELS = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]*")
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")
_FOLLOWS_PEOPLE = re.compile(r"utm_.*|fbclid|gclid|mc_cid|mc_eid")
_PORTS = {"http": 80, "https": 443}


class UnusableAddress(ValueError):
    """An address that cannot be kept or visited; the message is a sentence that says what to mend."""


def tidy(text: str) -> str:
    """The address in plain ASCII: host in lower case and as registered (punycode), the rest percent-encoded.

    Raises UnusableAddress unless it is http or https with a public-looking host, no user and no odd port.
    """
    parts = _split(text.strip())
    if parts.scheme not in _PORTS:
        raise UnusableAddress("An address must begin with http:// or https://.")
    if "@" in parts.netloc:
        raise UnusableAddress(
            "This address names a user before its host. Take out what stands before the “@”."
        )
    if parts.port not in {None, _PORTS[parts.scheme]}:
        raise UnusableAddress("This address names an unusual port. Only addresses without one can be kept.")
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    found = urlunsplit((parts.scheme, host_of(parts), path, query, fragment))
    if len(found) > LONGEST:
        raise UnusableAddress(f"This address is longer than {LONGEST} characters. Look for a shorter one.")
    return found


def host_of(parts: SplitResult) -> str:
    """The host as registered: other letters become their punycode, so that no name can pose as another."""
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else idna.encode(host[:253], uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise UnusableAddress("This address has no host that can be looked up.") from error
    if len(host) > 253 or not _LABELS.fullmatch(host):
        raise UnusableAddress("This address has no host that can be looked up, such as www.example.org.")
    return host


def compared(url: str) -> str:
    """What two addresses of the same document have in common.

    Scheme, "www.", a slash at the end, the place on the page and the marks of campaigns make no difference.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    asked = [pair for pair in parse_qsl(parts.query, True) if not _FOLLOWS_PEOPLE.fullmatch(pair[0].lower())]
    return f"{host}{parts.path.rstrip('/')}?{urlencode(asked)}".removesuffix("?")


def _split(text: str) -> SplitResult:
    if _UNPRINTABLE.search(text):
        raise UnusableAddress("This address holds a space or a character that cannot be printed.")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise UnusableAddress("This address cannot be read. Copy it again.") from error
    return parts
