"""What holders of printed sheets are told: on the edition's page, as JSON, in the log and feed, on strips."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from lxml import etree
from pypdf import PdfReader

from fact_sheets.codes import code_for
from tests.factories import EARLIER, LEFT
from tests.samples import small
from tests.toolkit.views.changes import correct, reword
from tests.toolkit.views.conftest import opened
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.database import unit_of_work
from toolkit.models import Agreement, Correction, Roster, StatePolicy
from toolkit.publishing.rendering.renderers import Renderers

DAY = small.TODAY
LATER = DAY + timedelta(days=3)
OLD = next(claim.text for claim in small.dossier().library.claims if claim.id == "c-2")
NEW = "A group of police chiefs warned that some residents may be afraid to call."
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def make(visitor: StrictClient, place: str = "24021", first: str = "supporters") -> str:
    answer = visitor.post("/editions", data={"place": place, "first": first})
    assert answer.status_code == 303
    return answer.location.removeprefix("/editions/")


@pytest.fixture(scope="module")
def issued(
    small_world: Path, tmp_path_factory: pytest.TempPathFactory, renderers: Renderers
) -> tuple[Path, str]:
    """An instance with one sheet, for Frederick County, and its code; copy it, never write to it."""
    folder = tmp_path_factory.mktemp("issued")
    for app in opened(small_world, folder, renderers):
        made = make(app.test_client())
    return folder, made


@pytest.fixture
def app(issued: tuple[Path, str], tmp_path: Path, renderers: Renderers) -> Iterator[Flask]:
    """The product with that sheet in it."""
    shutil.copytree(issued[0], tmp_path, dirs_exist_ok=True)
    yield from opened((tmp_path / "world.sqlite3").rename(tmp_path / "issued.sqlite3"), tmp_path, renderers)


@pytest.fixture
def code(issued: tuple[Path, str]) -> str:
    """The code of the sheet."""
    return issued[1]


def on(app: Flask, day: date) -> None:
    """The product on another day."""
    app.extensions["settings"] = app.extensions["settings"].model_copy(update={"today": day})


def test_each_correction_of_a_claim_is_listed_the_newest_first(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    correct(app, "c-2", "The group is smaller than we wrote.", "A small group of chiefs warned.", DAY)
    correct(app, "c-2", "They said “may”, not “would”.", NEW, LATER)
    page = visitor.page(f"/editions/{code}")
    told = [" ".join(item.text_content().split()) for item in page.cssselect(".notices li")]
    assert told == [
        "November 29, 2026, changed. They said “may”, not “would”.",
        "November 26, 2026, changed. The group is smaller than we wrote.",
    ]
    assert page.cssselect(".state del")[0].text_content().startswith("[gone: ")
    assert page.cssselect(".state ins")[0].text_content().startswith("[new: ")


def test_a_sheet_made_between_two_corrections_is_told_of_the_second_only(
    app: Flask, visitor: StrictClient
) -> None:
    correct(app, "c-2", "The group is smaller than we wrote.", OLD.replace("would", "might"), DAY)
    between = make(visitor)
    assert "c-2" in json.loads(visitor.get(f"/editions/{between}.json").text)["claims"]
    assert words_of(visitor.page(f"/editions/{between}"), ".state").startswith("Current.")
    correct(app, "c-2", "They took it back.", None, LATER)
    state = words_of(visitor.page(f"/editions/{between}"), ".state")
    assert state.startswith("Withdrawn.")
    assert "They took it back." in state
    assert "smaller" not in state


def test_a_claim_that_was_withdrawn_and_prints_again_says_what_it_says_now(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    correct(app, "c-2", "Its source was taken down.", None, DAY)
    correct(app, "c-2", "The source is back, with other words.", NEW, LATER)
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith("Changed.")
    assert f"Now: “ {NEW} ”" in state
    assert "November 29, 2026, prints again. The source is back" in state
    assert "November 26, 2026, withdrawn. Its source was taken down." in state


def test_a_claim_that_reads_as_printed_again_leaves_the_sheet_current(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    correct(app, "c-2", "Its source was taken down.", None, DAY)
    correct(app, "c-2", "The source is back.", OLD, LATER)
    state = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert state.startswith("Current.")
    assert "claim c-2 prints again. The source is back." in state


def test_a_sheet_without_the_claim_says_current(app: Flask, visitor: StrictClient, code: str) -> None:
    printed = json.loads(visitor.get(f"/editions/{code}.json").text)["claims"]
    (unprinted, *_) = {claim.id for claim in small.dossier().library.claims} - set(printed)
    correct(app, unprinted, "It was never so.", None, DAY)
    assert words_of(visitor.page(f"/editions/{code}"), ".state").startswith("Current.")


def of_the_place(visitor: StrictClient, code: str) -> tuple[str, list[dict[str, str]]]:
    """The state of the sheet, and what it says of its place that is otherwise today."""
    state = json.loads(visitor.get(f"/editions/{code}.json").text)
    return state["state"], state["of_the_place"]


def test_a_newer_list_that_shows_the_same_here_leaves_the_sheet_current(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        (newest,) = session.query(Roster).order_by(Roster.list_date.desc()).limit(1)
        day = newest.list_date + timedelta(days=7)
        session.query(Agreement).filter_by(last_listed=newest.list_date).update({"last_listed": day})
        columns = {column.key: getattr(newest, column.key) for column in Roster.__table__.columns}
        session.add(Roster(**columns | {"sha256": "9" * 64, "list_date": day}))
    assert of_the_place(visitor, code) == ("current", [])
    shown = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert "the newest one here is of" in shown


@pytest.mark.parametrize(
    ("change", "printed", "today", "told"),
    [
        ({"standing": "left", "last_listed": EARLIER, "gone_by": LEFT}, True, False, "No longer listed."),
        ({"model": "WSO"}, True, True, "New since the sheet was made."),
    ],
)
def test_an_agreement_that_is_another_today_makes_the_sheet_say_changed(
    app: Flask,
    visitor: StrictClient,
    code: str,
    change: dict[str, object],
    printed: bool,
    today: bool,
    told: str,
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.query(Agreement).filter_by(geoid="24021").update(change)
    state, changed = of_the_place(visitor, code)
    assert state == "changed"
    assert any(each["printed"].startswith("Frederick County Sheriff") for each in changed) is printed
    assert any(each["now"].startswith("Frederick County Sheriff") for each in changed) is today
    shown = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert shown.startswith("Changed. Since this sheet was made, ")
    assert told in shown


def test_a_rule_of_the_state_that_changed_is_told_in_old_and_new_words(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        session.query(StatePolicy).filter_by(state_geoid="24").one().line = "A federal court stopped the ban."
    state, changed = of_the_place(visitor, code)
    assert (state, changed[0]["about"]) == ("changed", "What the state says")
    assert changed[0]["now"] == "A federal court stopped the ban."
    assert "A federal court stopped the ban." in words_of(visitor.page(f"/editions/{code}"), ".state ins")


def test_a_rule_that_rests_on_another_source_is_told_too(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        row = session.query(StatePolicy).filter_by(state_geoid="24").one()
        row.sources = ["s1", *row.sources]
    assert of_the_place(visitor, code)[0] == "changed"
    assert "rests on another source" in words_of(visitor.page(f"/editions/{code}"), ".state")


def test_a_claim_told_more_exactly_leaves_the_sheet_current(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    reword(app, "c-2", NEW, change="narrowed")
    with unit_of_work(app.extensions["engine"], write=True) as session:
        told = {"claim_id": "c-2", "from_revision": 1, "to_revision": 2, "made_on": DAY}
        session.add(Correction(**told, sentence="It left out a limit.", grave=False))
    shown = words_of(visitor.page(f"/editions/{code}"), ".state")
    assert shown.startswith("Current. No claim on this sheet was found wrong")
    assert "told more exactly now." in shown
    assert "It left out a limit." in shown
    state = json.loads(visitor.get(f"/editions/{code}.json").text)
    assert (state["state"], state["concerned"]) == ("current", [])
    assert [each["state"] for each in state["told_otherwise"]] == ["told more exactly now"]


def test_a_claim_only_worded_otherwise_is_not_told(app: Flask, visitor: StrictClient, code: str) -> None:
    reword(app, "c-2", NEW, change="reworded")
    state = json.loads(visitor.get(f"/editions/{code}.json").text)
    assert (state["state"], state["concerned"], state["told_otherwise"]) == ("current", [], [])


def test_a_claim_looked_at_again_moves_the_review_date(app: Flask, visitor: StrictClient, code: str) -> None:
    later = small.REVIEW_BY + timedelta(days=60)
    for claim in small.dossier().library.claims:
        reword(app, claim.id, words_from=1, review_by=later)
    on(app, small.REVIEW_BY + timedelta(days=1))
    page = visitor.page(f"/editions/{code}")
    assert words_of(page, ".state").startswith("Current.")
    assert "as printed; looked at again since, and now due by January 20, 2028" in words_of(page, ".facts")


def test_the_state_for_scripts_says_the_same(app: Flask, visitor: StrictClient, code: str) -> None:
    before = json.loads(visitor.get(f"/editions/{code}.json").text)
    assert (before["state"], before["concerned"], before["newer"]) == ("current", [], None)
    correct(app, "c-2", "They said “may”.", NEW, DAY)
    answer = visitor.get(f"/editions/{code}.json")
    state = json.loads(answer.text)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert (state["code"], state["state"]) == (code, "changed")
    assert state["place"] == {"geoid": "24021", "label": "Frederick County, Maryland"}
    (concerned,) = state["concerned"]
    assert (concerned["claim"], concerned["printed"], concerned["now"]) == ("c-2", OLD, NEW)
    assert concerned["corrections"] == [
        {"made_on": DAY.isoformat(), "kind": "changed", "sentence": "They said “may”."}
    ]
    assert state["pdf"]["sha256"] == visitor.get(f"/editions/{code}.pdf").get_etag()[0]


def test_a_mistyped_code_is_never_called_unknown(visitor: StrictClient, code: str) -> None:
    slip = code[:-1] + ("2" if code[-1] != "2" else "3")
    answer = visitor.get(f"/editions/{slip}.json")
    assert (answer.status_code, json.loads(answer.text)["state"]) == (404, "mistyped")
    sound = code_for("5" * 64)
    assert json.loads(visitor.get(f"/editions/{sound}.json").text) == {"code": sound, "state": "unknown"}


def test_an_older_sheet_leads_to_the_newest_of_its_place(
    app: Flask, visitor: StrictClient, code: str
) -> None:
    on(app, LATER)
    make(visitor, "2430325")
    make(visitor, first="critics")
    newer = make(visitor)
    link = visitor.page(f"/editions/{code}").cssselect(".state a")[-1]
    assert link.get("href") == f"/editions/{newer}"
    assert "A newer sheet for this place was made on November 29, 2026" in words_of(
        visitor.page(f"/editions/{code}"), ".state"
    )
    assert json.loads(visitor.get(f"/editions/{code}.json").text)["newer"]["code"] == newer
    assert "A newer sheet" not in words_of(visitor.page(f"/editions/{newer}"))


def test_the_log_tells_every_correction_by_day(app: Flask, visitor: StrictClient) -> None:
    assert "Nothing that was printed has been corrected yet." in words_of(visitor.page("/corrections"))
    make(visitor, first="critics")
    correct(app, "c-2", "They said “may”.", NEW, DAY)
    correct(app, "s-1", "It was taken down.", None, LATER)
    page = visitor.page("/corrections")
    days = [" ".join(day.text_content().split()) for day in page.cssselect("h2")]
    assert days == ["November 29, 2026", "November 26, 2026"]
    first, second = (" ".join(item.text_content().split()) for item in page.cssselect(".log > li"))
    assert first.startswith("Claim s-1: withdrawn. It was taken down.")
    assert second.startswith("Claim c-2: changed. They said “may”.")
    assert "2 sheets had printed this claim." in second
    assert page.cssselect("link[type='application/atom+xml']")[0].get("href") == "/corrections.atom"


def test_the_log_comes_in_pages(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        for number in range(51):
            session.add(
                Correction(
                    claim_id="c-2", from_revision=1, to_revision=1, sentence=f"No. {number}.", made_on=DAY
                )
            )
    first = visitor.page("/corrections")
    assert len(first.cssselect(".log > li")) == 50
    assert "Page 1 of 2" in words_of(first)
    for asked in ("2", "99"):
        assert "No. 0." in words_of(visitor.page("/corrections", page=asked))
    assert len(visitor.page("/corrections", page="x").cssselect(".log > li")) == 50


def test_a_claim_shows_its_corrections_and_one_that_was_withdrawn_says_so(
    app: Flask, visitor: StrictClient
) -> None:
    correct(app, "c-2", "They said “may”.", NEW, DAY)
    assert "November 26, 2026: changed. They said “may”." in words_of(visitor.page("/claims/c-2"), ".log")
    correct(app, "c-2", "It was taken down.", None, LATER)
    page = visitor.page("/claims/c-2")
    assert words_of(page, ".kicker") == "Withdrawn · Critics say"
    assert words_of(page, "h1") == NEW
    assert len(page.cssselect(".log > li")) == 2


def test_the_feed_is_atom_with_stable_ids(app: Flask, visitor: StrictClient) -> None:
    empty = etree.fromstring(visitor.get("/corrections.atom").data)
    assert empty.findtext("a:updated", namespaces=ATOM) == "2026-01-01T00:00:00+00:00"
    correct(app, "c-2", "They said “may” & not “would”.", NEW, DAY)
    correct(app, "s-1", "It was taken down.", None, LATER)
    answer = visitor.get("/corrections.atom")
    assert answer.mimetype == "application/atom+xml"
    feed = etree.fromstring(answer.data)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for name in ("id", "title", "updated", "author/a:name"):
        assert feed.findtext(f"a:{name}", namespaces=ATOM)
    newest, oldest = feed.findall("a:entry", ATOM)
    assert newest.findtext("a:title", namespaces=ATOM) == "Claim s-1: withdrawn"
    assert oldest.findtext("a:id", namespaces=ATOM) == "tag:toolkit.example.org,2026-11-26:correction/1"
    assert oldest.findtext("a:updated", namespaces=ATOM) == "2026-11-26T00:00:00+00:00"
    assert oldest.findtext("a:summary", namespaces=ATOM) == "They said “may” & not “would”."
    content = oldest.findtext("a:content", namespaces=ATOM) or ""
    assert OLD in content
    assert NEW in content
    assert content.endswith("Reviewed by the organizers.")
    links = {link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")}
    assert all(link.startswith("https://toolkit.example.org/") for link in links)
    assert "https://toolkit.example.org/corrections.atom" in links


def test_an_unchanged_feed_is_not_sent_again(app: Flask, visitor: StrictClient) -> None:
    correct(app, "c-2", "They said “may”.", NEW, DAY)
    first = visitor.get("/corrections.atom")
    assert first.last_modified is None  # another correction may still come on this day
    assert visitor.get("/corrections.atom", headers={"If-None-Match": first.headers["ETag"]}).data == b""
    on(app, LATER)
    later = visitor.get("/corrections.atom")
    since = {"If-Modified-Since": later.headers["Last-Modified"]}
    assert visitor.get("/corrections.atom", headers=since).status_code == 304
    correct(app, "s-1", "It was taken down.", None, LATER)
    on(app, LATER + timedelta(days=1))
    assert visitor.get("/corrections.atom", headers=since).status_code == 200


@pytest.mark.parametrize(("size", "copies"), [("2up", 2), ("4up", 4)])
def test_strips_say_what_to_hand_out_with_a_stack(
    app: Flask, visitor: StrictClient, code: str, size: str, copies: int
) -> None:
    correct(app, "c-2", "They said “may”.", NEW, DAY)
    (form, *_) = visitor.page(f"/editions/{code}").xpath(f"//form[contains(@action, '{size}')]")
    answer = visitor.post(form.get("action"))
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].endswith(f'287g-correction-{code}-{size}.pdf"'.lower())
    (page,) = PdfReader(BytesIO(answer.data)).pages
    words = " ".join(page.extract_text().split())
    assert words.count(f"The sheet says: {OLD}") == copies
    assert words.count(f"Now: {NEW}") == copies
    assert words.count(code) >= 2 * copies
    assert "They said “may”." in words


def test_there_are_no_strips_for_a_sheet_that_stands_or_that_nobody_made(
    visitor: StrictClient, code: str
) -> None:
    assert visitor.page(f"/editions/{code}").xpath("//form") == []
    answer = visitor.post(f"/editions/{code}/errata-4up.pdf")
    assert answer.status_code == 409
    assert "Nothing on this sheet needs a correction" in answer.text
    assert visitor.post(f"/editions/{code_for('5' * 64)}/errata-2up.pdf").status_code == 404
    assert visitor.post(f"/editions/{code}/errata-8up.pdf").status_code in (404, 405)
