"""``flask editions``: looking after what was issued."""

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit.cli.failures import told
from toolkit.cli.work import work
from toolkit.publishing.shelf import Shelf
from toolkit.publishing.verification import verify

editions = AppGroup("editions", help="Issued editions: verify.")


@editions.command("verify")
def verify_editions() -> None:
    """Hash every stored PDF and its facts again; exit 1 when one is not what was issued."""
    shelf = Shelf(current_app.extensions["settings"].shelf_dir)
    with told(), work():
        verdicts = list(verify(shelf))
    wrong = [(code, verdict) for code, verdict in verdicts if verdict]
    for code, verdict in wrong:
        click.echo(f"{code}  {verdict}")
    click.echo(f"{len(verdicts)} editions, {len(wrong)} damaged.")
    if wrong:
        raise click.exceptions.Exit(1)
