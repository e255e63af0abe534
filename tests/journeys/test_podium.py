"""The podium and its form by finger, by keyboard and without scripts; what is left behind: nothing."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Axe, sound
from tests.journeys.test_speaking import MAKE, OWN, PODIUM, make
from tests.sweeps import sampled

pytestmark = pytest.mark.browser

FORM = "/places/24021/testimony"
TYPED = "[...document.querySelectorAll('textarea, input')].map(each => each.value).join()"
KEPT = (
    "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state, location.href])"
)


@pytest.mark.parametrize("path", sampled([FORM, "/places/US/deal", "/places/24021/deal?speakers=60&seed=k7"]))
def test_the_forms_are_sound(phone: Page, axe: Axe, path: str) -> None:
    phone.goto(path)
    for fold in phone.locator("details summary").all():
        fold.click()
    sound(phone, axe)
    targets = phone.locator("main button, main .choice, main summary, main input[type=text], main select")
    boxes = [target.bounding_box() for target in targets.all() if target.is_visible()]
    assert [box for box in boxes if box and box["height"] < 44] == []


def test_text_and_podium_are_sound(phone: Page, axe: Axe) -> None:
    make(phone, "I support the program")
    assert axe(phone) == []
    phone.get_by_role("button", name=PODIUM).click()
    sound(phone, axe)


def test_a_mistake_is_sound_and_keeps_what_was_typed(phone: Page, axe: Axe) -> None:
    phone.goto(FORM)
    phone.get_by_label("Your own sentence").fill(OWN)
    phone.get_by_label("Time to speak", exact=True).fill("soon")
    phone.get_by_role("button", name=MAKE).click()
    phone.get_by_role("alert").get_by_role("link").click()
    expect(phone.get_by_label("Time to speak", exact=True)).to_have_value("soon")
    expect(phone.get_by_label("Your own sentence")).to_have_value(OWN)
    assert axe(phone) == []


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto(FORM)
    page.locator("#position input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type(OWN)
    button = page.get_by_role("button", name=MAKE)
    for _ in range(12):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name=PODIUM).focus()
    page.keyboard.press("Enter")
    line = page.locator(".podium .line")
    expect(line).to_have_text("Thank you for hearing me.")
    page.keyboard.press("ArrowRight")  # starts the clock
    expect(line).to_have_text("Thank you for hearing me.")
    page.keyboard.press("ArrowRight")
    expect(line).to_have_text("I am a resident of Frederick County.")
    page.keyboard.press("PageDown")
    expect(line).to_contain_text("I ask you to")
    page.keyboard.press("ArrowLeft")
    expect(line).to_have_text("I am a resident of Frederick County.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".said")).to_contain_text(OWN)


def test_taps_and_swipes_turn_the_screens(phone: Page) -> None:
    make(phone, "I oppose the program")
    phone.get_by_role("button", name=PODIUM).click()
    line, count = phone.locator(".podium .line"), phone.locator(".podium .count")
    box = phone.locator(".podium .now").bounding_box()
    assert box is not None
    left, middle, right, y = box["x"] + 20, box["width"] / 2, box["width"] - 20, box["y"] + box["height"] / 2

    def swipe(start: float, end: float) -> None:
        phone.mouse.move(start, y)
        phone.mouse.down()
        phone.mouse.move(end, y + 10)
        phone.mouse.up()

    phone.mouse.click(right, y)  # starts the clock
    expect(count).to_contain_text("1 of")
    phone.mouse.click(right, y)
    expect(count).to_contain_text("2 of")
    swipe(right, middle)
    expect(count).to_contain_text("3 of")
    swipe(middle, right)
    expect(count).to_contain_text("2 of")
    phone.mouse.click(left, y)
    expect(count).to_contain_text("1 of")
    assert line.evaluate("line => line.parentElement.scrollHeight <= line.parentElement.clientHeight")


def test_the_clock_runs_and_says_when_time_is_over(phone: Page) -> None:
    phone.clock.install()
    make(phone, "I oppose the program", limit="1:00")
    phone.get_by_role("button", name=PODIUM).click()
    podium, timer = phone.locator(".podium"), phone.get_by_role("timer")
    phone.clock.run_for(9_000)
    expect(timer).to_have_text("1:00")
    phone.get_by_role("button", name="Start the clock").click()
    phone.clock.run_for(10_000)
    expect(timer).to_have_text("0:50")
    expect(podium).not_to_have_class(re.compile("late"))
    phone.clock.run_for(40_000)
    expect(timer).to_have_text("0:10")
    expect(podium).to_have_class(re.compile("late"))
    phone.clock.run_for(15_000)
    expect(timer).to_have_text("+0:05")


def test_back_leaves_the_podium_and_not_the_text(phone: Page) -> None:
    make(phone, "I oppose the program")
    phone.get_by_role("button", name=PODIUM).click()
    phone.evaluate("history.back()")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator(".said")).to_contain_text(OWN)


def test_a_screen_that_cannot_be_kept_lit_is_told(phone: Page) -> None:
    phone.add_init_script("delete Navigator.prototype.wakeLock")
    make(phone, "I oppose the program")
    phone.get_by_role("button", name=PODIUM).click()
    expect(phone.locator(".podium .dark")).to_be_visible()


def test_the_screen_is_kept_lit_while_somebody_speaks(phone: Page) -> None:
    phone.add_init_script("""
        window.lamps = [];
        WakeLock.prototype.request = async (kind) => {
            lamps.push(kind);
            return { release: () => lamps.pop() };
        };
    """)
    make(phone, "I oppose the program")
    phone.get_by_role("button", name=PODIUM).click()
    phone.wait_for_function("lamps.join() === 'screen'")
    expect(phone.locator(".podium .dark")).to_be_hidden()
    phone.keyboard.press("Escape")
    phone.wait_for_function("lamps.length === 0")


def test_rehearsing_sets_the_pace(phone: Page) -> None:
    phone.clock.install(time=datetime(2026, 11, 26, tzinfo=UTC))
    phone.goto(FORM)
    phone.clock.pause_at(datetime(2026, 11, 26, 1, tzinfo=UTC))  # a slow machine must not add its own seconds
    phone.get_by_text("How fast you speak").click()
    words = int(phone.locator(".rehearsal").get_attribute("data-words") or 0)
    phone.get_by_role("button", name="Start reading").click()
    phone.clock.run_for(27_000)
    phone.get_by_role("button", name="Stop").click()
    expect(phone.get_by_label("Your pace")).to_have_value(str(round(words * 60 / 27)))
    phone.get_by_role("button", name="Read it again").click()
    phone.clock.run_for(120_000)
    phone.get_by_role("button", name="Stop").click()
    expect(phone.get_by_label("Your pace")).to_have_value("100")


def test_a_paper_comes_without_leaving_the_text(phone: Page) -> None:
    make(phone, "I oppose the program")
    with phone.expect_download() as waiting:
        phone.get_by_role("button", name="Speaking copy: PDF").click()
    assert waiting.value.suggested_filename == "speaking-24021.pdf"
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
    expect(phone.locator(".told")).to_contain_text("Saved as speaking-24021.pdf")
    expect(phone.locator(".said")).to_contain_text(OWN)


def test_nothing_is_left_in_the_browser(phone: Page) -> None:
    make(phone, "I oppose the program")
    phone.get_by_role("button", name=PODIUM).click()
    assert "bakery" not in phone.evaluate(KEPT)
    phone.keyboard.press("Escape")
    phone.wait_for_function("history.state === null")
    phone.go_back()
    assert phone.url.endswith(FORM)
    assert "bakery" not in phone.evaluate(TYPED)


def test_clearing_leaves_nothing_to_go_back_to(phone: Page, axe: Axe) -> None:
    make(phone, "I oppose the program")
    phone.get_by_role("link", name="Clear this page").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("This site left nothing in the browser")
    assert axe(phone) == []
    phone.goto(FORM)
    assert "bakery" not in phone.evaluate(TYPED)


@pytest.mark.parametrize("there", ["form", "text"])
def test_a_page_that_the_browser_brings_back_is_empty(phone: Page, there: str) -> None:
    if there == "text":
        make(phone, "I oppose the program")
    else:
        phone.goto(FORM)
        phone.get_by_label("Your own sentence").fill(OWN)
    phone.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page was cleared when you left it")
    assert "bakery" not in phone.content()


def test_without_scripts_everything_can_be_had(plain: Page) -> None:
    make(plain, "I oppose the program")
    expect(plain.get_by_role("button", name=PODIUM)).to_have_count(0)
    expect(plain.locator(".said .stop").first).to_contain_text("Stop here.")
    with plain.expect_download() as waiting:
        plain.get_by_role("button", name="Written comment: Plain text").click()
    assert "bakery" in Path(waiting.value.path()).read_text()
    plain.get_by_role("button", name="Change something").click()
    expect(plain.get_by_label("Your own sentence")).to_have_value(OWN)
    plain.get_by_text("How fast you speak").click()
    expect(plain.locator(".by-watch")).to_contain_text("seconds is 130")
    expect(plain.locator(".points.oppose").first).to_be_hidden()
    plain.get_by_text("Which points you make").click()
    expect(plain.locator(".points.oppose")).to_be_visible()
    expect(plain.locator(".points.support")).to_be_hidden()
