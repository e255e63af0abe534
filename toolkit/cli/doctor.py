"""``flask doctor``: what is wrong with this machine and installation, and the line to type that mends it."""

import json
import platform
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click
from flask import current_app
from flask.cli import with_appcontext
from pydantic import ValidationError
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from toolkit import schema
from toolkit.cli.work import today
from toolkit.config import FIRST_SUBJECT, ROOT, Settings
from toolkit.database import unit_of_work, wal_is_safe
from toolkit.publishing.errors import PublishingError
from toolkit.publishing.finding.places import UNLISTED_GEOID
from toolkit.publishing.issuing.editions import file_of
from toolkit.publishing.knowing import rosters
from toolkit.publishing.rendering.renderers import Renderers

Level = Literal["ok", "note", "wrong"]
OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 35)
LONGEST_LOAD = 120  # seconds
LIBRARIES = "setup/system pdf"
BROWSERS = ("chromium", "google-chrome")
ON_MACOS = (Path("/Applications/Chromium.app"), Path("/Applications/Google Chrome.app"))
SHORTEST_KEY = 32
THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
NEWER_LIST = "Download today’s list from ICE’s page, then: .venv/bin/flask import agreements FILE.xlsx"


@dataclass(frozen=True, slots=True)
class Finding:
    """``wrong`` means that something does not work; ``note`` that it works, and how it would be better."""

    level: Level
    what: str
    mend: str = ""


def ok(what: str) -> Finding:
    """As it should be."""
    return Finding("ok", what)


def note(what: str, mend: str = "") -> Finding:
    """It works, and could be better."""
    return Finding("note", what, mend)


def wrong(what: str, mend: str) -> Finding:
    """It does not work until somebody does this."""
    return Finding("wrong", what, mend)


@click.command()
@with_appcontext
def doctor() -> None:
    """Look over machine and installation; exit 1 when something does not work."""
    counted: Counter[Level] = Counter()
    for finding in _findings():
        counted[finding.level] += 1
        click.echo(f"{finding.level:<6} {finding.what}")
        if finding.mend:
            click.echo(f"       → {finding.mend}")
    click.echo(f"{counted['wrong']} wrong, {counted['note']} to note, {counted['ok']} in order.")
    if counted["wrong"]:
        raise click.exceptions.Exit(1)


def _findings() -> Iterator[Finding]:
    yield python()
    yield from renderer()
    yield sqlite()
    yield browser()
    known = current_app.extensions
    if broken := known.get("broken"):
        yield from cannot_start(broken)
    else:
        yield from installation(known["settings"], known["engine"], today())


def cannot_start(error: Exception) -> Iterator[Finding]:
    """What ``toolkit.cli.equipment`` caught, in words, with what to do about it."""
    if isinstance(error, ValidationError):
        for problem in error.errors(include_url=False, include_input=False):
            name = "_".join(map(str, problem["loc"])).upper()
            yield wrong(f"The setting {name} cannot be used: {problem['msg']}", f"unset {name}")
    elif isinstance(error, ModuleNotFoundError):
        yield wrong(f"The driver {error.name} of this kind of database is not installed", "make setup")
    elif isinstance(error, OSError):
        yield wrong(
            f"{error.filename} cannot be used: {error.strerror}", "export INSTANCE_DIR=a/folder/of/yours"
        )
    else:
        yield wrong(
            f"DATABASE_URL cannot be used: {error}", "export DATABASE_URL=postgresql://user@host/name"
        )


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Whether this Python is new enough."""
    shown = ".".join(map(str, version))
    if version < OLDEST_PYTHON:
        return wrong(
            f"Python {shown} is too old; 3.11 or newer is needed", "setup/system python && make setup"
        )
    return ok(f"Python {shown} on {platform.system()}")


def renderer(program: str = sys.executable) -> Iterator[Finding]:
    """Whether WeasyPrint loads, in a process of its own, and what it found."""
    command = [program, "-m", "toolkit.publishing.rendering.render_check"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_LOAD, check=False
        )
    except subprocess.TimeoutExpired:
        yield wrong(f"WeasyPrint did not load in {LONGEST_LOAD} seconds", LIBRARIES)
        return
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"the process ended with {done.returncode}"])[-1]
        yield wrong(f"WeasyPrint cannot be loaded, so no PDF can be made: {last}", LIBRARIES)
        return
    parts = json.loads(done.stdout)
    yield ok(f"WeasyPrint {parts['version']}")
    if parts["fast_subsetting"]:
        yield ok("libharfbuzz-subset, which makes sheets three times as fast")
    else:
        yield wrong("libharfbuzz-subset is missing: every sheet takes three times as long", LIBRARIES)
    if parts["missing_faces"]:
        yield wrong(f"Fonts are missing: {parts['missing_faces']}", "git checkout -- fact_sheets/fonts")
    else:
        yield ok("The five faces of the sheet")


def sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Finding:
    """Whether SQLite is new enough, and whether it may use its faster journal."""
    shown = ".".join(map(str, version))
    if version < OLDEST_SQLITE:
        return wrong(
            f"SQLite {shown} is too old; 3.35 or newer is needed", "export DATABASE_URL=postgresql://…"
        )
    if not wal_is_safe(version):
        return note(
            f"SQLite {shown} can lose commits in WAL mode, so the slower, safe rollback journal is used"
        )
    return ok(f"SQLite {shown} with write-ahead log")


def browser() -> Finding:
    """Whether the tests find a browser; the product needs none."""
    if any(map(shutil.which, BROWSERS)) or any(path.exists() for path in ON_MACOS):
        return ok("A browser for the tests")
    return note("No Chromium; only the tests need it", "setup/system browser")


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
    if parts.hostname in THIS_MACHINE:
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
    age = f"ICE’s list is of {list_date}, {(on - list_date).days} days old"
    return note(age, NEWER_LIST) if rosters.is_stale(list_date, on, FIRST_SUBJECT) else ok(age)


def _trial_sheet(settings: Settings, on: date) -> Finding:
    """Make the national sheet once and throw it away."""
    try:
        with Renderers(settings, workers=1) as renderers:
            pdf = renderers.render(file_of(UNLISTED_GEOID, on, settings))
    except PublishingError as error:
        return wrong(f"A trial sheet could not be made: {error}", "Mend what is wrong above, then look again")
    return ok(f"A trial sheet was made ({len(pdf) // 1024} KB)")
