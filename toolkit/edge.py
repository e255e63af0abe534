"""The edge of the house: what holds for every request, whatever page it asks for.

One unit of work a request, committed once after success; a database that is busy or text it cannot store
answered in plain words; requests that another site sends refused; the same headers on every answer.
"""

import traceback
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DataError, OperationalError, ProgrammingError, StatementError
from werkzeug.exceptions import BadRequest, Forbidden, ServiceUnavailable

from toolkit.database import unit_of_work
from toolkit.publishing.gazetteer import gazetteer

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
RETRY_SECONDS = 5
YEAR = 365 * 24 * 3600
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would make every protected form fail on HTTPS
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Newsroom(Flask):
    """The Flask app, whose every request is one unit of work."""

    def warm(self) -> None:
        """Have everything ready that the first visitor would otherwise wait for."""
        self.extensions["press_room"].renderers.warm()
        try:
            with unit_of_work(self.extensions["engine"]):
                gazetteer()
        except (OperationalError, ProgrammingError) as error:  # not set up yet; pages say so
            self.logger.error("The database could not answer: %s", type(error.orig).__name__)

    def dispatch_request(self) -> ResponseReturnValue:
        """Run the view inside a session that commits once, only for an unsafe method and after success.

        A guard may say that what is sent is only looked at: then nothing is locked and nothing kept.
        """
        guard = getattr(self.view_functions.get(request.endpoint or ""), "guard", None)
        write = request.method not in SAFE_METHODS and (guard is None or guard.writes)
        try:
            with unit_of_work(self.extensions["engine"], write=write) as work:
                response = self.make_response(super().dispatch_request())
                if response.status_code >= BadRequest.code:
                    work.rollback()
                return response
        except (OperationalError, ProgrammingError) as error:
            self.logger.error("The database could not answer: %s", type(error.orig).__name__)
            raise ServiceUnavailable(retry_after=RETRY_SECONDS) from error
        except (DataError, StatementError) as error:
            raise BadRequest from error

    def log_exception(self, exc_info: Any) -> None:
        """Log where a request failed and with what kind of error, never its path or the error's words."""
        kind, _, trace = exc_info
        where = "".join(traceback.format_tb(trace))
        self.logger.error("%s failed with %s\n%s", request.endpoint, kind.__name__, where)


def register(app: Flask) -> None:
    """Hang the checks and headers on the app."""
    app.before_request(refuse_foreign_requests)
    app.after_request(add_headers)


def refuse_foreign_requests() -> None:
    """Public forms carry no cookie and no token: what another site sends is refused by its origin."""
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    ours = {request.host, urlsplit(current_app.extensions["settings"].base_url).netloc}
    foreign = origin is not None and urlsplit(origin).netloc not in ours
    if foreign or request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise Forbidden


def add_headers(response: Response) -> Response:
    """The security headers, and how long the answer may be kept."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static" and response.status_code < BadRequest.code:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-cache" if request.method in SAFE_METHODS else "no-store"
    return response
