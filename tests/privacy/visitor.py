"""A visitor who types a fresh word into every field, and remembers every word and every answer."""

import http.client
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from tests.privacy.markers import marker

URLENCODED = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    """What came back."""

    path: str
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def kind(self) -> str:
        """The media type."""
        return self.headers.get_content_type()


class Visitor:
    """Types a fresh word into every field, and remembers every word and every answer."""

    def __init__(self, origin: str) -> None:
        self._host = urlsplit(origin).netloc
        self.words: list[str] = []
        self.answers: list[Answer] = []

    def word(self) -> str:
        """One more word that may be found nowhere."""
        self.words.append(marker())
        return self.words[-1]

    def typed(self, *names: str) -> dict[str, str]:
        """A fresh word in each of these fields."""
        return {name: self.word() for name in names}

    def get(self, path: str, **query: str) -> Answer:
        """A page."""
        return self._ask("GET", f"{path}?{urlencode(query)}", b"", {})

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        """A form."""
        return self.send(path, urlencode(fields).encode(), **{"Content-Type": URLENCODED, **headers})

    def send(self, path: str, body: bytes, **headers: str) -> Answer:
        """Any body."""
        return self._ask("POST", path, body, headers)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        telling = {
            "User-Agent": self.word(),
            "X-Forwarded-For": self.word(),
            "Cookie": f"session={self.word()}",
        }
        connection = http.client.HTTPConnection(self._host, timeout=120)
        connection.request(method, path, body, telling | headers)
        answer = connection.getresponse()
        self.answers.append(Answer(path, answer.status, answer.headers, answer.read()))
        connection.close()
        return self.answers[-1]
