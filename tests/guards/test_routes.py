"""Every address of the product stands in one table, with what guards it; an unlisted route fails here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.guards.organizer_routes import GUARDED
from toolkit.app import create_app
from toolkit.config import Settings

# page   read by anyone: no cookie is set, nothing is written
# data   the same, but not HTML
# deed   changes something for anyone, without cookie or token: what another site sends is refused
Kind = Literal["page", "data", "deed"]


@dataclass(frozen=True)
class Route:
    """One address, what it is, and an example of it."""

    kind: Kind
    rule: str
    example: str


STRIPS = '/editions/<string(maxlength=40):code>/errata-<any("2up", "4up"):size>.pdf'
ROUTES = [
    Route("page", "/", "/"),
    Route("page", "/about", "/about"),
    Route("page", "/balance", "/balance"),
    Route("page", "/claims", "/claims"),
    Route("page", "/claims/<slug:claim_id>", "/claims/no-such-claim"),
    Route("data", "/claims.csv", "/claims.csv"),
    Route("data", "/claims.json", "/claims.json"),
    Route("page", "/cleared", "/cleared"),
    Route("page", "/corrections", "/corrections"),
    Route("data", "/corrections.atom", "/corrections.atom"),
    Route("page", "/editions", "/editions"),
    Route("deed", "/editions", "/editions"),
    Route("page", "/editions/<string(maxlength=40):code>", "/editions/no-such-code"),
    Route("data", "/editions/<string(maxlength=40):code>.pdf", "/editions/no-such-code.pdf"),
    Route("data", "/editions/<string(maxlength=40):code>.json", "/editions/no-such-code.json"),
    Route("deed", STRIPS, "/editions/no-such-code/errata-2up.pdf"),
    Route("data", "/fact-sheet.css", "/fact-sheet.css"),
    Route("page", "/glossary", "/glossary"),
    Route("data", "/healthz", "/healthz"),
    Route("data", "/meetings/<slug:meeting_id>.ics", "/meetings/no-such-meeting.ics"),
    Route("page", "/places", "/places?q=frederick"),
    Route("data", "/places.json", "/places.json?q=frederick"),
    Route("page", "/places/<geoid:geoid>", "/places/24021"),
    Route("page", "/places/<geoid:geoid>/deal", "/places/24021/deal?speakers=7"),
    Route("deed", "/places/<geoid:geoid>/deal", "/places/24021/deal"),
    Route("page", "/places/<geoid:geoid>/fact-sheet", "/places/24021/fact-sheet"),
    Route("deed", "/places/<geoid:geoid>/fact-sheet.pdf", "/places/24021/fact-sheet.pdf"),
    Route("deed", "/places/<geoid:geoid>/meeting.ics", "/places/24021/meeting.ics"),
    Route("page", "/places/<geoid:geoid>/meetings", "/places/24021/meetings"),
    Route("deed", "/places/<geoid:geoid>/meetings/<slug:meeting_id>.pdf", "/places/24021/meetings/next.pdf"),
    Route("page", "/places/<geoid:geoid>/testimony", "/places/24021/testimony"),
    Route("deed", "/places/<geoid:geoid>/testimony", "/places/24021/testimony"),
    Route("page", "/sources", "/sources"),
    Route("page", "/sources/<slug:source_id>", "/sources/no-such-source"),
    Route("page", "/suggest", "/suggest?about=claim:saf-03"),
    Route("deed", "/suggest", "/suggest"),
    Route("page", "/suggest/thanks", "/suggest/thanks"),
    Route("data", "/sources.bib", "/sources.bib"),
    Route("data", "/sources.csv", "/sources.csv"),
    Route("data", "/sources.json", "/sources.json"),
    Route("page", "/timeline", "/timeline"),
]
READ = [route for route in ROUTES if route.kind != "deed"]
DEEDS = [route for route in ROUTES if route.kind == "deed"]


@pytest.fixture
def folder(loaded_database: Path, tmp_path: Path) -> Path:
    """An instance folder with all shipped facts."""
    (tmp_path / "toolkit.sqlite").write_bytes(loaded_database.read_bytes())
    return tmp_path


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    """A visitor of a working installation."""
    return create_app(Settings(instance_dir=folder)).test_client()


def kept(folder: Path) -> dict[Path, bytes]:
    """What an installation remembers, file by file; SQLite's shared index is working memory."""
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".sqlite-shm"
    }


def test_the_table_is_the_whole_product(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
    there = {(rule.rule, method) for rule in rules for method in rule.methods - {"HEAD", "OPTIONS"}}
    public = {(route.rule, "POST" if route.kind == "deed" else "GET") for route in ROUTES}
    assert there == public | {(route.rule, route.method) for route in GUARDED}


def test_no_route_is_in_both_tables() -> None:
    assert {route.rule for route in ROUTES}.isdisjoint(route.rule for route in GUARDED)


def test_reading_sets_no_cookie_and_writes_nothing(client: FlaskClient, folder: Path) -> None:
    client.get("/")
    before = kept(folder)
    for route in READ:
        answer = client.get(route.example)
        assert answer.status_code == (404 if "no-such" in route.example else 200), route.example
        assert "Set-Cookie" not in answer.headers, route.example
        as_page = route.kind == "page" or (answer.status_code == 404 and not route.rule.endswith(".json"))
        assert (answer.mimetype == "text/html") == as_page, route.example
    assert kept(folder) == before


@pytest.mark.parametrize("route", READ, ids=lambda route: route.rule)
def test_each_answer_carries_the_security_headers(app: Flask, route: Route) -> None:
    headers = app.test_client().get(route.example).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("route", DEEDS, ids=lambda route: route.rule)
@pytest.mark.parametrize(
    "sent_by_another_site",
    [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["origin", "opaque origin", "fetch metadata"],
)
def test_a_deed_for_everyone_refuses_other_sites(
    app: Flask, route: Route, sent_by_another_site: dict[str, str]
) -> None:
    assert app.test_client().post(route.example, headers=sent_by_another_site).status_code == 403
