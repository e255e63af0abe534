"""Four organizers of one served product, whose browsers are signed in without a password."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from playwright.sync_api._generated import SetCookieParam
from sqlalchemy import select

from tests import factories, organizers
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Person

ROLES = {"ann": "contributor", "ben": "reviewer", "cleo": "reviewer", "dora": "admin"}


@dataclass(frozen=True)
class Office:
    """Where the product is served, its facts, and the way to a session of each of the four."""

    origin: str
    facts: Path
    app: Flask

    def cookie(self, name: str, origin: str = "") -> SetCookieParam:
        """A new session of this person, for a browser that asks at ``origin``."""
        client = self.app.test_client()
        with unit_of_work(self.app.extensions["engine"], write=True) as work:
            person = work.scalars(select(Person).where(Person.email == f"{name}@example.org")).one()
            organizers.begin(self.app, client, person)
        kept = client.get_cookie("organizer", domain="127.0.0.1")
        assert kept is not None
        return {"name": "organizer", "value": kept.value, "url": origin or self.origin}


@contextmanager
def open_office(origin: str, facts: Path) -> Iterator[Office]:
    """Ann, Ben, Cleo and Dora join the product that is served here on these facts."""
    folder = facts.parent
    app = create_app(Settings(instance_dir=folder, database_url=f"sqlite:///{facts}", base_url=origin))
    with unit_of_work(app.extensions["engine"], write=True) as work:
        for name, role in ROLES.items():
            secret = {"totp_secret": organizers.SECRET}
            work.add(factories.person(f"{name}@example.org", role, **secret))
    yield Office(origin, facts, app)
    app.extensions["engine"].dispose()
