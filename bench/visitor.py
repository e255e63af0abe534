"""A visitor with one connection, who notes how long each answer took."""

import http.client
import time
from collections.abc import Iterable, Mapping
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor:
    """Asks one thing after another of a server; answers that are not as expected end the measurement."""

    def __init__(self, origin: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=120)

    def get(self, path: str) -> bytes:
        """The body of a page."""
        return self._ask("GET", path, (200,))

    def seconds(self, paths: Iterable[str]) -> list[float]:
        """How long each of these pages took, from asking to the last byte."""
        taken = []
        for path in paths:
            started = time.perf_counter()
            self.get(path)
            taken.append(time.perf_counter() - started)
        return taken

    def make_sheet(self, geoid: str) -> tuple[str, float]:
        """Issue the sheet of a place; the address of its edition and the seconds it took."""
        started = time.perf_counter()
        self._ask("POST", "/editions", (303,), urlencode({"place": geoid}))
        return self._location, time.perf_counter() - started

    def first_byte(self, path: str, fields: Mapping[str, str]) -> float:
        """Seconds from sending a form to the first byte of its answer, which must be a good one."""
        started = time.perf_counter()
        self._connection.request("POST", path, urlencode(fields), FORM)
        answer = self._connection.getresponse()
        answer.read(1)
        taken = time.perf_counter() - started
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"POST {path} gave {answer.status}")
        return taken

    def _ask(self, method: str, path: str, expected: tuple[int, ...], body: str | None = None) -> bytes:
        self._connection.request(method, path, body, FORM if body else {})
        answer = self._connection.getresponse()
        data = answer.read()
        if answer.status not in expected:
            raise RuntimeError(f"{method} {path} gave {answer.status}")
        self._location = answer.getheader("Location") or ""
        return data


def percentile(seconds: list[float], rank: int) -> float:
    """Milliseconds that ``rank`` of a hundred answers stay under."""
    return round(quantiles(seconds, n=100, method="inclusive")[rank - 1] * 1000, 2)
