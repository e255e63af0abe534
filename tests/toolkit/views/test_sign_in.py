"""Signing in as a browser sees it: cookies, words, statuses, and the way back."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import delete, select

from tests import factories, organizers
from tests.authenticator import Authenticator
from tests.clock import Clock
from tests.toolkit.access.conftest import HASH, PASSWORD
from tests.toolkit.views.organizer import OrganizerClient, browser, code
from toolkit.access.second_factor import new_recovery_codes
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Passkey, Person, RecoveryCode, SignedIn

ANN = "ann@example.org"


@pytest.fixture
def clock(app: Flask) -> Clock:
    app.extensions["now"] = clock = Clock()
    return clock


@pytest.fixture
def ann(app: Flask, clock: Clock) -> int:
    """An admin with a password and an app; her number."""
    with unit_of_work(app.extensions["engine"], write=True) as work:
        person = factories.person(ANN, "admin", password_hash=HASH, totp_secret=organizers.SECRET)
        work.add(person)
        work.flush()
        return person.id


@pytest.fixture
def client(app: Flask, clock: Clock) -> OrganizerClient:
    return browser(app)


def password(client: OrganizerClient, page: str = "/sign-in", email: str = ANN, word: str = PASSWORD) -> str:
    """Take the first step; gives where it leads."""
    return client.fill(page, email=email, password=word).headers["Location"]


def whole(client: OrganizerClient, clock: Clock, page: str = "/sign-in") -> str:
    """Take both steps; gives where they lead."""
    return client.fill(password(client, page), code=code(clock)).headers["Location"]


def tokens(app: Flask) -> set[str]:
    with unit_of_work(app.extensions["engine"]) as work:
        return {row.token_hash for row in work.scalars(select(SignedIn))}


def test_both_steps_lead_to_the_desk(ann: int, client: OrganizerClient, clock: Clock) -> None:
    assert whole(client, clock) == "/desk"
    assert "Hello Ann" in client.get("/desk").text


def test_the_way_back_leads_to_the_page_that_was_wanted(
    ann: int, client: OrganizerClient, clock: Clock
) -> None:
    to_sign_in = client.get("/desk/log?subject=claim:").headers["Location"]
    assert whole(client, clock, to_sign_in) == "/desk/log?subject=claim:"


@pytest.mark.parametrize(
    "made_up", ["/desk/people", "https://elsewhere.example", "//elsewhere.example", "x.y.z"]
)
def test_a_way_back_that_we_did_not_sign_leads_to_the_desk(
    ann: int, client: OrganizerClient, clock: Clock, made_up: str
) -> None:
    assert whole(client, clock, f"/sign-in?next={made_up}") == "/desk"


def test_a_form_sent_by_the_signed_out_leads_back_to_its_page(
    ann: int, client: OrganizerClient, clock: Clock
) -> None:
    whole(client, clock)
    clock.wait(hours=9)
    page = client.get("/sign-in").text
    token = organizers.TOKEN.findall(page)[0]
    base = organizers.origin(client.application)
    for came_from, back in (
        (f"{base}/desk/account", "/desk/account"),
        (f"{base}//elsewhere.example", "/desk"),
        (f"{base}/places", "/desk"),
    ):
        sent = client.post(
            "/desk/account/name", data={"csrf_token": token, "name": "A"}, headers={"Referer": came_from}
        )
        assert sent.status_code == 302
        fresh = browser(client.application)
        clock.wait(minutes=6)
        assert whole(fresh, clock, sent.headers["Location"]) == back


def test_every_refusal_is_the_same_answer(
    app: Flask, ann: int, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[int] = []
    verify = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda *given: checks.append(1) or verify(*given))
    answers = []
    for email, word in ((ANN, "wrong"), ("nobody@example.org", "wrong"), ("nobody@example.org", PASSWORD)):
        sent = browser(app).fill("/sign-in", email=email, password=word)
        words = organizers.TOKEN.sub("", sent.text).replace(email, "")
        answers.append((sent.status_code, words, sorted(name for name, _ in sent.headers)))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 403
    assert "do not go together" in answers[0][1]
    assert len(checks) == 3


def test_too_many_tries_say_when_to_come_back(app: Flask, ann: int, clock: Clock) -> None:
    client = browser(app)
    for _ in range(10):
        assert client.fill("/sign-in", email=ANN, password="wrong").status_code == 403
    refused = client.fill("/sign-in", email=ANN, password=PASSWORD)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "301")
    assert "Wait 6 minutes" in refused.text
    clock.wait(minutes=5)
    assert password(client).startswith("/sign-in/second-factor")


def test_the_cookie_is_tied_to_the_host_and_out_of_reach_of_scripts(
    ann: int, client: OrganizerClient, clock: Clock
) -> None:
    page = client.fill("/sign-in", email=ANN, password=PASSWORD).headers["Location"]
    cookie = client.fill(page, code=code(clock)).headers["Set-Cookie"]
    name, *attributes = cookie.split("; ")
    assert name.startswith("__Host-organizer=")
    assert sorted(attributes) == ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]


def test_each_step_gives_a_new_session_and_kills_the_old(
    app: Flask, ann: int, client: OrganizerClient, clock: Clock
) -> None:
    page = password(client)
    half = tokens(app)
    with client.session_transaction(base_url=organizers.origin(app)) as cookie:
        old = dict(cookie)
    client.fill(page, code=code(clock))
    assert len(tokens(app)) == 1
    assert tokens(app).isdisjoint(half)
    thief = browser(app)
    with thief.session_transaction(base_url=organizers.origin(app)) as cookie:
        cookie.update(old)
    assert thief.get("/desk").headers["Location"].startswith("/sign-in?")


def test_signing_out_ends_the_session_on_the_server(
    app: Flask, ann: int, client: OrganizerClient, clock: Clock
) -> None:
    whole(client, clock)
    out = client.fill("/desk", "/sign-out")
    assert (out.status_code, out.headers["Clear-Site-Data"]) == (303, '"cache"')
    assert tokens(app) == set()
    assert client.get("/desk").status_code == 302


def test_a_wrong_code_says_so_and_the_right_one_works_once(
    app: Flask, ann: int, client: OrganizerClient, clock: Clock
) -> None:
    page, right = password(client), code(clock)
    wrong = client.fill(page, code="000000")
    assert wrong.status_code == 403
    assert "does not fit" in wrong.text
    assert client.fill(page, code="").status_code == 400
    assert client.fill(page, code=right).status_code == 303
    other = browser(app)
    assert other.fill(password(other), code=right).status_code == 403


def test_a_recovery_code_gets_in_and_the_desk_warns_when_few_are_left(
    app: Flask, ann: int, client: OrganizerClient, clock: Clock
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as work:
        first, *_ = new_recovery_codes(work.get_one(Person, ann))
    assert client.fill(password(client), code=first).headers["Location"] == "/desk"
    assert "recovery codes left" not in client.get("/desk").text
    with unit_of_work(app.extensions["engine"], write=True) as work:
        work.execute(delete(RecoveryCode))
    assert "recovery codes left" in client.get("/desk").text


def test_a_passkey_gets_in(app: Flask, ann: int, client: OrganizerClient, clock: Clock) -> None:
    base = organizers.origin(app)
    device = Authenticator(base)
    whole(client, clock)
    page = client.get("/second-factor").text
    token = {"csrf_token": organizers.TOKEN.findall(page)[0]}
    headers = {"Referer": f"{base}/second-factor"}
    question = client.post("/second-factor/passkey/question", data=token, headers=headers).text
    made = {"answer": device.make(question), "label": "blue key"}
    assert client.post("/second-factor/passkey", data=token | made, headers=headers).status_code == 303
    other = browser(app)
    clock.wait(minutes=6)
    page = other.get(password(other)).text
    assert "Use your passkey" in page
    token = {"csrf_token": organizers.TOKEN.findall(page)[0]}
    question = other.post("/sign-in/passkey/question", data=token, headers=headers).text
    refused = other.post("/sign-in/passkey", data=token | {"answer": "{}"}, headers=headers)
    assert refused.status_code == 403
    assert "was not accepted" in refused.text
    signed = other.post("/sign-in/passkey", data=token | {"answer": device.sign(question)}, headers=headers)
    assert signed.headers["Location"] == "/desk"
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalars(select(Passkey)).one().label == "blue key"


def test_thirty_idle_minutes_sign_out_and_a_click_renews_them(
    ann: int, client: OrganizerClient, clock: Clock
) -> None:
    whole(client, clock)
    for _ in range(3):
        clock.wait(minutes=29)
        assert client.get("/desk").status_code == 200
    clock.wait(minutes=30, seconds=1)
    assert client.get("/desk").status_code == 302


@pytest.mark.parametrize(
    ("email", "word"),
    [("", PASSWORD), (ANN, ""), ("not an address", "x"), ("a\0@b", "x"), ("x" * 300 + "@b", "x")],
)
def test_what_is_not_filled_in_is_said(app: Flask, clock: Clock, email: str, word: str) -> None:
    sent = browser(app).fill("/sign-in", email=email, password=word)
    assert sent.status_code == 400
    assert 'class="error"' in sent.text


def test_public_pages_see_no_cookie_even_of_the_signed_in(
    ann: int, client: OrganizerClient, clock: Clock
) -> None:
    whole(client, clock)
    for public in ("/", "/claims", "/sources", "/about"):
        answer = client.get(public)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(("proxies", "refused"), [(0, 10), (1, 0)])
def test_a_forwarded_address_counts_where_that_many_proxies_are_said_to_stand(
    small_world: Path, tmp_path: Path, proxies: int, refused: int
) -> None:
    settings = Settings(
        instance_dir=tmp_path,
        database_url=f"sqlite:///{small_world}",
        proxies=proxies,
        base_url="http://localhost",
    )
    app = create_app(settings)
    client, statuses = app.test_client(), []
    token = organizers.TOKEN.findall(client.get("/sign-in").text)[0]
    for n in range(40):
        data = {"csrf_token": token, "email": f"{n}@example.org", "password": "x"}
        forwarded = {"X-Forwarded-For": f"203.0.113.9, 10.0.{n}.1"}
        statuses.append(client.post("/sign-in", data=data, headers=forwarded).status_code)
    assert statuses.count(429) == refused
    app.extensions["engine"].dispose()
