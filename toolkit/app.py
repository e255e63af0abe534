"""The app factory: settings, database, pages and commands put together. Nothing is made at import."""

from flask import Flask

from toolkit import cli, views
from toolkit.config import Settings
from toolkit.database import make_engine
from toolkit.extensions import csrf

BODY_LIMIT = 64 * 1024  # bytes; no public form needs more


def create_app(settings: Settings | None = None) -> Flask:
    """The whole product on one Flask app, configured from the environment unless ``settings`` are given."""
    settings = settings or Settings()
    app = Flask(__name__, template_folder="../templates/web", static_folder="static")
    app.config.update(
        SECRET_KEY=settings.secret_key(),
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        MAX_FORM_MEMORY_SIZE=BODY_LIMIT,
        WTF_CSRF_TIME_LIMIT=None,
        TRUSTED_HOSTS=[host.strip() for host in settings.trusted_hosts.split(",") if host.strip()] or None,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.base_url.startswith("https://"),
    )
    app.extensions["settings"] = settings
    app.extensions["engine"] = make_engine(settings.database)
    csrf.init_app(app)
    views.register(app)
    cli.register(app)
    return app
