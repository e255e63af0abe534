"""A desk with four organizers' browsers, and the way to what is stored, for tests of review pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from lxml import html
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

from tests import organizers
from tests.clock import Clock
from tests.toolkit.curation.readers import ROLES, House, back_in
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.database import unit_of_work


class Desk:
    """Browsers by name, and the way to what is stored."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        app.extensions["now"] = self.clock = Clock()
        self.browsers: dict[str, OrganizerClient] = {}
        for name, role in ROLES.items():
            self.browsers[name] = browser(app)
            organizers.sign_in(app, self.browsers[name], role, email=f"{name}@example.org", name=name.title())

    def __getattr__(self, name: str) -> OrganizerClient:
        return self.browsers[name]

    def look(self, name: str, path: str) -> HtmlElement:
        """The page at this address, query and all, in this person's browser."""
        answer = self.browsers[name].get(path)
        assert answer.status_code == 200, answer.status
        return html.document_fromstring(answer.text)

    def act(self, name: str, path: str, **fields: str) -> None:
        """Fill in a form of a claim's page, a minute later, and see it done."""
        self.clock.wait(minutes=1)
        page = path.rpartition("/")[0]
        assert self.browsers[name].fill(page, path, **fields).status_code == 303

    def send(self, name: str, path: str, **fields: str) -> TestResponse:
        """Post a form that no page of this person shows."""
        return organizers.send(self.browsers[name], path, **fields)

    @contextmanager
    def house(self) -> Iterator[House]:
        """What the four have done; what the body does is kept."""
        with unit_of_work(self.app.extensions["engine"], write=True) as work:
            house = back_in(work)
            house.clock = self.clock
            yield house
