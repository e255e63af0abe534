"""``flask doctor``: what is wrong with this installation, and the line to type that mends it."""

from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import with_appcontext
from pydantic import ValidationError

from toolkit.cli.doctor_installation import installation
from toolkit.cli.doctor_machine import machine
from toolkit.cli.finding import Finding, wrong
from toolkit.ledger import clock


@click.command()
@with_appcontext
def doctor() -> None:
    """Look over machine and installation; exit 1 when something does not work."""
    counted = {"ok": 0, "note": 0, "wrong": 0}
    for finding in _findings():
        counted[finding.level] += 1
        click.echo(f"{finding.level:<6} {finding.what}")
        if finding.mend:
            click.echo(f"       → {finding.mend}")
    click.echo(f"{counted['wrong']} wrong, {counted['note']} to note, {counted['ok']} in order.")
    if counted["wrong"]:
        raise click.exceptions.Exit(1)


def _findings() -> Iterator[Finding]:
    yield from machine()
    known = current_app.extensions
    if broken := known.get("broken"):
        yield from cannot_start(broken)
        return
    settings = known["settings"]
    yield from installation(settings, known["engine"], settings.today or clock.today())


def cannot_start(error: Exception) -> Iterator[Finding]:
    """What ``toolkit.cli.equipment`` caught, in words, with what to do about it."""
    if isinstance(error, ValidationError):
        for found in error.errors(include_url=False, include_input=False):
            name = "_".join(map(str, found["loc"])).upper()
            yield wrong(f"The setting {name} cannot be used: {found['msg']}", f"unset {name}")
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
