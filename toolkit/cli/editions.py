"""``flask editions``: looking after what was issued, and checking the code of a printed copy."""

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit.cli.work import today, work
from toolkit.publishing.correcting.edition_page import (
    ChangedClaim,
    CodeError,
    EditionPage,
    edition_page,
    normalise,
)
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.issuing.verification import strays, verify

editions = AppGroup("editions", help="Issued editions: check, verify.")


@editions.command("check")
@click.argument("code")
def check(code: str) -> None:
    """Say how the sheet with this code stands; exit 1 for one that is mistyped or not of this house."""
    try:
        whole = normalise(code)
    except CodeError as error:
        raise click.ClickException(f"Mistyped. {error}") from error
    click.echo(f"{whole}: well formed")
    with work():
        page = edition_page(whole, today())
    if page is None:
        raise click.ClickException("No sheet made here has this code.")
    for line in _lines(page):
        click.echo(line)


@editions.command("verify")
def verify_editions() -> None:
    """Hash every stored PDF and its facts again; exit 1 when one is not what was issued."""
    shelf = Shelf(current_app.extensions["settings"].shelf_dir)
    with work():
        verdicts = list(verify(shelf))
        left_over = strays(shelf)
    wrong = [(code, verdict) for code, verdict in verdicts if verdict]
    for code, verdict in wrong:
        click.echo(f"{code}  {verdict}")
    for path in left_over:
        click.echo(f"{path.relative_to(shelf.folder)}  This file belongs to no edition. It may be deleted.")
    click.echo(f"{len(verdicts)} editions, {len(wrong)} damaged.")
    if wrong:
        raise click.exceptions.Exit(1)


def _lines(page: EditionPage) -> list[str]:
    return [
        f"{page.title} ({page.place_label}, {page.issued_on})",
        f"State: {page.state}",
        *(line for change in (*page.changes, *page.retold) for line in _change(change)),
        *(
            f"{fact.what}\n  Printed: {fact.was or 'nothing'}\n  Now: {fact.today or 'nothing'}"
            for fact in page.facts
        ),
        *([f"A newer sheet was made on {page.newer.issued_on}: {page.newer.code}"] if page.newer else []),
    ]


def _change(change: ChangedClaim) -> list[str]:
    today = change.today or change.state
    if change.sources_only:
        today = "other sources or pages"
    told_why = [f"  {notice.made_on}: {notice.sentence}" for notice in change.notices]
    return [
        f"Claim {change.claim_id}: {change.state}",
        f"  Printed: {change.was}",
        f"  Now: {today}",
        *told_why,
    ]
