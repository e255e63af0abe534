"""Sources at the desk: filled in, pasted, edited by two at once, found, and their links."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from lxml import html

from tests import organizers
from tests.toolkit.views import conftest as house
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.curation.links import links
from toolkit.curation.links.links import Link, Seen
from toolkit.database import unit_of_work
from toolkit.models import Source
from toolkit.publishing.rendering.renderers import Renderers

FIELDS = {
    "title": "Reviews of the Program",
    "url": "https://oig.example/reports/2020",
    "type": "report",
    "organizations": "Office of Inspector General, DHS",
    "publisher": "DHS",
    "issued": "2020-09",
    "tag": "DHS OIG 2020",
    "kind": "oversight-body",
    "perspective": "independent",
    "verified_level": "primary-read",
    "verified_note": "We read all of it.",
}
RIS = "TY  - RPRT\nTI  - Interior Enforcement\nAU  - Kandel, William A.\nPY  - 2012\nER  -"


@pytest.fixture(scope="module")
def app(small_world: Path, tmp_path_factory: pytest.TempPathFactory, renderers: Renderers) -> Iterator[Flask]:
    """One app for all of these tests; each keeps to its own sources."""
    yield from house.opened(small_world, tmp_path_factory.mktemp("desk"), renderers)


@pytest.fixture
def ann(app: Flask) -> OrganizerClient:
    made = browser(app)
    organizers.sign_in(app, made, "contributor", name="Ann")
    return made


def source(app: Flask, source_id: str) -> Source:
    with unit_of_work(app.extensions["engine"]) as session:
        return session.get_one(Source, source_id)


def wrong(page: str) -> dict[str, str]:
    """What is said at each field, by its name."""
    found = html.document_fromstring(page).cssselect(".error")
    return {each.get("id").rsplit("-error-", 1)[0]: each.text_content() for each in found}


def values(page: str, action: str) -> dict[str, str]:
    (form,) = [form for form in html.document_fromstring(page).forms if form.get("action") == action]
    return {name: text.removeprefix("\n") for name, text in form.form_values()}  # as browsers read textareas


def test_a_new_source_by_hand(app: Flask, ann: OrganizerClient) -> None:
    answer = ann.fill("/desk/sources/new", **FIELDS)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/sources/dhs-oig-2020?saved=1")
    assert "Saved." in ann.get("/desk/sources/dhs-oig-2020?saved=1").text
    assert source(app, "dhs-oig-2020").csl["issued"] == {"date-parts": [[2020, 9]]}
    assert "Reviews of the Program" in ann.get("/sources/dhs-oig-2020").text


def test_a_refused_form_keeps_every_word_and_says_what_to_mend_where(ann: OrganizerClient) -> None:
    typed = FIELDS | {"url": "ftp://oig.example/ü", "issued": "autumn", "note": "Kept.", "title": ""}
    answer = ann.fill("/desk/sources/new", **typed)
    assert answer.status_code == 400
    assert wrong(answer.text).keys() == {"url", "issued", "title"}
    shown = values(answer.text, "/desk/sources/new")
    assert {name: shown[name] for name in typed} == typed


def test_a_second_source_at_an_address_takes_a_knowing_tick(app: Flask, ann: OrganizerClient) -> None:
    first = FIELDS | {"url": "https://twin.example/a", "tag": "Twin", "title": "A very particular title"}
    ann.fill("/desk/sources/new", **first)
    second = first | {"url": "http://www.twin.example/a/?utm_source=x", "title": "Another one"}
    answer = ann.fill("/desk/sources/new", **second)
    assert answer.status_code == 409
    assert "/desk/sources/twin-2020" in answer.text
    assert "A very particular title" in wrong(answer.text)["url"]
    typed = values(answer.text, "/desk/sources/new") | {"twin_known": "y"}
    base = organizers.origin(app)
    kept = ann.post("/desk/sources/new", data=typed, headers={"Referer": f"{base}/desk", "Origin": base})
    assert kept.headers["Location"] == "/desk/sources/twin-2020-2?saved=1"


def test_a_pasted_record_fills_in_the_form_and_saves_nothing(app: Flask, ann: OrganizerClient) -> None:
    answer = ann.fill("/desk/sources/paste", record=RIS)
    shown = values(answer.text, "/desk/sources/new")
    assert (shown["title"], shown["people"], shown["issued"]) == (
        "Interior Enforcement",
        "Kandel, William A.",
        "2012",
    )
    assert "Interior Enforcement" not in ann.get("/desk/sources").text
    refused = ann.fill("/desk/sources/paste", record="no record <b>")
    assert refused.status_code == 400
    assert "no record &lt;b&gt;" in refused.text
    assert wrong(refused.text)["record"].startswith("We cannot read this")
    doi = ann.fill("/desk/sources/paste", record="10.1086/680935")
    assert "We fetch nothing from other sites" in doi.text


def test_the_second_editor_sees_both_and_keeps_her_words(app: Flask, ann: OrganizerClient) -> None:
    page = "/desk/sources/s1"
    before = dict(values(ann.get(page).text, page))
    mended = before | {"publisher": "Sheriffs Group", "verified_note": "We read page one.", "reason": "Read."}
    base = organizers.origin(app)
    headers = {"Referer": f"{base}{page}", "Origin": base}
    assert ann.post(page, data=mended, headers=headers).status_code == 303
    answer = ann.post(page, data=mended | {"verified_note": "We read page two."}, headers=headers)
    assert answer.status_code == 409
    assert "Somebody saved this source while you were writing" in answer.text
    (diff,) = html.document_fromstring(answer.text).cssselect(".diff")
    assert (diff.find("del").text_content(), diff.find("ins").text_content()) == (
        "[gone: one.] ",
        "[new: two.] ",
    )
    again = values(answer.text, page)
    assert again["verified_note"] == "We read page two."
    assert ann.post(page, data=again, headers=headers).status_code == 303
    assert source(app, "s1").verified_note == "We read page two."


def test_the_history_shows_each_change_and_opens_it_again(app: Flask, ann: OrganizerClient) -> None:
    page = "/desk/sources/c1"
    assert "Nobody here has edited it yet" in ann.get(f"{page}/history").text
    assert ann.fill(page, verified_note="All of it.", reason="Read the rest.").status_code == 303
    shown = ann.get(f"{page}/history").text
    assert "Ann" in shown
    assert "Read the rest." in shown
    assert "As it was shipped" in shown
    again = values(ann.get(f"{page}?entry=1").text, page)
    assert (again["verified_note"], again["base"], again["reason"]) == (
        "We read it.",
        "2",
        "Back to entry 1.",
    )


def test_a_printed_source_stays_seen(ann: OrganizerClient) -> None:
    answer = ann.fill("/desk/sources/law", verified_level="unseen", reason="Not read.")
    assert answer.status_code == 409
    assert "f-1, f-2, f-3" in wrong(answer.text)["verified_level"]


def test_sources_are_found(ann: OrganizerClient) -> None:
    assert "/desk/sources/law" in ann.get("/desk/sources").text
    assert "No source has all of these words" in ann.get("/desk/sources?q=100%25+_").text
    assert ann.get("/desk/sources?page=x&q=%00").status_code == 200


def test_links_that_fail_are_shown_with_the_copy_and_what_to_do(app: Flask, ann: OrganizerClient) -> None:
    assert "No link was visited yet" in ann.get("/desk/sources/links").text
    with unit_of_work(app.extensions["engine"], write=True) as session:
        row = session.get_one(Source, "c2")
        row.archive_url = "https://archive.example/c2"
        links.record(Link("c2", row.url), Seen("failed", 404, "It answered 404."), app.extensions["now"]())
    shown = ann.get("/desk/sources/links").text
    assert "link fails." in shown
    assert "It answered 404." in shown
    assert "https://archive.example/c2" in shown
    assert "1 failing" in ann.get("/desk/sources").text
