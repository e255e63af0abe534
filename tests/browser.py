"""Chromium for the journeys: a page that may only talk to our own server, and axe to judge it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.postgresql import refuse

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}  # also what is left of 640 pixels at twice the size

# Chromium asks its maker's servers for updates, experiments and lists at every start unless told not to.
STAY_HOME = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ON_MACOS = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

PATIENCE = 30_000  # milliseconds: a machine may be busy, and nothing is judged by the clock

# Where the browser's own reader of PDFs comes from.
ITSELF = ("chrome:", "chrome-extension:")

Axe = Callable[[Page], list[str]]
# The size of targets is WCAG 2.2, which axe leaves out unless asked.
AXE = '{ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }'


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for this test process."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    program = program or next((path for path in ON_MACOS if Path(path).exists()), None)
    if program is None:
        refuse("Chromium is not installed: run setup/system browser")
    expect.set_options(timeout=PATIENCE)
    flags = [*STAY_HOME, "--no-sandbox"] if os.geteuid() == 0 else STAY_HOME
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, live_server: str) -> Iterator[Page]:
    """A desktop window on the running application; paths like "/claims" are enough for goto."""
    yield from watched_page(browser, live_server, DESKTOP)


@pytest.fixture
def phone(browser: Browser, live_server: str) -> Iterator[Page]:
    """The same on a small screen."""
    yield from watched_page(browser, live_server, PHONE)


def watched_page(browser: Browser, origin: str, viewport: Any) -> Iterator[Page]:
    """A page in a fresh profile; afterwards it must have asked no other host and logged no error."""
    wrongs: list[str] = []
    context = browser.new_context(base_url=origin, viewport=viewport, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()

    def judge_request(url: str) -> None:
        if not url.startswith((origin, "data:", "blob:", "about:", *ITSELF)):
            wrongs.append(f"asked a foreign host: {url}")

    page.on("request", lambda request: judge_request(request.url))
    page.on("pageerror", lambda error: wrongs.append(f"script error: {error}"))
    page.on(
        "console",
        lambda said: wrongs.append(f"console: {said.text}") if is_fault(said) else None,
    )
    yield page
    context.close()
    assert not wrongs


def is_fault(said: ConsoleMessage) -> bool:
    """Errors in the console count, but not that a page answered 404 on purpose, nor that the icon, which
    Chromium fetches when it likes, was wanted after a journey had cut the network.
    """
    answered = "Failed to load resource: the server responded with a status of 4" in said.text
    return said.type == "error" and not answered and not said.location["url"].endswith("/icon.svg")


@pytest.fixture(scope="session")
def axe(repository: Path) -> Axe:
    """axe(page) gives what the accessibility checker found, one line a violation; empty is good."""
    source = (repository / "tests" / "vendor" / "axe.min.js").read_text(encoding="utf-8")

    def judge(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        result = page.evaluate(f"() => axe.run(document, {AXE})")
        return [
            f"{wrong['id']}: {wrong['help']} at {', '.join(str(node['target']) for node in wrong['nodes'])}"
            for wrong in result["violations"]
        ]

    return judge


def faults(page: Page, axe: Axe) -> Iterator[str]:
    """What is wrong with the open page, or sticks out, on a desk, on a phone and on the narrowest screen."""
    before = page.viewport_size
    for size in (DESKTOP, PHONE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        width = size["width"]
        yield from (f"{page.url} at {width}: {wrong}" for wrong in axe(page))
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{page.url} is {wide} wide on a screen of {width}"
    if before is not None:
        page.set_viewport_size(before)


def sound(page: Page, axe: Axe) -> None:
    """Nothing is wrong with the open page at any size, and nothing makes it scroll sideways."""
    assert list(faults(page, axe)) == []
