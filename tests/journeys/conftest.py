"""Visitors of every kind, organizers, and servers on other days and with other libraries."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import DESKTOP, PATIENCE, PHONE, watched_page
from tests.journeys.office import Office, open_office
from tests.server import TODAY, serving, settings_for

Serve = Callable[..., AbstractContextManager[str]]
AtDesk = Callable[..., Page]


@pytest.fixture
def own_facts(loaded_database: Path, tmp_path: Path) -> Path:
    """A copy of the shipped facts that the journey may change."""
    return Path(shutil.copy(loaded_database, tmp_path / "own.sqlite3"))


@pytest.fixture
def serve(repository: Path, own_facts: Path) -> Serve:
    """serve(today=...) gives the origin of the product on these facts, on that day."""

    @contextmanager
    def running(today: str = TODAY) -> Iterator[str]:
        with serving(repository, settings_for(own_facts) | {"TODAY": today}) as (origin, _):
            urlopen(origin, timeout=120).close()  # it listens before its renderers are warm
            yield origin

    return running


@pytest.fixture
def phone_at(browser: Browser) -> Callable[[str], AbstractContextManager[Page]]:
    """phone_at(origin) is a small screen that visits this server."""
    return contextmanager(lambda origin: watched_page(browser, origin, PHONE))


@pytest.fixture
def plain(browser: Browser, live_server: str) -> Iterator[Page]:
    """A small screen that runs no scripts."""
    context = browser.new_context(base_url=live_server, viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def office(
    loaded_database: Path, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[Office]:
    """The product on a copy of the shipped facts, with four organizers. Each test has claims of its own."""
    folder = tmp_path_factory.mktemp("office")
    facts = Path(shutil.copy(loaded_database, folder / "own.sqlite3"))
    with serving(repository, settings_for(facts)) as (origin, _):
        urlopen(origin, timeout=120).close()
        with open_office(origin, facts) as made:
            yield made


@pytest.fixture
def at_desk(office: Office, browser: Browser) -> Iterator[AtDesk]:
    """at_desk("ann") is a window in which Ann is signed in; each has cookies of its own."""
    with ExitStack() as windows:

        def sit_down(name: str, *, origin: str = "", viewport: dict[str, int] = DESKTOP) -> Page:
            window = contextmanager(watched_page)(browser, origin or office.origin, viewport)
            page = windows.enter_context(window)
            page.context.add_cookies([office.cookie(name, origin)])
            return page

        yield sit_down


@pytest.fixture
def reader(office: Office, browser: Browser) -> Iterator[Page]:
    """The small screen of somebody who is no organizer, on the same product."""
    yield from watched_page(browser, office.origin, PHONE)
