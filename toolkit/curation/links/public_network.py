"""The public network, and nothing else: which machines a visit to a link may reach.

A name is looked up once. Every address it has must be public, and the visit goes to one of those very
addresses: a name that changes its answer meanwhile leads nowhere else. The certificate is still that of
the name.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore2

Address = IPv4Address | IPv6Address
Answers = Sequence[tuple[str, int]]  # numeric addresses, each with the port to connect to

# What is_private and is_global of the standard library let through.
DENIED = tuple(
    ip_network(text)
    for text in (
        *("100.64.0.0/10", "192.0.0.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"),
        *("fec0::/10", "ff00::/8", "3fff::/20", "5f00::/16"),
    )
)


class NotPublic(Exception):
    """The name leads to an address that is not public; it was not contacted."""


class NotFound(Exception):
    """The name leads nowhere."""


def is_public(address: Address) -> bool:
    """Whether a visit may go to this address. An IPv4 address inside an IPv6 one is judged by itself."""
    inside = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    if inside is not None:
        return is_public(inside)
    named = address.is_private or address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not named and not any(address in net for net in DENIED)


def look_up(host: str, port: int) -> Answers:
    """Every address of a name, as the machine's own resolver knows them. Raises NotFound."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFound from error
    return [(str(where[0]), int(where[1])) for *_, where in found]


@dataclass(frozen=True, slots=True)
class Network:
    """How names are looked up, which addresses may be reached, and whose certificates are believed."""

    look_up: Callable[[str, int], Answers] = look_up
    allows: Callable[[Address], bool] = is_public
    trust: ssl.SSLContext | None = None  # None: what the machine trusts

    def addresses(self, host: str, port: int) -> Answers:
        """Where a name may be visited; looks it up once. Raises NotFound, NotPublic."""
        answers = self.look_up(host, port)
        if not answers:
            raise NotFound
        if not all(self.allows(ip_address(where)) for where, _ in answers):
            raise NotPublic
        return answers


class Pinned(httpcore2.NetworkBackend):
    """Connects to addresses that were judged, whatever name it is asked for, until a moment and a size.

    ``deadline`` is of ``time.monotonic``: a server that sends a byte now and then gains nothing by it.
    """

    def __init__(self, answers: Answers, deadline: float, most: int) -> None:
        self._answers, self._deadline, self._most = answers, deadline, most

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the addresses that answers, all in the time that is left."""
        for others, (where, at) in zip(range(len(self._answers) - 1, -1, -1), self._answers, strict=True):
            seconds = left(self._deadline) / (others + 1)
            try:
                plain = httpcore2.SyncBackend().connect_tcp(where, at, seconds, None, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if not others:
                    raise
            else:
                return _Bounded(plain, self._deadline, self._most)
        raise httpcore2.ConnectError("there is no address")


class _Bounded(httpcore2.NetworkStream):
    """A connection that ends at the deadline, and when more was read than is wanted."""

    def __init__(self, plain: httpcore2.NetworkStream, deadline: float, most: int) -> None:
        self._plain, self._deadline, self._most = plain, deadline, most

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._most <= 0:
            raise httpcore2.ReadError("more than is wanted")
        found = self._plain.read(min(max_bytes, self._most), left(self._deadline))
        self._most -= len(found)
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, left(self._deadline))

    def close(self) -> None:
        self._plain.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secured = self._plain.start_tls(ssl_context, server_hostname, left(self._deadline))
        return _Bounded(secured, self._deadline, self._most)

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)


def left(deadline: float) -> float:
    """Seconds until then. Raises ConnectTimeout when there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise httpcore2.ConnectTimeout("no time is left")
    return seconds
