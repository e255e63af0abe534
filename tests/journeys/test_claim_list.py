"""The list of claims by keyboard alone: to the search, down and up, open, choose, date anew."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import AtDesk

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    """The claim in whose row the focus stands."""
    return str(page.evaluate("document.activeElement.closest('tr')?.querySelector('.open').textContent"))


def test_claims_are_found_opened_and_chosen_by_keyboard(at_desk: AtDesk) -> None:
    ben = at_desk("ben")
    ben.goto("/desk/claims")
    keys = ben.keyboard
    keys.press("/")
    expect(ben.get_by_label("Words or number")).to_be_focused()
    keys.type("loc-0 jkx/")  # letters are letters in a field
    for _ in " jkx/":
        keys.press("Backspace")
    keys.press("Enter")
    expect(ben).to_have_url(re.compile("q=loc-0"))
    ids = ben.locator(".claim-list .open").all_inner_texts()
    assert len(ids) > 3
    assert all(each.startswith("loc-0") for each in ids)

    walked = []
    for key in "jjjkk":
        keys.press(key)
        walked.append(focused(ben))
    assert walked == [ids[0], ids[1], ids[2], ids[1], ids[0]]
    keys.press("k")
    assert focused(ben) == ids[0]
    keys.press("j")
    keys.press("Enter")
    expect(ben).to_have_url(re.compile(f"/desk/claims/{ids[1]}$"))

    ben.go_back()
    for key in "jxjjxxjx":
        keys.press(key)
    chosen = ben.locator("input[name=claim]:checked")
    assert [box.get_attribute("value") for box in chosen.all()] == [ids[0], ids[3]]
    for _ in ids:
        keys.press("j")
    assert focused(ben) == ids[-1]
    while ben.evaluate("document.activeElement.textContent") != "Date anew":
        keys.press("Tab")
    keys.press("Enter")
    expect(ben.get_by_role("heading", level=1)).to_have_text("Date 2 claims anew")


def test_the_keys_can_be_turned_off_and_a_contributor_chooses_nothing(at_desk: AtDesk) -> None:
    ann = at_desk("ann")
    ann.goto("/desk/claims")
    ann.keyboard.press("j")
    first = focused(ann)
    ann.keyboard.press("x")
    assert focused(ann) == first
    ann.get_by_role("button", name="Turn the keys off").press("Enter")
    ann.reload()
    ann.keyboard.press("j")
    assert ann.evaluate("document.activeElement === document.body")
    ann.get_by_role("button", name="Turn the keys on").press("Enter")
    ann.keyboard.press("/")
    expect(ann.get_by_label("Words or number")).to_be_focused()
