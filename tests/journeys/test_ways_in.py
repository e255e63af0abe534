"""From the start page to the PDF: by keyboard alone, without scripts, and by touch."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with this name has the focus, visibly."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if name in (focused.get_attribute("aria-label") or focused.inner_text()):
            assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
            return
    raise AssertionError(f"no way to {name} by keyboard")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("frederick county md")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/24021")
    tab_to(page, "Make the fact sheet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/editions/*")
    tab_to(page, "Open the fact sheet")
    with page.expect_response(lambda answer: answer.url.endswith(".pdf")) as opened:
        page.keyboard.press("Enter")
    assert opened.value.status == 200
    assert opened.value.headers["content-type"] == "application/pdf"


def test_the_list_speaks_to_a_screen_reader(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name="Your town, city, county or state")
    field.press_sequentially("frederick")
    expect(page.get_by_role("option")).to_have_count(8)
    expect(field).to_have_attribute("aria-expanded", "true")
    status = page.locator("[role=status]").first
    expect(status).to_contain_text("8 results are available")
    page.keyboard.press("ArrowDown")
    option = page.get_by_role("option", selected=True)
    expect(option).to_contain_text("Frederick city")
    expect(option).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()


def test_enter_without_a_choice_leads_to_the_page_of_results(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("jackson twp")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/places\?q=jackson\+twp$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Which one do you mean?")


def test_the_button_does_not_flee_from_a_slow_press(page: Page) -> None:
    """The open list closes when the field loses the focus, and the button under it moved away."""
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("jackson twp")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("button", name="Find my place").click(delay=300)
    page.wait_for_url(re.compile(r"/places\?q=jackson\+twp$"))


def test_a_name_with_signs_is_shown_as_typed(page: Page) -> None:
    page.goto("/places?q=%3Cimg+src%3Dx%3E")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x>")
    expect(page.get_by_role("combobox")).to_have_value("<img src=x>")


def test_without_scripts(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_label("Your town, city, county or state").fill("frederick county md")
    plain.get_by_role("button", name="Find my place").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Frederick County, Maryland")
    plain.get_by_label("Critics first").check()
    plain.get_by_role("button", name="Make the fact sheet").click()
    expect(plain.get_by_role("link", name="Open the fact sheet")).to_be_visible()
    expect(plain.locator(".facts")).to_contain_text("critics")
    path = plain.get_by_role("link", name="Open the fact sheet").get_attribute("href") or ""
    assert plain.request.get(path).body().startswith(b"%PDF-")
    assert plain.context.cookies() == []


def test_by_touch_within_four_screens(phone: Page) -> None:
    screens = []
    phone.on("framenavigated", lambda frame: screens.append(frame.url))
    phone.goto("/")
    phone.get_by_role("combobox").press_sequentially("frederick county md")
    expect(phone.get_by_role("option")).to_have_count(1)
    phone.get_by_role("option").click()
    phone.wait_for_url("**/places/24021")
    phone.get_by_role("button", name="Make the fact sheet").click()
    phone.wait_for_url("**/editions/*")
    expect(phone.get_by_role("link", name="Open the fact sheet")).to_be_visible()
    assert len(screens) <= 4
