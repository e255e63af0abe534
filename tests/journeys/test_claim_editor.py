"""A claim is written in a real browser: set as one types, by keyboard alone, sound on a desk and a phone."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser import Axe, sound
from tests.journeys.conftest import AtDesk

pytestmark = pytest.mark.browser
EDIT = "/desk/claims/saf-02/edit"
OTHER = "/desk/claims/saf-05"


@pytest.fixture
def desk(at_desk: AtDesk) -> Page:
    """A contributor's window."""
    return at_desk("ann")


def tab_to(page: Page, selector: str) -> None:
    """Go on with the tabulator until this has the focus."""
    wanted = page.locator(selector)
    for _ in range(80):
        if wanted.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_a_claim_is_changed_by_keyboard_while_it_is_set(desk: Page) -> None:
    desk.goto(EDIT)
    sheet, told = desk.locator("#looks .sheet"), desk.locator("#looks .told")
    expect(told).to_have_text("Nothing to complain of.")
    top = desk.locator("#text").bounding_box()
    tab_to(desk, "#text")
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" A deputy admits it.")
    expect(sheet).to_contain_text("Supporters say: Homeland Security")
    expect(sheet).to_contain_text("A deputy admits it.")
    expect(told).to_have_text("1 thing to look at.")
    expect(desk.locator("#text")).to_be_focused()
    assert desk.locator("#text").bounding_box()["y"] == top["y"]  # type: ignore[index]

    desk.keyboard.press("Control+s")
    expect(desk.get_by_role("alert")).to_contain_text("Nothing is saved yet")
    expect(desk.locator("#text")).to_have_value(re.compile("A deputy admits it.$"))
    tab_to(desk, "#text")
    for _ in "admits it.":
        desk.keyboard.press("Control+End")
        desk.keyboard.press("Backspace")
    desk.keyboard.type("said so.")
    tab_to(desk, "#kind-0")
    desk.keyboard.press("ArrowUp")
    tab_to(desk, "#reason")
    desk.keyboard.type("A deputy was heard.")
    tab_to(desk, "#notice")
    desk.keyboard.type("A sentence was added.")
    desk.keyboard.press("Control+Enter")
    expect(desk).to_have_url(re.compile("/saf-02$"))
    expect(desk.locator(".notes > li").last).to_contain_text("Ann wrote revision 2. A deputy was heard.")


def test_who_leaves_with_unsaved_words_is_asked(desk: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.goto(EDIT)
    desk.on("dialog", stay)
    desk.locator("#text").press_sequentially("x")
    desk.get_by_role("link", name="Desk").click(no_wait_after=True)
    expect(desk.locator("#text")).to_have_value(re.compile("x"))
    assert asked == ["beforeunload"]
    assert desk.evaluate("localStorage.length + sessionStorage.length") == 0
    desk.remove_listener("dialog", stay)
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto("/desk")


def test_every_page_of_a_claim_is_sound(desk: Page, axe: Axe) -> None:
    desk.goto(f"{OTHER}/edit")
    desk.locator("#kind-2").check()
    desk.locator("#text").fill("A sheriff said that deputies had more time for other work in 2025.")
    desk.locator("#reason").fill("Shorter.")
    desk.locator("#notice").fill("It is shorter.")
    desk.locator("#save").click()
    expect(desk).to_have_url(re.compile("/saf-05$"))
    for path in ("/desk/claims/new", f"{OTHER}/history", f"{OTHER}/history/1"):
        desk.goto(path)
        sound(desk, axe)

    desk.goto(f"{OTHER}/edit")
    desk.locator("#base").evaluate("it => { it.value = '1'; }")
    desk.locator("#text").fill("These words are based on older ones, the sheriff said.")
    desk.locator("#reason").fill("Mine.")
    desk.locator("#save").click()
    expect(desk.get_by_role("heading", name="Ann saved this claim while you were writing")).to_be_visible()
    sound(desk, axe)
