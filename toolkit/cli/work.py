"""What every command asks of the app: one unit of work on its engine, and the day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from flask import current_app
from sqlalchemy.orm import Session

from toolkit.cli.failures import told
from toolkit.database import unit_of_work
from toolkit.ledger import clock


@contextmanager
def work(*, write: bool = False) -> Iterator[Session]:
    """The session of this command, committed at the end when ``write``; failures are told."""
    with told(), unit_of_work(current_app.extensions["engine"], write=write) as opened:
        yield opened


def today(typed: datetime | None = None) -> date:
    """The day to judge dates by: the one that was typed, else that of the settings, else the real one."""
    on: date = typed.date() if typed else current_app.extensions["settings"].today or clock.today()
    return on
