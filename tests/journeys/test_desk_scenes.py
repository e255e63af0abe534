"""Acceptance scenes 4 and 7 as organizers see them: the gate at the claim's own form, and what is overdue.

tests/journeys/test_scenes.py has the residents' part of both, test_corrections scene 2.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import AtDesk
from tests.journeys.office import Office
from tests.server import serving, settings_for

pytestmark = pytest.mark.browser

PLACE = "12"
BY_CRITICS = "cst-12"
A_DAY, A_YEAR = timedelta(days=1), timedelta(days=365)


def in_a_year() -> str:
    """From the real day on, by which deeds go, whatever day the product is told to take."""
    return (datetime.now().astimezone().date() + A_YEAR).isoformat()


def make(resident: Page) -> dict[str, Any]:
    """A new sheet for the place, as scripts are told of it."""
    resident.goto(f"/places/{PLACE}")
    resident.get_by_role("button", name="Make the fact sheet").click()
    resident.wait_for_url("**/editions/*")
    return dict(resident.request.get(f"{resident.url}.json").json())


def test_scene_4_no_claim_loses_its_last_source(at_desk: AtDesk, reader: Page) -> None:
    ann, notice = at_desk("ann"), "We no longer cite this."
    ann.goto(f"/desk/claims/{BY_CRITICS}/edit")
    rows = ann.get_by_role("button", name="Take out source")
    for left in reversed(range(rows.count())):
        rows.last.click()
        expect(ann.locator("fieldset.citation")).to_have_count(max(left, 1))
    ann.get_by_label("A study, a statement or an event").check()
    ann.get_by_label("Why", exact=True).fill("The page is gone.")
    ann.get_by_label("One public sentence").fill(notice)
    ann.locator("#save").click()
    expect(ann.get_by_role("alert")).to_contain_text("Nothing is saved yet.")
    expect(ann.locator("fieldset.citation .error")).to_have_text("Name at least one source.")
    expect(ann.get_by_label("One public sentence")).to_have_value(notice)
    ann.on("dialog", lambda dialog: dialog.accept())  # it asks who leaves unsaved words
    ann.goto(f"/desk/claims/{BY_CRITICS}/history")
    expect(ann.locator("tbody tr")).to_have_count(1)
    reader.goto(f"/places/{PLACE}/fact-sheet")
    expect(reader.locator(".kicker").first).to_have_text("Preview – not issued yet")


def test_scene_7_what_is_dated_anew_is_current_again(
    office: Office,
    at_desk: AtDesk,
    reader: Page,
    phone_at: Callable[[str], AbstractContextManager[Page]],
    repository: Path,
) -> None:
    old = make(reader)
    later = (date.fromisoformat(old["review_by"]) + A_DAY).isoformat()
    with (
        serving(repository, settings_for(office.facts) | {"TODAY": later}) as (origin, _),
        urlopen(origin, timeout=120),
        phone_at(origin) as resident,
    ):
        ben = at_desk("ben", origin=origin)
        resident.goto(f"/editions/{old['code']}")
        state = resident.locator(".state")
        expect(state).to_contain_text("Review overdue.")
        expect(state).to_contain_text("That does not make it wrong.")

        ben.goto("/desk/claims?due=overdue")
        due = set(ben.locator(".claim-list .open").all_inner_texts()) & set(old["claims"])
        assert due
        assert not due & set(make(resident)["claims"])

        for claim_id in due:
            ben.get_by_label(f"Choose {claim_id}").check()
        ben.get_by_role("button", name="Date anew").click()
        ben.get_by_label("Look at them again by").fill(in_a_year())
        ben.get_by_label("What did you compare them with?").fill("The pages that they cite, as of today.")
        ben.get_by_role("button", name="anew").click()
        expect(ben.get_by_role("heading", level=1)).to_have_text("Claims")
        ben.goto("/desk/claims?due=overdue")
        assert not due & set(ben.locator(".claim-list .open").all_inner_texts())

        resident.goto(f"/editions/{old['code']}")
        expect(state).to_contain_text("Current.")
        assert due <= set(make(resident)["claims"])
        ben.goto(f"/desk/claims/{min(due)}/history")
        expect(ben.locator("tbody tr").first).to_contain_text("The pages that they cite, as of today.")
