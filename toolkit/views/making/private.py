"""Answers to forms with somebody's own words: given once, kept by nobody, neither a proxy nor the browser."""

from flask import Response, abort, make_response, render_template, request
from werkzeug.datastructures import MultiDict
from wtforms import Form

from toolkit.publishing.errors import PublishingError
from toolkit.publishing.speaking.testimony import MEDIA_TYPES, Format
from toolkit.views.errors import RETRY_SECONDS, trouble_of

BODY_LIMIT = 32 * 1024  # bytes; the longest texts with every point ticked are half of it


def typed() -> MultiDict[str, str]:
    """The fields of the form that was sent; refuses one that is too long or might be put on disk."""
    request.max_content_length = BODY_LIMIT
    if request.mimetype == "multipart/form-data":
        abort(415)  # large parts of such a form go to temporary files
    return request.form


def private(body: str | Response, status: int = 200) -> Response:
    """An answer that is not to be stored."""
    page = make_response(body, status)
    page.headers["Cache-Control"] = "no-store"
    return page


def download(data: bytes, stem: str, kept_as: Format) -> Response:
    """A document under a name of our own making; the page that asked for it stays where it is."""
    page = private(Response(data, mimetype=MEDIA_TYPES[kept_as]))
    page.headers["Content-Disposition"] = f'attachment; filename="{stem}.{kept_as}"'.lower()
    return page


def kept(form: Form, again: str, error: PublishingError) -> Response:
    """A page that holds what was typed until there is an answer; ``again`` is where it is sent then."""
    trouble = trouble_of(error)
    page = private(
        render_template("testimony/kept.html", form=form, again=again, trouble=trouble), trouble.status
    )
    page.headers["Retry-After"] = str(RETRY_SECONDS)
    return page
