"""Organizers come in: by invitation, with an app, a recovery code and a passkey, in a real browser."""

import re
import shutil
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import DESKTOP, PHONE, Axe, watched_page
from tests.server import flask, serving, settings_for

pytestmark = pytest.mark.browser
PASSWORD = "marigold tractor evening"
ANN, BEN = "ann@example.org", "ben@example.org"
TOUCHED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass(frozen=True)
class House:
    """A running product under a name that browsers give passkeys to, and the link for its first admin."""

    origin: str
    link: str


@pytest.fixture
def house(
    loaded_database: Path, tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """The product on its own copy of the facts, at http://localhost."""
    database = Path(shutil.copy(loaded_database, tmp_path / "own.sqlite3"))
    port = free_port()
    origin = f"http://localhost:{port}"
    monkeypatch.setenv("BASE_URL", origin)
    link = flask(["people", "invite", ANN, "--role", "admin"], repository, database).strip()
    with serving(repository, settings_for(database) | {"BASE_URL": origin}, port=port):
        yield House(origin, link)


@pytest.fixture
def page(browser: Browser, house: House) -> Iterator[Page]:
    """A desktop window on that product."""
    yield from watched_page(browser, house.origin, DESKTOP)


@pytest.fixture
def other(browser: Browser, house: House) -> Iterator[Page]:
    """The small screen of somebody else."""
    yield from watched_page(browser, house.origin, PHONE)


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class App:
    """An authenticator app: its next code is always one that was not used yet."""

    def __init__(self, secret: str) -> None:
        self.totp, self.last = pyotp.TOTP(secret), 0

    def code(self) -> str:
        """The server takes the code of the half minute to come, too: no test waits for a clock."""
        self.last = max(int(time.time()) // 30, self.last + 1)
        return self.totp.generate_otp(self.last)


def join(page: Page, link: str, name: str) -> tuple[App, list[str]]:
    """Follow a link to one's desk with an app; gives it and the recovery codes."""
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    for label in ("New password", "The same password again"):
        page.get_by_label(label).fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second factor").click()
    page.get_by_role("button", name="Set up an app").click()
    app = App(page.locator("code.key").inner_text())
    page.get_by_label("The six digits").fill(app.code())
    page.get_by_role("button", name="The app is set up").click()
    codes = page.locator("ol.codes code").all_inner_texts()
    page.get_by_role("link", name="I have kept them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your desk")
    return app, codes


def password(page: Page, email: str) -> None:
    """Take the first step of signing in."""
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second step").click()


def code(page: Page, typed: str) -> None:
    """Take the second."""
    page.get_by_label("Code").fill(typed)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_an_admin_invites_a_reviewer_and_both_come_and_go(house: House, page: Page, other: Page) -> None:
    app, codes = join(page, house.link, "Ann")
    page.get_by_role("link", name="People").first.click()
    page.get_by_role("link", name="Invite somebody").click()
    page.get_by_label("E-mail address").fill(BEN)
    page.get_by_label("Reviewer").check()
    page.get_by_role("button", name="Make the link").click()
    join(other, page.locator(".link code").inner_text(), "Ben")
    expect(other.get_by_role("link", name="People")).to_have_count(0)

    sign_out(page)
    page.goto("/desk/log")
    password(page, " Ann@Example.org")
    code(page, app.code())
    expect(page.get_by_role("heading", level=1)).to_have_text("Event log")
    expect(page.locator("tbody tr").first).to_contain_text("person sign in")

    sign_out(page)
    password(page, ANN)
    code(page, codes[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Your desk")

    page.goto("/desk/people")
    page.get_by_role("link", name="Ben").click()
    page.get_by_role("button", name="Suspend Ben").click()
    other.goto("/desk")
    expect(other.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_passkey_signs_in(house: House, page: Page) -> None:
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": TOUCHED})
    page.goto(house.link)
    page.get_by_label("Your name").fill("Ann")
    for label in ("New password", "The same password again"):
        page.get_by_label(label).fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second factor").click()
    page.get_by_label("Name of this device").fill("blue key")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.locator("ol.codes code")).to_have_count(10)
    page.get_by_role("link", name="I have kept them").click()

    sign_out(page)
    password(page, ANN)
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your desk")
    page.goto("/desk/account/security")
    expect(page.locator("tbody tr")).to_contain_text(["Passkey: blue key"])


def test_nobody_stumbles_over_the_organizers_pages(house: House, page: Page, axe: Axe) -> None:
    page.goto("/sign-in")
    assert axe(page) == []
    page.goto(house.link)
    assert axe(page) == []
    join(page, house.link, "Ann")
    page.goto("/desk/people/invite")
    page.get_by_label("E-mail address").fill(BEN)
    page.get_by_role("button", name="Make the link").click()
    for path in (
        "/desk",
        "/desk/people",
        "/desk/people/1",
        "/desk/people/invite",
        "/desk/log",
        "/second-factor",
    ):
        open_at_both_widths(page, path, axe)
    for path in ("/desk/account", "/desk/account/security", "/desk/account/confirm"):
        open_at_both_widths(page, path, axe)


def open_at_both_widths(page: Page, path: str, axe: Axe) -> None:
    """Nothing is wrong with the page, and nothing makes it scroll sideways."""
    for viewport in (DESKTOP, PHONE):
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.goto(path)
        expect(page).to_have_url(re.compile(re.escape(path) + "$"))
        assert axe(page) == [], (path, viewport)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
