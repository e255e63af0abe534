"""ICE's newest list in the browser: sent, shown, loaded once, and what is refused on the way."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests import organizers
from tests.toolkit.imports.roster.test_workbook import rewritten, with_xml
from tests.toolkit.imports.samples import row, workbook
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.database import unit_of_work
from toolkit.models import Agreement, Event, Roster, Upload

NAME = "participatingAgencies11202026am.xlsx"
SHERIFF = row()
POLICE = row(
    LAW_ENFORCEMENT_AGENCY="@Frederick Police Department",
    TYPE="Municipality",
    SUPPORT_TYPE="Task Force Model",
)
NOBODY = row(
    LAW_ENFORCEMENT_AGENCY="Nonesuch Police Department", COUNTY=None, SUPPORT_TYPE="Task Force Model"
)
MARS = row(STATE="MARS")


@pytest.fixture
def anna(app: Flask) -> OrganizerClient:
    client = browser(app)
    organizers.sign_in(app, client, "reviewer")
    return client


def send(client: OrganizerClient, content: bytes, name: str = NAME, **fields: str) -> TestResponse:
    token = organizers.TOKEN.findall(client.get("/desk/agreements").text)[0]
    headers = {"Referer": f"{organizers.origin(client.application)}/desk/agreements"}
    sent = multipart(content, name, csrf_token=token, **fields)
    return client.post("/desk/agreements", **sent, headers=headers, follow_redirects=True)


def multipart(content: bytes, name: str, **fields: str) -> dict[str, Any]:
    """As a browser writes it; the test client would leave a temporary file open."""
    parts = [f'name="{field}"\r\n\r\n{value}'.encode() for field, value in fields.items()]
    parts.append(f'name="file"; filename="{name}"\r\n\r\n'.encode() + content)
    body = b"".join(b"--edge\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts)
    return {"data": body + b"--edge--\r\n", "content_type": "multipart/form-data; boundary=edge"}


def in_database(app: Flask) -> dict[str, int]:
    with unit_of_work(app.extensions["engine"]) as work:
        return {
            each.__tablename__: work.scalar(select(func.count()).select_from(each)) or 0
            for each in (Roster, Upload, Event)
        }


def small_list() -> bytes:
    return workbook([SHERIFF, POLICE, NOBODY, MARS])


def test_a_list_is_shown_before_it_is_loaded_and_then_counts(app: Flask, anna: OrganizerClient) -> None:
    before, mine = in_database(app), small_list()
    shown = send(anna, mine)
    assert "The list of November\u00a020,\u00a02026" in shown.text
    assert "Nonesuch Police Department" in shown.text
    assert "last listed 2026-11-02" in shown.text
    assert "MARS" in shown.text
    table = anna.get("/desk/agreements/preview.csv").text
    assert "added,MD,'@Frederick Police Department,task force,2020-06-09" in table
    assert in_database(app) == {**before, "upload": 1, "event": before["event"] + 1}
    taken = anna.fill("/desk/agreements/preview", "/desk/agreements/take", smaller="y")
    assert "is loaded" in taken.text
    assert in_database(app) == {"roster": before["roster"] + 1, "upload": 0, "event": before["event"] + 2}
    with unit_of_work(app.extensions["engine"]) as work:
        event = work.scalars(select(Event).order_by(Event.number.desc())).first()
        assert event is not None
        assert (event.deed, event.subject, event.detail["agreements"]) == (
            "agreements.import",
            "list:2026-11-20",
            3,
        )
        gone = work.scalars(select(Agreement).where(Agreement.agency == "Maryland State Guard")).one()
        assert gone.gone_by == date(2026, 11, 20)
    assert "November\u00a020,\u00a02026" in browser(app).get("/places/24021").text
    assert "loaded already, as the list of November 20, 2026" in send(anna, mine).text


def test_a_list_far_smaller_than_the_last_takes_a_knowing_tick(app: Flask, anna: OrganizerClient) -> None:
    assert "It is probably cut off" in send(anna, small_list()).text
    refused = anna.fill("/desk/agreements/preview", "/desk/agreements/take")
    assert refused.status_code == 409
    assert in_database(app)["roster"] == 1


def test_a_list_whose_day_is_in_doubt_is_kept_until_somebody_gives_it(anna: OrganizerClient) -> None:
    assert "does not say its date" in send(anna, small_list(), "list.xlsx").text
    assert "is already loaded" in anna.get("/desk/agreements/preview?listed=2026-11-01").text
    assert (
        "The list of November\u00a019,\u00a02026"
        in anna.get("/desk/agreements/preview?listed=2026-11-19").text
    )
    assert anna.fill("/desk/agreements/preview", "/desk/agreements/drop").status_code == 303
    assert anna.get("/desk/agreements/preview").status_code == 303


def test_a_list_that_was_shown_before_another_one_came_is_shown_again(
    app: Flask, anna: OrganizerClient
) -> None:
    send(anna, small_list())
    bert = browser(app)
    organizers.sign_in(app, bert, "reviewer")
    with unit_of_work(app.extensions["engine"], write=True) as work:
        last = work.scalars(select(Roster)).one()
        mine = work.scalars(select(Upload)).one().sha256
        since = last.sha256
    send(bert, workbook([SHERIFF]), "participatingAgencies11192026am.xlsx")
    assert bert.fill("/desk/agreements/preview", "/desk/agreements/take", smaller="y").status_code == 200
    answer = organizers.send(anna, "/desk/agreements/take", sha256=mine, since=since, smaller="y")
    assert answer.status_code == 409
    assert "Somebody loaded a list meanwhile" in answer.text
    assert anna.get("/desk/agreements/preview.csv").text.count("unmatched") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"PK\x03\x04 not a zip", "damaged workbook", id="not a workbook"),
        pytest.param(rewritten({"xl/media/zeros.bin": bytes(9_000_000)}), "was not opened", id="zip bomb"),
        pytest.param(
            with_xml(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
            "was not opened",
            id="merged",
        ),
        pytest.param(with_xml(b"<c/>" * 600_000, b"<sheetData>"), "was not opened", id="cells without end"),
        pytest.param(
            workbook([SHERIFF], ("STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE")), "pending", id="pending"
        ),
        pytest.param(workbook([SHERIFF], ("A", "B")), "has no sheet with the columns", id="another workbook"),
        pytest.param(b"<!doctype html>", "web page", id="a page"),
        pytest.param(b"x" * (2 * 1024 * 1024 + 1), "larger than 2 MB", id="too large"),
        pytest.param(b"PK\r\n-\r" * 200_000, "damaged workbook", id="broken lines without end"),
        pytest.param(b"", "empty", id="empty"),
    ],
)
def test_what_is_no_list_is_refused_and_not_kept(
    app: Flask, anna: OrganizerClient, content: bytes, says: str
) -> None:
    answer = send(anna, content)
    assert answer.status_code == 400
    assert says in answer.text
    assert in_database(app)["upload"] == 0


def test_only_who_is_signed_in_sends_more_than_a_page_needs(app: Flask, anna: OrganizerClient) -> None:
    large, half = multipart(bytes(3 * 1024 * 1024), NAME), multipart(bytes(200_000), NAME)
    assert anna.post("/desk/agreements", **large).status_code == 413
    assert browser(app).post("/desk/agreements", **half).status_code == 413
