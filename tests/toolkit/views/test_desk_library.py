"""The library file in the browser and at the terminal: taken out, sent back, shown, made drafts of."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests import organizers
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.database import unit_of_work
from toolkit.models import Claim, Upload


@pytest.fixture
def anna(app: Flask) -> OrganizerClient:
    client = browser(app)
    organizers.sign_in(app, client, "reviewer", email="anna@example.org")
    return client


def send(client: OrganizerClient, content: bytes, name: str) -> TestResponse:
    token = organizers.TOKEN.findall(client.get("/desk/library").text)[0]
    parts = [
        f'name="csrf_token"\r\n\r\n{token}'.encode(),
        f'name="file"; filename="{name}"\r\n\r\n'.encode() + content,
    ]
    body = b"".join(b"--edge\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts)
    sent: dict[str, Any] = {
        "data": body + b"--edge--\r\n",
        "content_type": "multipart/form-data; boundary=edge",
    }
    headers = {"Referer": f"{organizers.origin(client.application)}/desk/library"}
    return client.post("/desk/library", **sent, headers=headers, follow_redirects=True)


def printed(app: Flask) -> tuple[str, str]:
    """A claim that prints, and how its text begins."""
    with unit_of_work(app.extensions["engine"]) as work:
        claim = work.scalars(select(Claim).where(Claim.printed.is_not(None)).order_by(Claim.id)).first()
        assert claim is not None
        return claim.id, " ".join(claim.current.text.split())[:12]


def test_a_file_goes_out_and_comes_back_as_drafts(app: Flask, anna: OrganizerClient) -> None:
    claim_id, begins = printed(app)
    out = anna.get("/desk/library/claims.yaml")
    assert 'filename="claims.yaml"' in out.headers["Content-Disposition"]
    assert "There is nothing to take." in send(anna, out.data, "claims.yaml").text
    edited = out.text.replace(begins, "Newly worded", 1).encode()
    shown = send(anna, edited, "claims.yaml")
    assert "<ins>" in shown.text
    assert f"would change: {claim_id}" in shown.text
    without = anna.fill("/desk/library/preview", "/desk/library/take", reason="Clearer.")
    assert (without.status_code, "Write one sentence for people" in without.text) == (409, True)
    assert 'value="Clearer."' in without.text
    told = {"reason": "Clearer.", "notice": "We said it more clearly."}
    done = anna.fill("/desk/library/preview", "/desk/library/take", **told)
    assert (done.status_code, claim_id in done.text) == (200, True)
    with unit_of_work(app.extensions["engine"]) as work:
        claim = work.get_one(Claim, claim_id)
        assert (claim.status, claim.printed, claim.newest) == ("draft", 1, 2)
        assert work.scalar(select(Upload.id)) is None
    again = send(anna, edited.replace(b"Newly worded", b"Other words."), "claims.yaml")
    assert "Somebody changed these claims since" in again.text


def test_a_file_that_cannot_be_read_is_not_kept(app: Flask, anna: OrganizerClient) -> None:
    answer = send(anna, b"claims:\n- &a {id: x}\n- *a\n", "claims.yaml")
    assert (answer.status_code, "Line 2 has an anchor" in answer.text) == (400, True)
    assert "lacks the columns" in send(anna, b"a,b\n1,2\n", "claims.csv").text
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalar(select(Upload.id)) is None


def test_a_contributor_takes_it_out_and_sends_nothing(app: Flask) -> None:
    carl = browser(app)
    organizers.sign_in(app, carl, "contributor")
    page = carl.get("/desk/library").text
    assert "Send it back" not in page
    assert carl.get("/desk/library/claims.csv").text.startswith("\ufeffid,base,status")


def test_the_same_at_a_terminal(app: Flask, anna: OrganizerClient, tmp_path: Path) -> None:
    run = app.test_cli_runner().invoke
    file, (claim_id, begins) = tmp_path / "claims.csv", printed(app)
    who = ("--as", "anna@example.org")
    assert run(args=("library", "export", str(file), *who)).exit_code == 0
    file.write_text(file.read_text().replace(begins, "Newly worded", 1))
    shown = run(args=("library", "import", str(file), *who))
    assert f"{claim_id}\tchanged\tThe claim" in shown.stdout
    told = ("--reason", "Clearer.", "--notice", "Clearer.")
    done = run(args=("library", "import", str(file), "--yes", *told, *who))
    assert "0 new drafts, 1 changed; 0 left as they are." in done.stdout
    unknown = run(args=("library", "export", str(file), "--as", "nobody@example.org"))
    assert "Nobody has the address" in unknown.stderr
