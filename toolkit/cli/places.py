"""``flask places``: the places that some words may mean."""

import click
from flask.cli import with_appcontext

from toolkit.cli.work import work
from toolkit.publishing.finding.search import search


@click.command()
@with_appcontext
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many at most."
)
def places(words: tuple[str, ...], limit: int) -> None:
    """Print GEOID and label of the places that WORDS may mean, best first."""
    with work():
        hits = search(" ".join(words), limit, once=True)
    for hit in hits:
        click.echo(f"{hit.geoid}\t{hit.label}")
    if not hits:
        raise click.ClickException("No place is called that. Use “US” for the sheet of a place not listed.")
