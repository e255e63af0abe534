"""Organizers' browsers for tests of pages: signed in without a password, sending forms with their token."""

import itertools
import re
from datetime import datetime
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests import factories
from toolkit.access import sessions
from toolkit.database import unit_of_work
from toolkit.models import Person

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
NUMBERS = itertools.count(1)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(app: Flask, client: FlaskClient, role: str = "admin", *, half: bool = False, **other: Any) -> int:
    """Give a browser the session of a new organizer; ``half`` owes the second factor. The person's number."""
    email = other.pop("email", f"{role}-{next(NUMBERS)}@example.org")
    known = {"totp_secret": SECRET} | other
    with unit_of_work(app.extensions["engine"], write=True) as work:
        person = factories.person(email, role, **known)
        work.add(person)
        work.flush()
        begin(app, client, person, half=half)
        return person.id


def begin(app: Flask, client: FlaskClient, person: Person, *, half: bool = False) -> None:
    """A session of this person in this browser; inside a unit of work."""
    now: datetime = app.extensions["now"]()
    token = sessions.begin(person, second_factor=not half, now=now)
    with client.session_transaction(base_url=origin(app)) as cookie:
        cookie["token"] = token


def send(client: FlaskClient, path: str, **fields: str) -> TestResponse:
    """Post a form with the token that this browser's pages carry."""
    base = origin(client.application)
    (token, *_) = TOKEN.findall(client.get("/sign-in", base_url=base).text)
    data = fields | {"csrf_token": token}
    return client.post(path, data=data, base_url=base, headers={"Referer": f"{base}/desk"})


def origin(app: Flask) -> str:
    """How browsers reach this app."""
    return str(app.extensions["settings"].base_url)
