"""Letters go through the mail server that is set up; without one, or when it fails, all else goes on."""

import socketserver
import threading
from collections.abc import Iterator

import pytest

from toolkit.access.letters import Letters


class Post(socketserver.StreamRequestHandler):
    """Speaks as much SMTP as taking one letter needs."""

    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self.say("354 go on")
                for text in iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), "."):
                    self.server.letter.append(text)  # type: ignore[attr-defined]
            self.say({"QUIT": "221 bye", "RCPT": self.server.answer}.get(word, "250 fine"))  # type: ignore[attr-defined]

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def office() -> Iterator[socketserver.TCPServer]:
    """A mail server on this machine; ``letter`` is what it took, line by line."""
    with socketserver.TCPServer(("127.0.0.1", 0), Post) as server:
        server.letter, server.answer = [], "250 fine"  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def letters(office: socketserver.TCPServer) -> Letters:
    return Letters(f"smtp://127.0.0.1:{office.server_address[1]}", "desk@example.org")


def test_a_letter_arrives(office: socketserver.TCPServer) -> None:
    assert letters(office).send("ann@example.org", "Your link", "Hello,\n\nhttps://example.org/join/x\n")
    taken = office.letter  # type: ignore[attr-defined]
    assert {"From: desk@example.org", "To: ann@example.org", "Subject: Your link"} <= set(taken)
    assert "https://example.org/join/x" in taken


def test_a_refused_letter_is_told_without_the_address(
    office: socketserver.TCPServer, caplog: pytest.LogCaptureFixture
) -> None:
    office.answer = "550 nobody here"  # type: ignore[attr-defined]
    assert not letters(office).send("ann@example.org", "Your link", "Hello")
    assert "SMTPRecipientsRefused" in caplog.text
    assert "ann@" not in caplog.text


def test_a_server_that_is_not_there_is_told(caplog: pytest.LogCaptureFixture) -> None:
    assert not Letters("smtp://127.0.0.1:9", "desk@example.org").send("ann@example.org", "Your link", "Hello")
    assert "ConnectionRefusedError" in caplog.text


@pytest.mark.parametrize("unset", [Letters("", "desk@example.org"), Letters("smtp://localhost", "")])
def test_where_none_is_set_up_none_is_sent(unset: Letters) -> None:
    assert not unset.possible
    assert not unset.send("ann@example.org", "Your link", "Hello")


def test_no_address_adds_a_header(office: socketserver.TCPServer) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        letters(office).send("ann@example.org\nBcc: all@example.org", "Your link", "Hello")
