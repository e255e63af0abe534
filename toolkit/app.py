"""The app factory: settings, database, pages and commands put together. Nothing is made at import."""

import hashlib
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from toolkit import cli, edge, views
from toolkit.access.letters import Letters
from toolkit.access.limits import Limits
from toolkit.config import Settings
from toolkit.database import make_engine
from toolkit.extensions import csrf, init_language
from toolkit.ledger import clock
from toolkit.publishing.issuing.press_room import PressRoom

BODY_LIMIT = 64 * 1024  # bytes; no public form needs more
STATIC = Path(__file__).with_name("static")


def create_app(settings: Settings | None = None) -> Flask:
    """The whole product on one Flask app, configured from the environment unless ``settings`` are given."""
    settings = settings or Settings()
    app = edge.Newsroom(
        __name__,
        template_folder="../templates/web",
        static_folder=str(STATIC),
        static_url_path=f"/static/{fingerprint(STATIC)}",
    )
    app.config.update(
        SECRET_KEY=settings.secret_key(),
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
        WTF_CSRF_TIME_LIMIT=None,
        TRUSTED_HOSTS=[host.strip() for host in settings.trusted_hosts.split(",") if host.strip()] or None,
        SESSION_COOKIE_NAME="__Host-organizer" if settings.secure else "organizer",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["settings"] = settings
    app.extensions["engine"] = engine = make_engine(settings.database)
    app.extensions["press_room"] = PressRoom.equip(settings, engine)
    app.extensions["limits"] = Limits()
    app.extensions["now"] = clock.now
    app.extensions["letters"] = Letters(settings.smtp_url, settings.mail_from)
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    csrf.init_app(app)
    init_language(app)
    edge.register(app)
    views.register(app)
    cli.register(app)
    return app


def fingerprint(folder: Path) -> str:
    """A short hash of all files, part of their address, so that browsers may keep them for good."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]
