"""What holds for every request: one unit of work, files that browsers keep, nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy import event, select

from tests import factories
from tests.toolkit.views.strict import StrictClient
from toolkit.app import STATIC, create_app, fingerprint
from toolkit.config import Settings
from toolkit.database import session, unit_of_work
from toolkit.models import Jurisdiction, Source
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers

NEW = "2499999"


@pytest.fixture
def writing(app: Flask) -> FlaskClient:
    """A visitor of an app with three more addresses, each of which founds a town."""

    def found_town() -> str:
        session().add(factories.jurisdiction(NEW, "place", "Newtown town", "town", "MD", "24021"))
        session().flush()
        return "founded"

    def found_and_fail() -> str:
        found_town()
        abort(409)

    def found_and_refuse() -> tuple[str, int]:
        return found_town(), 422

    for name, view in {"good": found_town, "fail": found_and_fail, "refuse": found_and_refuse}.items():
        app.add_url_rule(f"/found/{name}", name, app.extensions["csrf"].exempt(view), methods=["GET", "POST"])
    return FlaskClient(app)


def is_founded(app: Flask) -> bool:
    """Whether the town is there for the next request."""
    with unit_of_work(app.extensions["engine"]) as opened:
        return opened.get(Jurisdiction, NEW) is not None


def test_a_deed_is_committed_once_it_has_succeeded(app: Flask, writing: FlaskClient) -> None:
    assert writing.post("/found/good").status_code == 200
    assert is_founded(app)


@pytest.mark.parametrize("path", ["/found/fail", "/found/refuse"])
def test_a_deed_that_is_refused_leaves_nothing(app: Flask, writing: FlaskClient, path: str) -> None:
    assert writing.post(path).status_code in (409, 422)
    assert not is_founded(app)


def test_reading_writes_nothing(app: Flask, writing: FlaskClient) -> None:
    assert writing.get("/found/good").status_code == 200
    assert not is_founded(app)


def test_an_organizers_form_without_a_token_is_refused(app: Flask) -> None:
    app.add_url_rule("/guarded", "guarded", lambda: "done", methods=["POST"])
    assert StrictClient(app).post("/guarded").status_code == 400


def test_files_are_kept_for_good_under_an_address_of_their_contents(visitor: StrictClient) -> None:
    page = visitor.page("/")
    (sheet, *_) = [link.get("href") for link in page.cssselect("link[rel=stylesheet]")]
    assert sheet.startswith(f"/static/{fingerprint(STATIC)}/")
    with visitor.get(sheet) as there, visitor.get(sheet + ".missing") as missing:
        assert "immutable" in there.headers["Cache-Control"]
        assert "immutable" not in missing.headers["Cache-Control"]


def test_the_fingerprint_follows_every_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("one")
    before = fingerprint(tmp_path)
    (tmp_path / "a.css").write_text("two")
    assert fingerprint(tmp_path) != before


def test_no_stylesheet_asks_another_host(visitor: StrictClient) -> None:
    own = [path.read_text() for path in STATIC.glob("*.css")]
    for css in [*own, visitor.get("/fact-sheet.css").text]:
        assert re.findall(r"@import|url\(\s*[\"']?(?:[a-z]+:|//)", css) == []
    used = {name for css in own for name in re.findall(r"url\(\"([^\"]+)\"\)", css)}
    assert used
    assert all((STATIC / name).is_file() for name in used)


def test_what_the_first_visitor_needs_is_made_before(app: Flask, visitor: StrictClient) -> None:
    app.warm()  # type: ignore[attr-defined]
    assert visitor.get("/places.json?q=waterbury").get_json()["places"][0]["url"] == "/places/0980000"


def test_the_library_is_read_before_the_first_visitor_comes(app: Flask, visitor: StrictClient) -> None:
    app.warm()  # type: ignore[attr-defined]
    statements: list[str] = []
    event.listen(app.extensions["engine"], "before_cursor_execute", lambda *call: statements.append(call[2]))
    assert visitor.get("/places/24021/fact-sheet").status_code == 200
    assert statements
    assert [each for each in statements if "claim_citation" in each] == []


def test_a_source_that_cannot_be_worded_does_not_keep_the_house_shut(
    app: Flask, visitor: StrictClient
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as work:
        source = work.scalars(select(Source).limit(1)).one()
        source.csl = {**source.csl, "issued": {"date-parts": [["soon"]]}}
    app.warm()  # type: ignore[attr-defined]
    assert visitor.get("/").status_code == 200


def test_a_house_without_a_database_starts_all_the_same(tmp_path: Path, renderers: Renderers) -> None:
    settings = Settings(instance_dir=tmp_path)
    app = create_app(settings)
    engine = app.extensions["engine"]
    app.extensions["press_room"] = PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)
    app.warm()  # type: ignore[attr-defined]
    assert app.test_client().get("/").status_code == 200
    assert app.test_client().get("/healthz").status_code == 200
    engine.dispose()


def test_health_is_told_in_one_word(visitor: StrictClient) -> None:
    assert visitor.get("/healthz").text == "ok\n"
