"""Organizers come in: by invitation, with an app, a recovery code and a passkey, in a real browser."""

import shutil
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import DESKTOP, PHONE, Axe, sound, watched_page
from tests.server import flask, serving, settings_for

pytestmark = pytest.mark.browser
PASSWORD = "marigold tractor evening"
BEN = "ben@example.org"
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
    """A running product under a name that browsers give passkeys to, and an admin's link to join it."""

    origin: str
    email: str
    link: str


@pytest.fixture(scope="module")
def served(
    loaded_database: Path, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[tuple[str, Path]]:
    """The product on its own copy of the facts, at http://localhost."""
    folder = tmp_path_factory.mktemp("people")
    database = Path(shutil.copy(loaded_database, folder / "own.sqlite3"))
    port = free_port()
    origin = f"http://localhost:{port}"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BASE_URL", origin)
        with serving(repository, settings_for(database), port=port):
            yield origin, database


@pytest.fixture
def house(served: tuple[str, Path], repository: Path, request: pytest.FixtureRequest) -> House:
    """That product, and an admin of this test's own who is invited to it."""
    origin, database = served
    email = f"{request.node.name.replace('_', '-')}@example.org"[-60:].lstrip("-")
    link = flask(["people", "invite", email, "--role", "admin"], repository, database).strip()
    return House(origin, email, link)


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
    password(page, f" {house.email.upper()}")
    code(page, app.code())
    expect(page.get_by_role("heading", level=1)).to_have_text("Event log")
    expect(page.locator("tbody tr").first).to_contain_text("person sign in")

    sign_out(page)
    password(page, house.email)
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
    password(page, house.email)
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your desk")
    page.goto("/desk/account/security")
    expect(page.locator("tbody tr")).to_contain_text(["Passkey: blue key"])


def test_nobody_stumbles_on_the_way_in(house: House, page: Page, axe: Axe) -> None:
    page.goto("/sign-in")
    sound(page, axe)
    page.goto(house.link)
    sound(page, axe)
    page.get_by_label("Your name").fill("Ann")
    for label in ("New password", "The same password again"):
        page.get_by_label(label).fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second factor").click()
    page.get_by_role("button", name="Set up an app").click()
    app = App(page.locator("code.key").inner_text())
    sound(page, axe)
    page.get_by_label("The six digits").fill(app.code())
    page.get_by_role("button", name="The app is set up").click()
    expect(page.locator("ol.codes code")).to_have_count(10)
    sound(page, axe)
    page.goto("/desk/people/invite")
    page.get_by_label("E-mail address").fill("cleo@example.org")
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator(".link code")).to_be_visible()
    sound(page, axe)
    sign_out(page)
    password(page, house.email)
    expect(page.get_by_label("Code")).to_be_visible()
    sound(page, axe)
