"""What an admin does with people, what everybody does with their account, and reading the log."""

import json

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from tests import organizers
from tests.clock import Clock
from tests.toolkit.access.conftest import HASH, PASSWORD
from tests.toolkit.views.organizer import OrganizerClient, browser
from tests.toolkit.views.strict import words_of
from toolkit.database import unit_of_work
from toolkit.models import Event, Person


@pytest.fixture
def clock(app: Flask) -> Clock:
    app.extensions["now"] = clock = Clock()
    return clock


@pytest.fixture
def admin(app: Flask, clock: Clock) -> OrganizerClient:
    made = browser(app)
    organizers.sign_in(app, made, email="ann@example.org", password_hash=HASH)
    return made


@pytest.fixture
def ben(app: Flask, clock: Clock) -> tuple[int, OrganizerClient]:
    """A reviewer's number and browser."""
    made = browser(app)
    return organizers.sign_in(app, made, "reviewer", email="ben@example.org", password_hash=HASH), made


def person(app: Flask, number: int) -> Person:
    with unit_of_work(app.extensions["engine"]) as work:
        return work.get_one(Person, number)


def test_a_role_is_changed_and_reaches_at_once(
    app: Flask, admin: OrganizerClient, ben: tuple[int, OrganizerClient]
) -> None:
    number, browser_of_ben = ben
    assert browser_of_ben.get("/desk/log").status_code == 403
    page = f"/desk/people/{number}"
    assert admin.fill(page, f"{page}/role", role="admin").status_code == 303
    assert browser_of_ben.get("/desk/log").status_code == 200
    assert admin.fill(page, f"{page}/role", role="owner").status_code == 400


def test_suspending_signs_out_at_once_and_ends(
    app: Flask, admin: OrganizerClient, ben: tuple[int, OrganizerClient]
) -> None:
    number, browser_of_ben = ben
    page = f"/desk/people/{number}"
    admin.fill(page, f"{page}/suspend")
    assert browser_of_ben.get("/desk").headers["Location"].startswith("/sign-in")
    assert browser_of_ben.fill("/sign-in", email="ben@example.org", password=PASSWORD).status_code == 403
    admin.fill(page, f"{page}/restore")
    assert person(app, number).state == "active"


def test_the_last_admin_stays(app: Flask, admin: OrganizerClient) -> None:
    with unit_of_work(app.extensions["engine"]) as work:
        number = work.scalars(select(Person.id)).one()
    page = f"/desk/people/{number}"
    for action, fields in ((f"{page}/suspend", {}), (f"{page}/role", {"role": "reviewer"})):
        refused = admin.fill(page, action, **fields)
        assert refused.status_code == 409
        assert "only admin" in refused.text
    assert admin.get("/desk/people").status_code == 200


@pytest.mark.parametrize("path", ["/desk/people/999", "/desk/people/99999999999999999999", "/desk/people/x"])
def test_nobody_is_nobody(admin: OrganizerClient, path: str) -> None:
    assert admin.get(path).status_code == 404


def test_another_name(app: Flask, ben: tuple[int, OrganizerClient]) -> None:
    number, client = ben
    assert client.fill("/desk/account", "/desk/account/name", name="  Ben  of Ohio ").status_code == 303
    assert person(app, number).name == "Ben of Ohio"
    assert client.fill("/desk/account", "/desk/account/name", name="").status_code == 400


def test_a_name_is_text_wherever_it_stands(admin: OrganizerClient) -> None:
    admin.fill("/desk/account", "/desk/account/name", name="<b onclick='x'>&\"")
    for path in ("/desk", "/desk/people", "/desk/log", "/desk/account"):
        assert "<b onclick" not in admin.get(path).text


def test_signing_out_elsewhere_leaves_this_browser(app: Flask, ben: tuple[int, OrganizerClient]) -> None:
    number, client = ben
    other = browser(app)
    with unit_of_work(app.extensions["engine"], write=True) as work:
        organizers.begin(app, other, work.get_one(Person, number))
    assert len(html.document_fromstring(client.get("/desk/account").text).cssselect("tbody tr")) == 2
    client.fill("/desk/account", "/desk/account/sign-out-others")
    assert other.get("/desk").status_code == 302
    assert client.get("/desk").status_code == 200


def test_grave_changes_take_the_password_once_more(
    app: Flask, ben: tuple[int, OrganizerClient], clock: Clock
) -> None:
    _, client = ben
    clock.wait(minutes=16)
    confirm = client.get("/desk/account/security").headers["Location"]
    assert client.fill(confirm, "/desk/account/confirm", password="wrong").status_code == 403
    assert client.fill(confirm, "/desk/account/confirm", password="").status_code == 400
    passed = client.fill(confirm, "/desk/account/confirm", password=PASSWORD)
    assert passed.headers["Location"] == "/desk/account/security"
    assert client.get("/desk/account/security").status_code == 200


def test_another_password_and_fresh_codes(app: Flask, ben: tuple[int, OrganizerClient]) -> None:
    _, client = ben
    page, new = "/desk/account/security", "another tractor morning"
    for fields, status in (
        ({"password": new, "again": "other"}, 400),
        ({"password": "short", "again": "short"}, 400),
        ({"password": new, "again": new}, 303),
    ):
        assert client.fill(page, "/desk/account/password", **fields).status_code == status
    codes = client.fill(page, "/desk/account/recovery-codes").text
    assert len(html.document_fromstring(codes).cssselect("ol.codes code")) == 10
    assert client.fill(page, "/desk/account/app/remove").status_code == 409
    other = browser(app)
    assert other.fill("/sign-in", email="ben@example.org", password=new).status_code == 303


def test_the_log_is_read_filtered_and_exported(
    app: Flask, admin: OrganizerClient, ben: tuple[int, OrganizerClient]
) -> None:
    number, client = ben
    client.fill("/desk/account", "/desk/account/name", name="=Ben")
    admin.fill(f"/desk/people/{number}", f"/desk/people/{number}/role", role="contributor")
    assert "2 deeds" in words_of(admin.page("/desk/log"))
    shown = words_of(admin.page("/desk/log", person=str(number)), "table")
    assert "person rename" in shown
    assert "person role" not in shown
    assert "Nothing in the log fits" in words_of(admin.page("/desk/log", subject="claim:"))
    table = admin.get("/desk/log.csv?deed=person.rename")
    assert table.mimetype == "text/csv"
    assert table.text.count("\r\n") == 2
    assert "'=Ben" in table.text
    events = json.loads(admin.get("/desk/log.json").text)["events"]
    assert [event["deed"] for event in events] == ["person.rename", "person.role"]


@pytest.mark.parametrize(
    "query",
    [
        "person=x",
        "person=999",
        "deed=nothing",
        "since=yesterday",
        "until=2026-13-45",
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999999999999",
        "subject=" + "x" * 300,
        "subject=%00",
        "since=9999-12-31",
        "until=9999-12-31",
        "until=0001-01-01",
    ],
)
def test_whatever_is_asked_of_the_log_is_answered(admin: OrganizerClient, query: str) -> None:
    for path in ("/desk/log", "/desk/log.csv", "/desk/log.json"):
        assert admin.get(f"{path}?{query}").status_code == 200


def test_no_address_of_a_visitor_and_no_secret_is_in_the_log(
    app: Flask, admin: OrganizerClient, ben: tuple[int, OrganizerClient]
) -> None:
    number, client = ben
    client.fill("/desk/account/security", "/desk/account/password", password=PASSWORD, again=PASSWORD)
    admin.fill(f"/desk/people/{number}", f"/desk/people/{number}/let-back")
    with unit_of_work(app.extensions["engine"]) as work:
        told = repr([(event.deed, event.subject, event.detail) for event in work.scalars(select(Event))])
    assert "person.password" in told
    assert not any(word in told for word in ("127.0.0.1", "marigold", "example.org", organizers.SECRET))
