"""The fixtures give what they promise: real, empty databases, and a browser that notices what it should."""

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import create_engine, inspect

from tests.browser import DESKTOP, Axe, watched_page

SMALL = """() => {
  const button = () => Object.assign(document.createElement("button"), { textContent: "x" });
  const two = [button(), button()];
  for (const each of two) each.style.cssText = "all: unset; font: 12px sans-serif";
  document.querySelector("main").replaceChildren(...two);
}"""


def test_each_database_is_real_and_empty(database_url: str) -> None:
    engine = create_engine(database_url)
    assert inspect(engine).get_table_names() == []
    assert database_url.startswith(engine.dialect.name)
    engine.dispose()


def test_axe_finds_a_picture_without_words_and_buttons_too_small_to_touch(page: Page, axe: Axe) -> None:
    page.goto("/")
    assert axe(page) == []
    page.evaluate("document.querySelector('main').append(new Image())")
    assert [violation.split(":")[0] for violation in axe(page)] == ["image-alt"]
    page.evaluate(SMALL)
    assert "target-size" in [violation.split(":")[0] for violation in axe(page)]


@pytest.mark.parametrize(
    "wrong",
    [
        "fetch('http://127.0.0.2:9/').catch(() => 0)",
        "console.error('something broke')",
        "setTimeout(() => { throw new Error('something broke') })",
    ],
    ids=["foreign host", "console error", "script error"],
)
def test_a_watched_page_notices(wrong: str, browser: Browser, live_server: str) -> None:
    watching = watched_page(browser, live_server, DESKTOP)
    page = next(watching)
    page.goto("/")
    page.evaluate(wrong)
    page.wait_for_load_state("networkidle")
    with pytest.raises(AssertionError):
        next(watching)
