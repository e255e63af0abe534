"""``flask db``: take the database to the newest shape, or back."""

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit import schema

db = AppGroup("db", help="The database's shape: upgrade, downgrade, current.")


@db.command()
@click.argument("target", default="head")
def upgrade(target: str) -> None:
    """Create or migrate the database to TARGET (the newest by default)."""
    schema.migrate(current_app.extensions["engine"], target)
    click.echo(f"Database is at {schema.current(current_app.extensions['engine'])}.")


@db.command()
@click.argument("target")
def downgrade(target: str) -> None:
    """Take the database back to TARGET, a revision number or "base"."""
    schema.migrate(current_app.extensions["engine"], target, down=True)
    click.echo(f"Database is at {schema.current(current_app.extensions['engine']) or 'base (empty)'}.")


@db.command()
def current() -> None:
    """Print the revision that the database is at."""
    click.echo(schema.current(current_app.extensions["engine"]) or "base (empty)")
