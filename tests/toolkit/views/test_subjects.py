"""A second subject: its pages stand under its own name, say nothing of the first, and leave it alone."""

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO

import pytest
from flask import Flask
from lxml import html
from pypdf import PdfReader
from sqlalchemy import select, update

from tests.toolkit.views.strict import StrictClient
from toolkit import models
from toolkit.database import unit_of_work

BASE = "https://toolkit.example.org"
UNDER = "/plate-readers"
PLACE = "2700928"  # Alexandria, Minnesota
# Words that only the first subject has.
FIRST = re.compile(r"287\(?g|\bICE\b|Task Force|detainer")
PAGES = (
    "/claims",
    "/claims.csv",
    "/claims.json",
    "/glossary",
    f"/places/{PLACE}",
    "/sources.csv",
    "/timeline",
)


@pytest.fixture
def reader(two_subjects: Flask) -> StrictClient:
    client = two_subjects.test_client()
    assert isinstance(client, StrictClient)
    return client


def main(client: StrictClient, path: str) -> html.HtmlElement:
    """What is on the page, without what surrounds every page."""
    (part,) = html.fromstring(client.get(path, base_url=BASE).text).cssselect("main")
    return part


def words(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())


def issued(client: StrictClient, under: str) -> tuple[str, str]:
    """The address of a new edition, and the text of its PDF."""
    made = client.post(f"{under}/editions", data={"place": PLACE}, base_url=BASE)
    assert made.status_code == 303, made.text
    pdf = client.get(f"{made.location}.pdf", base_url=BASE)
    assert pdf.status_code == 200
    return made.location, " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.data)).pages)


def test_the_first_subjects_pages_are_what_they_were(shipped: Flask, request: pytest.FixtureRequest) -> None:
    client = shipped.test_client()
    place = f"/places/{PLACE}"
    paths = [*PAGES, place, "/", "/claims/saf-03", "/balance", "/about"]
    before = {path: client.get(path, base_url=BASE).text for path in paths}
    request.getfixturevalue("two_subjects")
    after = {path: client.get(path, base_url=BASE).text for path in paths}
    listed = re.sub(r'<nav aria-label="Subjects">.*?</nav>\s*', "\n", after.pop(place), flags=re.DOTALL)
    assert listed.split() == before.pop(place).split()
    facts = re.compile(r"<tr>.*?</tr>", re.DOTALL)
    assert [row for row in facts.findall(after.pop("/about")) if "alpr" not in row] == facts.findall(
        before.pop("/about")
    )
    assert after == before


def test_a_place_page_leads_to_the_same_place_under_each_subject(reader: StrictClient) -> None:
    (nav,) = main(reader, f"/places/{PLACE}").cssselect("nav[aria-label=Subjects]")
    assert [link.get("href") for link in nav.cssselect("a")] == [f"{UNDER}/places/{PLACE}"]
    (nav,) = main(reader, f"{UNDER}/places/{PLACE}").cssselect("nav[aria-label=Subjects]")
    assert [link.get("href") for link in nav.cssselect("a")] == [f"/places/{PLACE}"]


@pytest.mark.parametrize("path", ["/claims", "/glossary", "/timeline", "/sources"])
def test_pages_under_the_name_of_a_subject_are_about_that_one(reader: StrictClient, path: str) -> None:
    assert FIRST.search(words(main(reader, path)))
    shown = main(reader, f"{UNDER}{path}")
    assert "plate" in words(shown)
    assert not FIRST.search(words(shown))
    links = [link.get("href") for link in shown.cssselect("a[href^='/']")]
    assert links
    assert all(link.startswith(f"{UNDER}/") for link in links)


def test_a_place_page_says_what_is_on_record_there(reader: StrictClient) -> None:
    shown = main(reader, f"{UNDER}/places/{PLACE}")
    shown.cssselect("nav")[0].drop_tree()
    assert not FIRST.search(words(shown))
    assert "plate readers" in words(shown)
    assert shown.cssselect(f"form[action='{UNDER}/editions']")


def test_a_sheet_is_about_its_subject_and_each_subject_has_its_own(reader: StrictClient) -> None:
    theirs, first = issued(reader, UNDER), issued(reader, "")
    assert theirs[0].startswith(f"{UNDER}/editions/")
    assert theirs[0].rpartition("/")[2] != first[0].rpartition("/")[2]
    assert "plate readers" in theirs[1]
    assert not FIRST.search(theirs[1])
    assert FIRST.search(first[1])


def test_testimony_is_about_its_subject(reader: StrictClient) -> None:
    sent = {"own": "I live here.", "position": "oppose", "limit": "2:00"}
    shown = reader.get(f"{UNDER}/places/{PLACE}/testimony", base_url=BASE)
    (form,) = html.fromstring(shown.text).cssselect("form[method=post]")
    assert form.get("action", "").startswith(UNDER) or not form.get("action")
    made = reader.post(f"{UNDER}/places/{PLACE}/testimony", data=sent, base_url=BASE)
    assert made.status_code == 200
    assert "plate readers" in made.text
    assert not FIRST.search(made.text)


def test_an_edition_and_a_claim_are_found_whatever_the_address(reader: StrictClient) -> None:
    made = reader.post(f"{UNDER}/editions", data={"place": PLACE}, base_url=BASE)
    page = made.location.removeprefix(UNDER)
    assert made.location != page
    for path in (page, made.location):
        assert reader.get(path, base_url=BASE).status_code == 200
    moved = reader.get("/claims/alpr-04", base_url=BASE)
    assert moved.location == f"{UNDER}/claims/alpr-04"
    back = reader.get(f"{UNDER}/claims/saf-03", base_url=BASE)
    assert back.location == "/claims/saf-03"


def test_a_newer_edition_of_another_subject_is_none_of_this_place(
    two_subjects: Flask, reader: StrictClient
) -> None:
    made = reader.post("/editions", data={"place": PLACE}, base_url=BASE)
    code = made.location.rpartition("/")[2]
    with unit_of_work(two_subjects.extensions["engine"], write=True) as work:
        known = work.get_one(models.Edition, code)
        columns = {column.key: getattr(known, column.key) for column in models.Edition.__table__.columns}
        later = {"issued_on": date(2026, 12, 1), "code": "ZZZZZ-ZZZZZ", "dossier_sha256": "0" * 64}
        work.add(models.Edition(**columns | later | {"subject": "alpr"}))
    assert "ZZZZZ" not in reader.get(made.location, base_url=BASE).text


def test_what_belongs_to_no_subject_stays_at_the_root(reader: StrictClient) -> None:
    for path in (
        "/sign-in",
        "/desk",
        "/healthz",
        "/about",
        "/corrections",
        "/static/page.css",
        "/287g/claims",
    ):
        assert reader.get(f"{UNDER}{path}", base_url=BASE).status_code == 404
    page = html.fromstring(reader.get(f"{UNDER}/claims", base_url=BASE).text)
    assert all(link.get("href").startswith("/static/") for link in page.cssselect("link[rel=stylesheet]"))
    assert page.cssselect("a[href='/about']")
    assert reader.get("/287g/claims", base_url=BASE).status_code == 404


def test_a_subject_that_is_closed_has_no_address(two_subjects: Flask, reader: StrictClient) -> None:
    assert reader.get(f"{UNDER}/claims", base_url=BASE).status_code == 200
    with unit_of_work(two_subjects.extensions["engine"], write=True) as work:
        work.execute(update(models.Subject).where(models.Subject.id == "alpr").values(open=False))
    assert reader.get(f"{UNDER}/claims", base_url=BASE).status_code == 404
    assert not main(reader, f"/places/{PLACE}").cssselect("nav[aria-label=Subjects]")


def test_downloads_carry_the_subject_last(reader: StrictClient) -> None:
    for under, subject in (("", "287g"), (UNDER, "alpr")):
        rows = list(csv.reader(StringIO(reader.get(f"{under}/claims.csv", base_url=BASE).text)))
        assert rows[0][-1] == "subject"
        assert {row[-1] for row in rows[1:]} == {subject}
        claims = json.loads(reader.get(f"{under}/claims.json", base_url=BASE).text)["claims"]
        assert {claim["subject"] for claim in claims} == {subject}


def test_a_state_has_a_rule_for_each_subject(two_subjects: Flask, reader: StrictClient) -> None:
    with unit_of_work(two_subjects.extensions["engine"], write=True) as work:
        first = work.scalars(select(models.StatePolicy).where(models.StatePolicy.state_geoid == "27")).one()
        columns = {column.key: getattr(first, column.key) for column in models.StatePolicy.__table__.columns}
        other = {
            "id": "alpr-27",
            "subject": "alpr",
            "line": "Minnesota keeps scans 60 days.",
            "printable": True,
        }
        work.add(models.StatePolicy(**columns | other))
    assert "keeps scans" in words(main(reader, f"{UNDER}/places/{PLACE}"))
    assert "keeps scans" not in words(main(reader, f"/places/{PLACE}"))
