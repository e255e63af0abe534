"""From an admin's invitation to a desk of one's own, and back in for who was locked out."""

import re

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from tests import organizers
from tests.clock import Clock
from tests.toolkit.access.conftest import HASH, PASSWORD
from tests.toolkit.views.organizer import OrganizerClient, browser, code
from toolkit.access.letters import Letters
from toolkit.database import unit_of_work
from toolkit.models import Event, Person

LINK = re.compile(r"/join/[\w-]{43}")


@pytest.fixture
def clock(app: Flask) -> Clock:
    app.extensions["now"] = clock = Clock()
    return clock


@pytest.fixture
def admin(app: Flask, clock: Clock) -> OrganizerClient:
    """The browser of an admin who has just signed in."""
    made = browser(app)
    organizers.sign_in(app, made, email="ann@example.org")
    return made


@pytest.fixture
def newcomer(app: Flask, clock: Clock) -> OrganizerClient:
    return browser(app)


def invited(admin: OrganizerClient, email: str = "dora@example.org", role: str = "reviewer") -> str:
    """The path of a new link to join."""
    (link,) = LINK.findall(admin.fill("/desk/people/invite", email=email, role=role).text)
    return str(link)


def joined(newcomer: OrganizerClient, link: str, clock: Clock) -> str:
    """Join by the link and set up an app; the page with the recovery codes."""
    chosen = newcomer.fill(link, name="Dora", password=PASSWORD, again=PASSWORD).headers["Location"]
    app_page = newcomer.fill(chosen, "/second-factor/app").headers["Location"]
    (secret,) = html.document_fromstring(newcomer.get(app_page).text).cssselect("code.key")
    assert newcomer.get("/second-factor/app.svg").mimetype == "image/svg+xml"
    return newcomer.fill(app_page, "/second-factor/app/code", code=code(clock, secret.text)).text


def test_who_is_invited_joins_and_gets_codes_once(
    app: Flask, admin: OrganizerClient, newcomer: OrganizerClient, clock: Clock
) -> None:
    link = invited(admin)
    assert "dora@example.org" in newcomer.get(link).text
    shown = html.document_fromstring(joined(newcomer, link, clock))
    assert len(shown.cssselect("ol.codes code")) == 10
    assert "Hello Dora" in newcomer.get("/desk").text
    assert newcomer.get("/desk/people").status_code == 403
    assert newcomer.get(link).status_code == 410
    with unit_of_work(app.extensions["engine"]) as work:
        deeds = work.scalars(select(Event.deed).order_by(Event.number)).all()
    assert deeds == ["person.invite", "person.join", "person.add_factor"]


def test_a_link_used_twice_is_gone(admin: OrganizerClient, newcomer: OrganizerClient, clock: Clock) -> None:
    link = invited(admin)
    token = organizers.TOKEN.findall(newcomer.get(link).text)[0]
    data = {"csrf_token": token, "name": "Dora", "password": PASSWORD, "again": PASSWORD}
    headers = {"Referer": organizers.origin(newcomer.application)}
    assert newcomer.post(link, data=data, headers=headers).status_code == 303
    again = newcomer.post(link, data=data, headers=headers)
    assert again.status_code in (400, 410), "the old token went with the old session"
    assert newcomer.get(link).status_code == 410


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "", "password": PASSWORD, "again": PASSWORD}, "Type a name"),
        ({"name": "Dora", "password": PASSWORD, "again": "other"}, "differ"),
        ({"name": "Dora", "password": "short", "again": "short"}, "Use 12 to 128"),
        ({"name": "Dora", "password": "password12345", "again": "password12345"}, "easy to guess"),
        ({"name": "D" * 81, "password": PASSWORD, "again": PASSWORD}, "under 80"),
        ({"name": "D\0", "password": PASSWORD, "again": PASSWORD}, "not text"),
    ],
)
def test_what_is_not_right_is_said_and_the_link_stays(
    admin: OrganizerClient, newcomer: OrganizerClient, fields: dict[str, str], said: str
) -> None:
    link = invited(admin)
    sent = newcomer.fill(link, **fields)
    assert sent.status_code == 400
    assert said in sent.text
    assert newcomer.get(link).status_code == 200


def test_who_stopped_half_way_cannot_sign_in_but_gets_a_new_link(
    admin: OrganizerClient, newcomer: OrganizerClient, clock: Clock
) -> None:
    newcomer.fill(invited(admin), name="Dora", password=PASSWORD, again=PASSWORD)
    later = browser(newcomer.application)
    assert later.fill("/sign-in", email="dora@example.org", password=PASSWORD).status_code == 403
    assert "has no second factor yet" in admin.get("/desk/people").text
    joined(later, invited(admin), clock)
    assert later.get("/desk").status_code == 200


def test_who_is_locked_out_comes_back_by_a_link(
    app: Flask, admin: OrganizerClient, newcomer: OrganizerClient, clock: Clock
) -> None:
    number = organizers.sign_in(app, browser(app), "reviewer", email="ben@example.org", password_hash=HASH)
    page = f"/desk/people/{number}"
    (link,) = LINK.findall(admin.fill(page, f"{page}/let-back").text)
    assert "Come back in" in newcomer.get(link).text
    joined(newcomer, link, clock)
    with unit_of_work(app.extensions["engine"]) as work:
        ben = work.get_one(Person, number)
        assert (ben.role, ben.state) == ("reviewer", "active")
        assert ben.password_hash != HASH


def test_an_invitation_is_refused_where_it_makes_no_sense(admin: OrganizerClient) -> None:
    here = admin.fill("/desk/people/invite", email="ANN@example.org", role="admin")
    assert (here.status_code, "is here already" in here.text) == (409, True)
    for fields in ({"email": "", "role": "admin"}, {"email": "d@example.org", "role": "owner"}):
        assert admin.fill("/desk/people/invite", **fields).status_code == 400


def test_a_link_can_be_withdrawn(admin: OrganizerClient, newcomer: OrganizerClient) -> None:
    link = invited(admin)
    shown = html.document_fromstring(admin.get("/desk/people").text)
    (action,) = [form.get("action") for form in shown.forms if form.get("action").endswith("/withdraw")]
    assert admin.fill("/desk/people", action).status_code == 303
    assert newcomer.get(link).status_code == 410


def test_links_carry_the_public_address_whatever_host_was_asked(app: Flask, admin: OrganizerClient) -> None:
    answer = admin.fill("/desk/people/invite", email="dora@example.org", role="reviewer")
    assert f"{organizers.origin(app)}/join/" in answer.text


class Office(Letters):
    """A post office that remembers what it was given."""

    __slots__ = ()
    taken: list[tuple[str, str]] = []

    def send(self, to: str, subject: str, text: str) -> bool:
        self.taken.append((to, text))
        return True


def test_a_letter_takes_the_link_where_mail_is_set_up(
    app: Flask, admin: OrganizerClient, newcomer: OrganizerClient
) -> None:
    app.extensions["letters"] = office = Office("smtp://localhost", "desk@example.org")
    office.taken.clear()
    shown = admin.fill("/desk/people/invite", email="dora@example.org", role="reviewer").text
    ((to, text),) = office.taken
    assert to == "dora@example.org"
    assert LINK.findall(text) == LINK.findall(shown)
    assert "&" not in text
    admin.fill("/desk/people/invite", email="ann@example.org", role="reviewer")
    assert len(office.taken) == 1
