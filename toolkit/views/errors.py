"""What visitors are told when something goes wrong: what happened and what to do. None needs the database."""

from typing import NamedTuple

from flask import Flask, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from toolkit.access.errors import (
    AccessError,
    InvitationGone,
    NotAllowed,
    TooBusy,
    TooManyTries,
    Wait,
)
from toolkit.forms.place import PlaceSearch
from toolkit.publishing.errors import (
    Busy,
    CodeTaken,
    FactsBusy,
    FactsMissing,
    NotBalanced,
    NothingToCorrect,
    NotRendered,
    PublishingError,
    ShelfDamaged,
    UnknownPlace,
)

RETRY_SECONDS = 5


class Trouble(NamedTuple):
    """A status, and the name under which ``errors/words.html`` says what happened and what to do."""

    status: int
    name: str


NOT_OURS, BROKEN, FORGED = Trouble(400, "unreadable"), Trouble(500, "broken"), Trouble(400, "forged")
TROUBLES = {
    400: NOT_OURS,
    403: Trouble(403, "from_elsewhere"),
    404: Trouble(404, "no_page"),
    405: Trouble(405, "no_such_way"),
    413: Trouble(413, "too_much"),
    503: Trouble(503, "busy"),
}
PUBLISHING: dict[type[PublishingError], Trouble] = {
    UnknownPlace: Trouble(404, "unknown_place"),
    FactsMissing: Trouble(503, "facts_missing"),
    FactsBusy: Trouble(503, "facts_busy"),
    NothingToCorrect: Trouble(409, "nothing_to_correct"),
    CodeTaken: Trouble(409, "code_taken"),
    NotBalanced: Trouble(409, "not_balanced"),
    ShelfDamaged: Trouble(500, "shelf_damaged"),
    Busy: Trouble(503, "many_sheets"),
    NotRendered: Trouble(503, "not_rendered"),
}
ACCESS: dict[type[AccessError], Trouble] = {
    AccessError: Trouble(409, "not_possible"),
    NotAllowed: Trouble(403, "not_allowed"),
    InvitationGone: Trouble(410, "link_gone"),
    TooManyTries: Trouble(429, "too_many_tries"),
    TooBusy: Trouble(503, "many_sign_in"),
}


def answer_errors(app: Flask) -> None:
    """Answer every refusal and failure with a page."""
    app.register_error_handler(CSRFError, forged)
    app.register_error_handler(AccessError, not_let)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(PublishingError, not_published)


def refused(error: HTTPException) -> ResponseReturnValue:
    """The page for an HTTP error; what a form had to say about it is shown too."""
    original = error.get_response()
    if error.code is None or error.code < NOT_OURS.status:  # a redirect that routing made
        return original
    own_words = error.description if error.description != type(error).description else ""
    known = TROUBLES.get(error.code)
    if known is None:
        known = BROKEN if error.code >= InternalServerError.code else NOT_OURS
    page = _page(known._replace(status=error.code), own_words=own_words or "")
    for name in ("Allow", "Retry-After"):
        if name in original.headers:
            page.headers[name] = original.headers[name]
    return page


def forged(error: CSRFError) -> Response:
    """The page for a form whose token does not fit this browser."""
    return _page(FORGED)


def not_let(error: AccessError) -> Response:
    """The page for who was not let in or not let do something."""
    trouble = ACCESS[next(kind for kind in type(error).__mro__ if kind in ACCESS)]
    page = _page(trouble, own_words=str(error))
    if isinstance(error, Wait):
        page.headers["Retry-After"] = str(error.seconds)
    return page


def not_published(error: PublishingError) -> Response:
    """The page for a deed that publishing refused."""
    trouble = trouble_of(error)
    page = _page(trouble, place=request.form.get("place", ""))
    if trouble.status == TROUBLES[503].status:
        page.headers["Retry-After"] = str(RETRY_SECONDS)
    return page


def trouble_of(error: PublishingError) -> Trouble:
    """That of the nearest kind of error that has words."""
    kinds = (kind for kind in type(error).__mro__ if kind in PUBLISHING)
    return next((PUBLISHING[kind] for kind in kinds), BROKEN)


def _page(trouble: Trouble, *, own_words: str = "", place: str = "") -> Response:
    text = render_template(
        "errors/page.html", trouble=trouble, own_words=own_words, place=place, form=PlaceSearch()
    )
    page = Response(text, trouble.status)
    page.headers["Cache-Control"] = "no-store"
    return page
