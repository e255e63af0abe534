"""For machines that watch over this installation."""

from flask import Blueprint, Response

from toolkit.publishing.knowing.provenance import check_database

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def health() -> Response:
    """Say ok when the database answers; 503 otherwise."""
    check_database()
    return Response("ok\n", mimetype="text/plain")
