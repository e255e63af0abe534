"""One unit of work per command, on the app's engine."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app
from sqlalchemy.orm import Session

from toolkit.database import unit_of_work


@contextmanager
def work(*, write: bool = False) -> Iterator[Session]:
    """The session of this command; committed at the end when ``write``."""
    with unit_of_work(current_app.extensions["engine"], write=write) as opened:
        yield opened
