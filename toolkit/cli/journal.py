"""``flask journal``: whether the event log is whole."""

import click
from flask.cli import AppGroup

from toolkit.access import journal as event_log
from toolkit.cli.work import work

journal = AppGroup("journal", help="The event log: verify.")


@journal.command()
@click.option("--head", help="a head that was printed earlier, to see that no row was cut off since")
def verify(head: str | None) -> None:
    """Hash every row again, print the head; exit 1 when a row was changed, added or is missing."""
    with work():
        chain = event_log.verify()
        cut = head is not None and not event_log.knows(head)
    if chain.broken_at is not None:
        raise click.ClickException(f"Row {chain.broken_at} is not what was recorded.")
    if cut:
        raise click.ClickException("The log no longer holds that head: rows were cut off its end.")
    click.echo(f"{chain.rows} rows, whole. Head: {chain.head}")
