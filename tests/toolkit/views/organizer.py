"""A strict browser of an organizer, who reaches the product over HTTPS and fills in forms."""

from typing import Any

import pyotp
from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

from tests import organizers
from tests.clock import Clock
from tests.toolkit.views.strict import StrictClient


class OrganizerClient(StrictClient):
    """Asks over HTTPS and sends forms as a browser does: with hidden fields, from the page they are on."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask at the public address."""
        kwargs.setdefault("base_url", organizers.origin(self.application))
        return super().open(*args, **kwargs)

    def fill(self, page: str, action: str = "", **fields: str) -> TestResponse:
        """Open a page, fill in the form that goes to ``action`` (the page itself when empty), and send it."""
        shown = html.document_fromstring(self.get(page).text)
        (form,) = [
            form
            for form in shown.forms
            if (form.get("action") or page).split("?")[0] == (action or page).split("?")[0]
        ]
        data = dict(form.form_values()) | fields
        address = form.get("action") or page
        base = organizers.origin(self.application)
        return self.post(address, data=data, headers={"Referer": f"{base}{page}", "Origin": base})


def browser(app: Flask) -> OrganizerClient:
    """A browser that has never been here."""
    return OrganizerClient(app, app.response_class)


def code(clock: Clock, secret: str = organizers.SECRET) -> str:
    """What the app shows now."""
    return pyotp.TOTP(secret).at(clock())
