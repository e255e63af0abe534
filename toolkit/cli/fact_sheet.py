"""``flask fact-sheet``: issue the edition of a place, as its page does, and write the PDF to a file."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from toolkit.cli.work import DAY, OUT_FILE, today, told, work, write
from toolkit.models import Edition
from toolkit.publishing.finding import places
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom

PLACE = click.option(
    "--place",
    "text",
    required=True,
    help='GEOID or name: 24021, "Frederick County, MD", or US for a place that is not listed.',
)
SUBJECT = click.option("--subject", default="", help="Id of a subject. Without, the first that is open.")
ON = click.option("--on", "day", type=DAY, help="Judge dates as of this day, not today.")


@click.command("fact-sheet")
@with_appcontext
@PLACE
@SUBJECT
@click.option("--out", type=OUT_FILE, required=True, help="File to write.")
@click.option("--first-side", type=click.Choice(["supporters", "critics"]), help="By default it alternates.")
@ON
@click.option("--json", "as_json", is_flag=True, help="Write the facts that go into the sheet instead.")
def fact_sheet(
    text: str, subject: str, out: Path, first_side: Any, day: datetime | None, as_json: bool
) -> None:
    """Make the fact sheet of a place as a PDF, with the code by which a copy can be checked."""
    settings = current_app.extensions["settings"]
    with work():
        geoid = places.resolve(text).geoid
        if as_json:
            data = editions.file_of(geoid, today(day), settings, first_side, subject)
    if not as_json:
        room = desk(subject)
        with told(), room.renderers:
            edition = editions.issue(room, geoid, on=today(day), first_side=first_side)
            data = room.shelf.read(edition.pdf_sha256)
    write(out, data)
    click.echo(f"Wrote {out}." if as_json else _summary(out, edition, settings.base_url))


def desk(subject: str) -> PressRoom:
    """A press room with one renderer, which starts only for a PDF."""
    known = current_app.extensions
    return PressRoom.equip(known["settings"], known["engine"], 1, subject)


def _summary(out: Path, edition: Edition, base_url: str) -> str:
    return (
        f"Wrote {out}: {edition.title}\n{edition.place_label}, {edition.pages} pages, {edition.standing}, "
        f"{edition.first_side} first. Check a copy at {base_url}/editions/{edition.code}"
    )
