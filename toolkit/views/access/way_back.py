"""The way back to the page that somebody wanted before signing in: an address of ours, signed by us."""

from urllib.parse import urlsplit

from flask import current_app, redirect, request, url_for
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response


def through(endpoint: str) -> Response:
    """To a page on the way in, which then leads back to this one."""
    return redirect(url_for(endpoint, next=_signed(_wanted())))


def target() -> str:
    """Where ``next`` leads; the desk when it is missing or not ours."""
    try:
        return str(_serializer().loads(request.args.get("next", "")))
    except BadSignature:
        return url_for("desk.index")


def onward() -> str | None:
    """``next`` as it came, to be handed on to the following step."""
    return request.args.get("next")


def _wanted() -> str:
    """This page; for a form that was sent, the page that it stood on."""
    if request.method in ("GET", "HEAD"):
        return request.full_path.rstrip("?")
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = came_from.netloc == request.host and came_from.path.startswith("/desk")
    return came_from.path if ours else url_for("desk.index")


def _signed(path: str) -> str:
    return str(_serializer().dumps(path))


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="the way back")
