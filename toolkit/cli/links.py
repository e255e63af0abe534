"""``flask links``: whether the links of the sources still lead somewhere. Meant for a timer, once a day."""

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit.cli.work import remember, told, work
from toolkit.curation.links.link_rounds import Offline
from toolkit.curation.links.link_rounds import check as visit_due
from toolkit.curation.links.link_visit import Visitor

links = AppGroup("links", help="Links of sources: check.")


@links.command()
@click.option(
    "--limit", default=500, show_default=True, type=click.IntRange(1, 10_000), help="How many at most."
)
def check(limit: int) -> None:
    """Visit the links that are due, those first that wait longest; what was seen is kept at once.

    A stop (Ctrl-C, or a timer's SIGTERM) ends it at once; the rest waits for the next time.
    """
    known = current_app.extensions
    settings = known["settings"]
    visitor = Visitor(agent=f"{settings.file_stem or 'fact-sheets'}-link-check (+{settings.base_url}/about)")
    seen: Counter[str] = Counter()
    try:
        with told(), _stoppable():
            for link, found in visit_due(known["engine"], visitor, limit=limit, now=known["now"]):
                seen[found.outcome] += 1
                if found.outcome != "alive":
                    click.echo(f"{link.source_id}\t{found.outcome}\t{found.detail}")
    except Offline as error:
        raise click.ClickException("No machine answered. Is this one online? Nothing was kept.") from error
    if seen:
        with work(write=True):
            remember("links.check", "source:links", seen)
    told_of = ", ".join(f"{number} {outcome}" for outcome, number in sorted(seen.items()))
    click.echo(f"{seen.total()} links visited{': ' + told_of if told_of else ''}.")


@contextmanager
def _stoppable() -> Iterator[None]:
    """Being told to stop is no failure."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Stopped. What was visited is kept.")
    finally:
        signal.signal(signal.SIGTERM, before)
