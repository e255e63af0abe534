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
from toolkit.extensions import lazy_gettext as _
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
    """A status, what happened in a few words, and what to do."""

    status: int
    happened: str
    do: str


NOT_OURS = Trouble(
    400,
    _("We could not read this request"),
    _("Something in the address or the form was not as it should be. Go back, check it and try again."),
)
TROUBLES = {
    400: NOT_OURS,
    403: Trouble(
        403,
        _("This request came from another website"),
        _("For your safety we only make sheets that are asked for on our own pages. Choose your place here."),
    ),
    404: Trouble(
        404,
        _("There is no page at this address"),
        _("Check the address for a typing slip, or start again below."),
    ),
    405: Trouble(
        405,
        _("This address cannot be used that way"),
        _("It takes a form, not a link – or a link, not a form. Start from your place."),
    ),
    413: Trouble(413, _("That was too much at once"), _("Nothing was kept. Send less text and try again.")),
    503: Trouble(
        503,
        _("We are busy at the moment"),
        _("Nothing was lost. Wait a few seconds, then load this page again."),
    ),
}
BROKEN = Trouble(
    500,
    _("Something went wrong on our side"),
    _("It is not your fault and nothing was lost. Try again in a minute; if it happens again, tell us."),
)
PUBLISHING: dict[type[PublishingError], Trouble] = {
    UnknownPlace: Trouble(
        404,
        _("We know no place with this number"),
        _("Look for it by name. If it is not listed, there is a sheet for places that we do not know."),
    ),
    FactsMissing: Trouble(
        503,
        _("The facts are not loaded yet"),
        _("Whoever runs this site has to load them once: make setup. Then come back to this page."),
    ),
    FactsBusy: Trouble(
        503,
        _("The facts could not be read this time"),
        _("Nothing was lost. Wait a few seconds, then try again."),
    ),
    NothingToCorrect: Trouble(
        409,
        _("Nothing on this sheet needs a correction"),
        _("Every claim on it reads as printed today. Hand it out as it is."),
    ),
    CodeTaken: Trouble(
        409,
        _("This sheet could not get a code of its own"),
        _("Go back and choose the other side to come first."),
    ),
    NotBalanced: Trouble(
        409,
        _("This sheet is not balanced, so it was not made"),
        _("Go back and read it on screen: it says which rule fails and by how much."),
    ),
    ShelfDamaged: Trouble(
        500,
        _("The stored sheet is damaged"),
        _(
            "We do not hand out a sheet that is not exactly what was issued. "
            "Please tell whoever runs this site."
        ),
    ),
    Busy: Trouble(
        503,
        _("Many sheets are being made at the moment"),
        _("Nothing was lost. Wait a few seconds, then press the button again."),
    ),
    NotRendered: Trouble(
        503,
        _("The PDF could not be made this time"),
        _("Nothing was lost. Try again; the sheet can still be read on screen."),
    ),
}


FORGED = Trouble(
    400,
    _("This form could not be taken"),
    _(
        "It was open too long, or somebody signed in since. "
        "Go back, load the page again and send it once more."
    ),
)
ACCESS: dict[type[AccessError], Trouble] = {
    AccessError: Trouble(409, _("That is not possible"), _("Go back and choose something else.")),
    NotAllowed: Trouble(403, _("This page is for another role"), _("Your desk shows what you may do.")),
    InvitationGone: Trouble(410, _("This link is used up"), _("Links work once, and not for long.")),
    TooManyTries: Trouble(429, _("Too many tries"), _("Nobody is locked out for good.")),
    TooBusy: Trouble(503, _("We are busy at the moment"), _("Nothing was lost.")),
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
    """What happened and what to do, for the nearest kind of error that has words."""
    kinds = (kind for kind in type(error).__mro__ if kind in PUBLISHING)
    return next((PUBLISHING[kind] for kind in kinds), BROKEN)


def _page(trouble: Trouble, *, own_words: str = "", place: str = "") -> Response:
    text = render_template(
        "errors/page.html", trouble=trouble, own_words=own_words, place=place, form=PlaceSearch()
    )
    page = Response(text, trouble.status)
    page.headers["Cache-Control"] = "no-store"
    return page
