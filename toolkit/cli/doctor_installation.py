"""The doctor looks at this installation: key, address, database, facts, shelf, and a trial sheet."""

import stat
import tempfile
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from toolkit import schema
from toolkit.cli.finding import Finding, note, ok, wrong
from toolkit.config import FIRST_SUBJECT, Settings
from toolkit.database import unit_of_work
from toolkit.publishing.errors import PublishingError
from toolkit.publishing.finding.places import UNLISTED_GEOID
from toolkit.publishing.issuing.editions import file_of
from toolkit.publishing.knowing import rosters
from toolkit.publishing.rendering.renderers import Renderers

SHORTEST_KEY = 32
HERE = frozenset({"127.0.0.1", "localhost", "::1"})
NEWER_LIST = "Download today’s list from ICE’s page, then: .venv/bin/flask import agreements FILE.xlsx"


def installation(settings: Settings, engine: Engine, on: date) -> Iterator[Finding]:
    """Everything that depends on settings; a later check is left out where an earlier one makes it vain."""
    yield key(settings)
    yield from address(settings)
    yield shelf(settings)
    finding = database(engine)
    yield finding
    if finding.level != "wrong":
        yield from facts(settings, engine, on)


def key(settings: Settings) -> Finding:
    """Whether the key that signs forms is long enough and private."""
    path = settings.instance_dir / "secret_key"
    again = f"rm {path}  (a new one is made at the next start)"
    if len(settings.secret_key()) < SHORTEST_KEY:
        return wrong("The secret key is too short", again)
    if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        return wrong("Others on this machine can read the secret key", f"chmod 600 {path}")
    return ok("The secret key is private")


def address(settings: Settings) -> Iterator[Finding]:
    """Whether printed codes lead somewhere, safely, and corrections reach somebody."""
    parts = urlsplit(settings.base_url)
    if parts.hostname in HERE:
        yield note(
            f"Printed codes lead to {settings.base_url}, which only this machine can open",
            "export BASE_URL=https://your.address",
        )
    elif parts.scheme != "https":
        yield wrong(f"{settings.base_url} is not encrypted", f"export BASE_URL=https://{parts.netloc}")
    elif not settings.trusted_hosts:
        yield wrong("Any host name is answered", f"export TRUSTED_HOSTS={parts.hostname}")
    else:
        yield ok(f"Printed codes lead to {settings.base_url}")
    if not settings.corrections:
        yield note("Sheets name no address for corrections", "export CORRECTIONS=you@your.address")


def shelf(settings: Settings) -> Finding:
    """Whether the folder of issued PDFs can be written."""
    folder = settings.shelf_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"trial")
    except OSError as error:
        return wrong(f"The shelf {folder} cannot be written: {error.strerror}", f"chown -R $(id -u) {folder}")
    return ok("The shelf of issued PDFs can be written")


def database(engine: Engine) -> Finding:
    """Whether the database answers and has the shape that the code expects."""
    try:
        current = schema.current(engine)
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).splitlines()[0]
        return wrong(f"The database does not answer: {said}", "Check DATABASE_URL and that its server runs")
    if current != schema.head():
        shape = f"has shape {current}" if current else "is empty"
        return wrong(f"The database {shape}, the code expects {schema.head()}", ".venv/bin/flask db upgrade")
    return ok(f"The database ({engine.dialect.name}) has shape {current}")


def facts(settings: Settings, engine: Engine, on: date) -> Iterator[Finding]:
    """Whether facts are loaded, how old the list is, and whether a sheet can be made of them."""
    with unit_of_work(engine) as opened:
        places = opened.scalar(text("SELECT count(*) FROM jurisdiction"))
        claims = opened.scalar(text("SELECT count(*) FROM claim WHERE printed IS NOT NULL"))
        newest = rosters.newest(FIRST_SUBJECT)
        if not (places and claims and newest):
            yield wrong("The shipped facts are not loaded", ".venv/bin/flask data load")
            return
        yield ok(f"{places:,} places and {claims} claims")
        yield _list_age(newest.list_date, on)
        yield _trial_sheet(settings, on)


def _list_age(list_date: date, on: date) -> Finding:
    told = f"ICE’s list is of {list_date}, {(on - list_date).days} days old"
    return note(told, NEWER_LIST) if rosters.is_stale(list_date, on, FIRST_SUBJECT) else ok(told)


def _trial_sheet(settings: Settings, on: date) -> Finding:
    """Make the national sheet once and throw it away."""
    try:
        facts = file_of(UNLISTED_GEOID, on, settings)
        with Renderers(settings, workers=1) as renderers:
            pdf = renderers.render(facts)
    except PublishingError as error:
        return wrong(f"A trial sheet could not be made: {error}", "Mend what is wrong above, then look again")
    return ok(f"A trial sheet was made ({len(pdf) // 1024} KB)")
