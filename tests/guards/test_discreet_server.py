"""The logs tell nothing about a visitor: no address, no path, no words of an error."""

import os
import socket
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from flask import Flask

from tests.server import serving

FAILING = "tests.guards.failing_app:fail"


@pytest.fixture
def log(repository: Path) -> str:
    """What gunicorn logs of one failing and one malformed request."""
    with serving(repository, dict(os.environ), FAILING) as (origin, whole_log):
        with pytest.raises(HTTPError, match="500") as refusal:
            urlopen(f"{origin}/the-visitors-path?q=the-visitors-words", timeout=60)
        refusal.value.close()
        port = urlsplit(origin).port or 0
        with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            connection.sendall(b"GET the visitors garbage\r\n\r\n")
            assert b"400 Bad Request" in connection.recv(4096)
        return whole_log()


def test_the_log_names_the_fault_but_not_the_visitor(log: str) -> None:
    after_start = log.split("Booting worker")[1]
    assert "A request failed with LookupError" in after_start
    assert "failing_app.py" in after_start
    assert "Refused a malformed request" in after_start
    assert "visitor" not in after_start
    assert "127.0.0.1" not in after_start


def test_the_application_logs_a_failure_without_the_visitor(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(words: str) -> str:
        raise LookupError(words)

    app.add_url_rule("/failing/<words>", "failing", fail)
    assert app.test_client().get("/failing/the-visitors-path?q=the-visitors-words").status_code == 500
    assert "failing failed with LookupError" in caplog.text
    assert "test_discreet_server.py" in caplog.text
    assert "visitor" not in caplog.text
