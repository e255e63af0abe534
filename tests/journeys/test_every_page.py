"""Every page on a phone and on a desk: accessible, whole on a narrow screen, without cookies."""

import pytest
from playwright.sync_api import Page

from tests.browser import Axe, sound
from tests.sweeps import sampled

pytestmark = pytest.mark.browser

PATHS = [
    "/",
    "/places?q=jackson+township+indiana",
    "/places?q=washington",
    "/places?q=zzzzzzzz",
    "/places?q=" + "x" * 101,
    "/places/24021",
    "/places/12",
    "/places/1805737044",
    "/places/US",
    "/places/24021/fact-sheet",
    "/places/US/fact-sheet",
    "/places/24021/meetings",
    "/places/17195/meetings",
    "/places/US/meetings",
    "/editions",
    "/editions?code=K7M2P-4QXRA",
    "/claims",
    "/claims/saf-03",
    "/sources",
    "/sources/usc-1357g",
    "/glossary",
    "/timeline",
    "/balance",
    "/about",
    "/places/99999",
    "/nowhere",
]


@pytest.mark.parametrize("path", sampled(PATHS, 4))
def test_the_page_is_sound_on_a_phone_and_on_a_desk(phone: Page, axe: Axe, path: str) -> None:
    phone.goto(path)
    sound(phone, axe)
    assert phone.context.cookies() == []


def test_an_edition_is_sound(phone: Page, axe: Axe) -> None:
    phone.goto("/places/24021")
    phone.get_by_role("button", name="Make the fact sheet").click()
    phone.wait_for_url("**/editions/*")
    sound(phone, axe)
    assert phone.context.cookies() == []


def test_the_list_under_the_field_is_sound(phone: Page, axe: Axe) -> None:
    phone.goto("/")
    phone.get_by_role("combobox").press_sequentially("frederick")
    phone.get_by_role("option").first.wait_for()
    assert axe(phone) == []


def test_what_is_touched_is_large_enough(phone: Page) -> None:
    for path in ("/", "/places?q=jackson+twp", "/places/24021", "/editions"):
        phone.goto(path)
        targets = phone.locator(
            "main button, main .hits a, main .choice, main summary, header a, footer a"
        ).all()
        boxes = [target.bounding_box() for target in targets if target.is_visible()]
        assert boxes
        assert [box for box in boxes if box and box["height"] < 44] == []
