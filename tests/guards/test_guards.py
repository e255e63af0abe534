"""Every organizers’ page refuses the signed-out, the half signed-in, lesser roles and forms without token."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.test import TestResponse

from tests import organizers
from tests.clock import Clock
from tests.guards.organizer_routes import GUARDED, Guarded
from toolkit import schema
from toolkit.access.roles import DEEDS, Role
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.models import Base
from toolkit.views.access import way_back

DEED_ROUTES = [route for route in GUARDED if route.guard in DEEDS]
HALF_WAY = [route for route in GUARDED if route.guard == "half way"]
ENROLLING = [route for route in GUARDED if route.guard == "enrolling"]
CLOSED = [route for route in GUARDED if route.guard != "anyone"]
TABLES = [table for table in Base.metadata.sorted_tables if table.name != "signed_in"]
LESSER = [(route, role) for route in DEED_ROUTES for role in Role if role < DEEDS[route.guard]]


def each(routes: list[Guarded]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("route", routes, ids=[f"{r.method} {r.rule}" for r in routes])


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Flask]:
    """The product without facts, at an hour that the test says; every test comes with people of its own."""
    made = create_app(Settings(instance_dir=tmp_path_factory.mktemp("guards"), base_url="http://localhost"))
    made.extensions["now"] = clock
    schema.migrate(made.extensions["engine"])
    yield made
    made.extensions["engine"].dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def ask(client: FlaskClient, route: Guarded) -> TestResponse:
    """Open the page, or send its form with a good token."""
    return client.get(route.path) if route.method == "GET" else organizers.send(client, route.path)


def leads_to(answer: TestResponse) -> str:
    """The path of the page that an answer sends its visitor to; empty where it sends nowhere."""
    return urlsplit(answer.headers.get("Location", "")).path


def rows(engine: Engine) -> dict[str, list[object]]:
    """Everything in the database but who is signed in."""
    with engine.connect() as link:
        return {table.name: list(link.execute(select(table))) for table in TABLES}


def test_the_table_is_every_guarded_view(app: Flask) -> None:
    there = set()
    for rule in app.url_map.iter_rules():
        guard = getattr(app.view_functions[rule.endpoint], "guard", None)
        if guard is not None:
            kind = guard.deed or guard.kind.replace("_", " ")
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                there.add((method, rule.rule, kind, guard.fresh or guard.kind == "enrolling"))
    assert there == {(route.method, route.rule, route.guard, route.fresh) for route in GUARDED}


@each(CLOSED)
def test_the_signed_out_are_sent_to_sign_in_and_nothing_happens(
    app: Flask, client: FlaskClient, route: Guarded
) -> None:
    before = rows(app.extensions["engine"])
    answer = ask(client, route)
    assert answer.status_code == 302
    assert leads_to(answer) == "/sign-in"
    assert rows(app.extensions["engine"]) == before


@each([route for route in DEED_ROUTES if route.method == "GET"])
def test_signing_in_leads_back_to_the_page(app: Flask, client: FlaskClient, route: Guarded) -> None:
    asked = f"{route.path}?page=2"
    way = client.get(asked).headers["Location"]
    organizers.sign_in(app, client, half=True)
    (signed,) = parse_qs(urlsplit(way).query)["next"]
    with app.test_request_context(f"/sign-in?next={signed}"):
        assert way_back.target() == asked


@each(DEED_ROUTES)
def test_half_a_session_opens_nothing(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, half=True)
    assert leads_to(ask(client, route)) == "/sign-in/second-factor"


@each(DEED_ROUTES)
def test_who_is_still_joining_opens_nothing(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, half=True, state="joining", totp_secret=None)
    assert leads_to(ask(client, route)) == "/second-factor"


@pytest.mark.parametrize(
    ("route", "role"), LESSER, ids=[f"{r.method} {r.rule} {role.label}" for r, role in LESSER]
)
def test_every_lesser_role_is_refused(app: Flask, client: FlaskClient, route: Guarded, role: Role) -> None:
    organizers.sign_in(app, client, role.label)
    before = rows(app.extensions["engine"])
    answer = ask(client, route)
    assert answer.status_code == 403
    assert f"takes the role of {DEEDS[route.guard].label}" in answer.text
    assert rows(app.extensions["engine"]) == before


@each(DEED_ROUTES)
def test_the_role_itself_is_let_in(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, DEEDS[route.guard].label)
    answer = ask(client, route)
    assert answer.status_code in (200, 303, 400, 404, 409)
    assert answer.headers["Cache-Control"] == "no-store"


@each(CLOSED)
def test_a_suspended_person_is_out_at_once(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, state="suspended")
    assert leads_to(ask(client, route)) == "/sign-in"


@each([route for route in GUARDED if route.fresh])
def test_what_is_grave_takes_the_password_again(
    app: Flask, client: FlaskClient, clock: Clock, route: Guarded
) -> None:
    organizers.sign_in(app, client)
    clock.wait(minutes=15, seconds=1)
    assert leads_to(ask(client, route)) == "/desk/account/confirm"


@each(ENROLLING)
def test_the_first_factor_alone_adds_no_second_one(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, half=True)
    assert leads_to(ask(client, route)) == "/sign-in/second-factor"


@each(HALF_WAY)
def test_the_second_step_is_for_who_took_the_first(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client)
    assert leads_to(ask(client, route)) == "/desk"


@each(HALF_WAY)
def test_who_joins_cannot_take_the_second_step(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client, half=True, state="joining", totp_secret=None)
    assert leads_to(ask(client, route)) == "/second-factor"


@each([route for route in GUARDED if route.method == "POST"])
def test_a_form_without_its_token_is_refused(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client)
    before = rows(app.extensions["engine"])
    for data in ({}, {"csrf_token": "made up"}):
        answer = client.post(route.path, data=data)
        assert answer.status_code == 400
        assert "This form could not be taken" in answer.text
    assert rows(app.extensions["engine"]) == before


@each([route for route in GUARDED if route.method == "POST"])
def test_another_site_sends_nothing(app: Flask, client: FlaskClient, route: Guarded) -> None:
    organizers.sign_in(app, client)
    sent = client.post(route.path, headers={"Sec-Fetch-Site": "cross-site"})
    assert sent.status_code in (400, 403)
