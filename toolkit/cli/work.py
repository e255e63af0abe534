"""What every command asks of the app, and how it says what went wrong.

A failure that is foreseen is a sentence and an exit code, never a traceback.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from flask import current_app
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from toolkit.access import journal
from toolkit.access.errors import AccessError
from toolkit.curation.errors import CurationError
from toolkit.database import unit_of_work
from toolkit.imports.errors import ImportRefused
from toolkit.ledger import clock
from toolkit.ledger.errors import UnknownSubject
from toolkit.publishing.errors import AmbiguousPlace, NotBalanced, PublishingError

REFUSALS = (AccessError, CurationError, ImportRefused, PublishingError, UnknownSubject)
CHOICES_SHOWN = 30
DATABASE = "The database cannot be read. “flask doctor” says why; “make setup” creates and fills it."
DAY = click.DateTime(["%Y-%m-%d"])
IN_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT_FILE = click.Path(dir_okay=False, path_type=Path)


class SeveralPlaces(click.ClickException):
    """The name means several places; the message lists them."""

    exit_code = 2


@contextmanager
def told() -> Iterator[None]:
    """Turn the refusals of the rooms below, and an unusable database, into click's."""
    try:
        yield
    except AmbiguousPlace as error:
        raise SeveralPlaces(_choices(error)) from error
    except NotBalanced as error:
        lines = [f"  {finding.sentence}: {finding.numbers}" for finding in error.findings]
        raise click.ClickException("\n".join([str(error), *lines])) from error
    except REFUSALS as error:
        raise click.ClickException(str(error)) from error
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(DATABASE) from error


def _choices(error: AmbiguousPlace) -> str:
    shown = [f"  {geoid}\t{label}" for geoid, label in error.choices[:CHOICES_SHOWN]]
    left = len(error.choices) - len(shown)
    if left > 0:
        shown.append(f"  and {left} more; add the county or the state")
    return "\n".join([f"{error} Use the code of the one you mean:", *shown])


@contextmanager
def work(*, write: bool = False) -> Iterator[Session]:
    """The session of this command, committed at the end when ``write``; failures are told."""
    with told(), unit_of_work(current_app.extensions["engine"], write=write) as opened:
        yield opened


def now() -> datetime:
    """This moment, in UTC."""
    moment: datetime = current_app.extensions["now"]()
    return moment


def today(typed: datetime | None = None) -> date:
    """The day to judge dates by: the one that was typed, else that of the settings, else the real one."""
    on: date = typed.date() if typed else current_app.extensions["settings"].today or clock.today()
    return on


def remember(deed: str, about: str, detail: Mapping[str, object]) -> None:
    """In the event log, by nobody's name: whoever may run commands here did it."""
    journal.record(None, deed, about, detail, now())


def write(out: Path, data: bytes) -> None:
    """Put ``data`` where the option ``--out`` says."""
    try:
        out.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
