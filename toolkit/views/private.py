"""Answers to forms with somebody's own words: given once, kept by nobody, neither a proxy nor the browser."""

from flask import Response, abort, make_response, request
from werkzeug.datastructures import MultiDict

from toolkit.publishing.testimony import MEDIA_TYPES, Format

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
