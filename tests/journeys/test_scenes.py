"""Scenes that must work for somebody new (docs/acceptance, scenes 4, 7, 9, 10 and 11), on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from toolkit.database import make_engine, unit_of_work
from toolkit.models import Claim, ClaimRevision

pytestmark = pytest.mark.browser

MAKE = re.compile("Make the fact sheet")


def without_citation(facts: Path, claim_id: str) -> None:
    """The revision of this claim that prints cites nothing."""
    engine = make_engine(f"sqlite:///{facts}")
    with unit_of_work(engine, write=True) as session:
        newest = session.get_one(Claim, claim_id).current
        columns = (column.key for column in ClaimRevision.__table__.columns if column.key != "id")
        values = {name: getattr(newest, name) for name in columns}
        session.add(ClaimRevision(**values | {"number": newest.number + 1}))
        session.get_one(Claim, claim_id).printed = newest.number + 1
    engine.dispose()


def test_scene_4_the_gate(own_facts: Path, serve, phone_at) -> None:  # type: ignore[no-untyped-def]
    with serve() as origin, phone_at(origin) as phone:
        phone.goto("/places/24021")
        phone.get_by_role("button", name=MAKE).click()
        critics = phone.locator("ol.claims li", has_text="Critics say").first
        claim_id = critics.get_attribute("id")
        assert claim_id is not None
        without_citation(own_facts, claim_id)
        phone.goto("/places/24021/fact-sheet")
        expect(phone.locator(".kicker").first).to_have_text("Draft – not balanced")
        failed = phone.locator(".rules li.block").first
        expect(failed).to_contain_text("Failed: Every claim is cited")
        expect(failed).to_contain_text(f"1 without a source: {claim_id}")
        expect(phone.get_by_role("button", name=MAKE)).to_have_count(0)


def test_scene_7_overdue(serve, phone_at) -> None:  # type: ignore[no-untyped-def]
    with serve() as origin, phone_at(origin) as phone:
        phone.goto("/places/24021")
        phone.get_by_role("button", name=MAKE).click()
        phone.wait_for_url("**/editions/*")
        printed = phone.url.removeprefix(origin)
        expect(phone.locator(".state")).to_contain_text("Current.")
    with serve(today="2036-11-26") as origin, phone_at(origin) as phone:
        phone.goto(printed)
        state = phone.locator(".state")
        expect(state).to_contain_text("Review overdue.")
        expect(state).to_contain_text("That does not make it wrong.")
        claim = phone.locator("ol.claims li .id").first
        claim.click()
        expect(phone.locator(".lead")).to_contain_text("it enters no new sheet")
        phone.goto("/places/24021/fact-sheet")
        expect(phone.locator(".findings .warning")).to_contain_text("Library review overdue since")
        expect(phone.locator(".sheet")).to_contain_text("This sheet is not called balanced.")
        phone.get_by_role("button", name=MAKE).click()
        expect(phone.locator(".state")).to_contain_text("Review overdue.")
        expect(phone.locator("ol.claims li")).to_have_count(0)


def test_scene_9_a_place_that_is_not_listed(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("combobox").fill("Zzyzx Springs")
    phone.get_by_role("button", name="Find my place").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("We found no place called")
    phone.get_by_role("link", name="take the sheet for any place").click()
    tiers = phone.locator(".tier")
    expect(tiers).to_have_count(3)
    for tier in tiers.all():
        expect(tier).to_contain_text("Unknown – ask")
    phone.get_by_role("button", name=MAKE).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Does your county take part in 287(g)?")


DATED = re.compile(r"\b(20[12]\d)\b")
BLOCKS = "main :is(li, p, dd, h3, h2, svg, td)"


def test_scene_10_no_count_without_its_date(phone: Page) -> None:
    for path in ("/places/24021/fact-sheet", "/places/12/fact-sheet", "/places/US/fact-sheet", "/timeline"):
        phone.goto(path)
        counted = re.compile("1,843|most common|least common")
        blocks = [words for words in phone.locator(BLOCKS).all_text_contents() if counted.search(words)]
        assert blocks
        assert [words for words in blocks if not DATED.search(words)] == []


def test_scene_11_same_name_twice(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("combobox").fill("Jackson township, Indiana")
    phone.get_by_role("button", name="Find my place").click()
    expect(phone.locator(".hits li")).to_have_count(47)
    phone.get_by_role("link", name="Hamilton County").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Jackson township, Hamilton County, Indiana")


def test_scene_11_washington_in_one_more_tap(phone: Page) -> None:
    for name, heading in (("the whole state", "Washington"), ("Oregon", "Washington County, Oregon")):
        phone.goto("/places?q=washington")
        phone.locator(".hits a", has_text=name).first.click()
        expect(phone.get_by_role("heading", level=1)).to_have_text(heading)


def test_scene_11_a_town_and_a_village_show_what_they_are(phone: Page) -> None:
    phone.goto("/places?q=waterloo+ny")
    expect(phone.locator(".hits b")).to_have_text(["Waterloo town", "Waterloo village"])
