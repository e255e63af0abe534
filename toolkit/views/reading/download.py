"""Files that anyone may take along: the same bytes for everybody, and "not modified" for who has them."""

from hashlib import sha256

from flask import Response, request

from toolkit.views.installation import file_stem

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "bib": "application/x-bibtex"}


def take_along(content: str, name: str) -> Response:
    """A file under a name that begins as all of this site do, with the hash of its bytes as its tag."""
    data = content.encode()
    answer = Response(data, content_type=f"{MEDIA_TYPES[name.rpartition('.')[2]]}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_stem()}-{name}"'
    answer.set_etag(sha256(data).hexdigest())
    answer.make_conditional(request)
    return answer
