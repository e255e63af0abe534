"""The edge of the house: what holds for every request, whatever page it asks for.

One unit of work a request, committed once after success; a database that is busy or text it cannot store
answered in plain words; requests that another site sends refused; the same headers on every answer.
"""

import traceback
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, has_request_context, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DataError, OperationalError, ProgrammingError, StatementError
from werkzeug.exceptions import BadRequest, Forbidden, NotFound, ServiceUnavailable

from toolkit import views
from toolkit.database import unit_of_work
from toolkit.ledger import subjects
from toolkit.publishing.finding.gazetteer import gazetteer
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing import library
from toolkit.views.installation import SUBJECT

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

OF_A_SUBJECT = frozenset(pages.name for pages in views.OF_A_SUBJECT)
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
        press_room: PressRoom = self.extensions["press_room"]
        press_room.renderers.warm()
        try:
            with unit_of_work(press_room.engine):
                gazetteer()
                library.warm(press_room.settings.readers)
        except (OperationalError, ProgrammingError) as error:  # not set up yet; pages say so
            self.logger.error("The database could not answer: %s", type(error.orig).__name__)

    def wsgi_app(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request; an address that begins with the slug of a subject is a page about that one."""
        first, _, rest = str(environ.get("PATH_INFO", "")).lstrip("/").partition("/")
        if first and first not in self.own_names and (named := self._subject(first)):
            environ |= {
                "SCRIPT_NAME": f"{environ.get('SCRIPT_NAME', '')}/{first}",
                "PATH_INFO": f"/{rest}",
                SUBJECT: named,
            }
        return super().wsgi_app(environ, start_response)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """What our own addresses begin with, which no subject can take."""
        return frozenset(rule.rule.split("/")[1] for rule in self.url_map.iter_rules())

    def url_for(self, endpoint: str, **values: Any) -> str:
        """The address of a page; what belongs to no subject stays at the root under the name of one."""
        url = super().url_for(endpoint, **values)
        if has_request_context() and SUBJECT in request.environ and not is_of_a_subject(endpoint):
            slug = request.script_root.rpartition("/")[2]
            return url.replace(f"/{slug}/", "/", 1)
        return url

    def _subject(self, slug: str) -> str:
        """The id of the open subject with this slug, but for the first, which needs none."""
        try:
            with unit_of_work(self.extensions["engine"]):
                known = subjects.every(closed=False)[1:]
        except (OperationalError, ProgrammingError):  # whatever page it is, it says so
            return ""
        return next((each.id for each in known if each.slug == slug), "")

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
    app.before_request(keep_at_the_root)
    app.before_request(refuse_foreign_requests)
    app.after_request(add_headers)


def is_of_a_subject(endpoint: str) -> bool:
    """Whether a page is about one subject. An endpoint that names no part of ours is of the page at hand."""
    part, dot, _ = endpoint.rpartition(".")
    return bool(dot) and (not part or part in OF_A_SUBJECT)


def keep_at_the_root() -> None:
    """The desk, files of ours and what else belongs to no subject have one address."""
    if SUBJECT in request.environ and not is_of_a_subject(request.endpoint or ""):
        raise NotFound


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
