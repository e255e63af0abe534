"""One visit to a link, as a polite stranger: HEAD, then GET where that is refused; no page's body is read.

Each redirect is judged anew. What a visit says:

alive       the page is there
failed      it is not, or the machine did not answer, or it leads where no visit may go
home page   a deep link that lands on the front door: the page is gone, whatever the status says
refused     the site does not let machines in (a wall against robots, a paywall): nothing is known of the page
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore2

from toolkit.curation.links.links import Seen
from toolkit.curation.links.public_network import Network, NotFound, NotPublic, Pinned
from toolkit.curation.sources.web_address import UnusableAddress, tidy

REDIRECTS = 5
SECONDS = 10.0  # for one answer
MOST = 1_000_000  # bytes of one answer
PAUSE = 2.0  # seconds between two questions to the same host
_MOVED = frozenset({301, 302, 303, 307, 308})
_REFUSED = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})
_FRONT_DOOR = re.compile(r"/?([a-z]{2}(-[a-z]{2})?/?)?((index|home|default)(\.[a-z]{3,5})?)?", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


@dataclass(slots=True)
class Manners:
    """Lets a host rest between two questions. ``clock`` and ``sleep`` are those of the machine."""

    pause: float = PAUSE
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until this host may be asked, then ask it."""
        waits = self._asked.get(host, float("-inf")) + self.pause - self.clock()
        if waits > 0:
            self.sleep(waits)
        try:
            yield
        finally:
            self._asked[host] = self.clock()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who visits: by which network, under which name (it says where the site that asks is), how patiently."""

    agent: str
    network: Network = field(default_factory=Network)
    manners: Manners = field(default_factory=Manners)
    seconds: float = SECONDS
    most: int = MOST

    def visit(self, url: str) -> Seen:
        """Follow a link to its end."""
        try:
            return self._follow(tidy(url))
        except UnusableAddress:
            return Seen("failed", None, "It leads to something that is not a web page.")
        except NotPublic:
            return Seen("failed", None, "It leads to a machine that is not public, which was not contacted.")
        except NotFound:
            return Seen("failed", None, "Its host is not found.")
        except httpcore2.TimeoutException:
            return Seen("failed", None, "There was no answer in time.")
        except httpcore2.ConnectError as error:
            safe = "certificate" if "CERTIFICATE" in str(error).upper() else "connection"
            return Seen("failed", None, f"There is no {safe} to rely on.")
        except (httpcore2.NetworkError, httpcore2.ProtocolError):
            return Seen("failed", None, "The answer could not be read.")

    def _follow(self, start: str) -> Seen:
        url, known = start, {urldefrag(start).url}
        for _ in range(REDIRECTS + 1):
            status, onward = self._ask(url)
            if status not in _MOVED or not onward:
                return _judged(start, url, status)
            url = tidy(urljoin(url, onward))
            if urldefrag(url).url in known:
                return Seen("refused", status, "It sends machines round in a circle.")
            known.add(urldefrag(url).url)
        return Seen("failed", status, f"It was redirected more than {REDIRECTS} times.")

    def _ask(self, url: str) -> tuple[int, str]:
        """Status and target of a redirect. Some sites know no HEAD, so where it fails GET decides."""
        status, onward = self._answer("HEAD", url)
        return self._answer("GET", url) if status >= 400 else (status, onward)

    def _answer(self, method: str, url: str) -> tuple[int, str]:
        parts = urlsplit(url)
        host = parts.hostname or ""
        with self.manners.turn(host):
            deadline = time.monotonic() + self.seconds
            answers = self.network.addresses(host, parts.port or _PORTS[parts.scheme])
            line = Pinned(answers, deadline, self.most)
            with (
                httpcore2.ConnectionPool(self.network.trust, network_backend=line) as pool,
                pool.stream(method, urldefrag(url).url, headers=self._headers()) as response,
            ):
                return response.status, _location(response.headers)

    def _headers(self) -> dict[bytes | str, bytes | str]:
        names: dict[bytes | str, bytes | str] = {
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        return names | {"User-Agent": self.agent}


def _judged(start: str, end: str, status: int) -> Seen:
    if status in _REFUSED:
        return Seen("refused", status, f"It answered {status}: the site does not let machines in.")
    if not 200 <= status < 300:
        return Seen("failed", status, f"It answered {status}.")
    if _deep(start) and not _deep(end):
        return Seen("home page", status, f"It led to the front door of {urlsplit(end).hostname}.")
    return Seen("alive", status, f"It answered {status}.")


def _deep(url: str) -> bool:
    """Whether an address leads beyond the front door of a site."""
    parts = urlsplit(url)
    return bool(parts.query) or not _FRONT_DOOR.fullmatch(parts.path)


def _location(headers: list[tuple[bytes, bytes]]) -> str:
    """Where a redirect leads, read as browsers do: as UTF-8, with spaces taken for what they stand for."""
    found = next((value for name, value in headers if name.lower() == b"location"), b"")
    return found.decode("utf-8", "replace").strip().replace(" ", "%20")
