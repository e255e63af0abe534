"""What commands stand on, where the app has no pages: settings, database and clock."""

from flask import Flask
from pydantic import ValidationError
from sqlalchemy.exc import ArgumentError

from toolkit.config import Settings
from toolkit.database import make_engine
from toolkit.ledger import clock


def equip(app: Flask) -> None:
    """Give them to an app that has none; or keep as "broken" why settings, key or driver are unusable."""
    if "engine" in app.extensions:
        return
    try:
        settings = Settings()
        settings.secret_key()
        engine = make_engine(settings.database)
    except (ValidationError, ArgumentError, ModuleNotFoundError, OSError) as error:
        app.extensions["broken"] = error
    else:
        app.extensions.update(settings=settings, engine=engine, now=clock.now)
