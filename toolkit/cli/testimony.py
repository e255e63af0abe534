"""``flask testimony``: what one speaker says at a meeting, timed, as a file and nowhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from toolkit.cli.fact_sheet import ON, PLACE, SUBJECT, desk
from toolkit.cli.work import OUT_FILE, today, told, work, write
from toolkit.publishing.finding import places
from toolkit.publishing.speaking import testimony as publishing
from toolkit.publishing.speaking.testimony import (
    FORMATS,
    PAPERS,
    POSITIONS,
    Format,
    SpeakerError,
    Wishes,
    read_limit,
)

OPTIONS = {"agenda_item": "item"}  # fields of the press that have another name here


@click.command("testimony")
@with_appcontext
@PLACE
@SUBJECT
@click.option("--position", type=click.Choice(POSITIONS), default="undecided", show_default=True)
@click.option("--limit", default="2:00", show_default=True, help="Time to speak, from 0:30 to 5:00.")
@click.option("--own", required=True, help="Your own sentence; “-” reads it from standard input.")
@click.option("--out", type=OUT_FILE, required=True, help="File to write: .pdf, .docx or .txt.")
@click.option("--kind", type=click.Choice(PAPERS), default="speaking", show_default=True)
@click.option("--pace", type=int, default=130, show_default=True, help="Words a minute, from 100 to 180.")
@click.option("--interpreter", is_flag=True, help="Each sentence is interpreted after you say it.")
@click.option("--double-time", is_flag=True, help="The body gives twice the time to interpreted speakers.")
@click.option("--name", default="", help="Your name, if you will say it.")
@click.option("--connection", default="", help="Your connection to the place, as a sentence.")
@click.option("--body", default="", help="Who meets: “County Council”.")
@click.option("--item", "agenda_item", default="", help="Number or name of the agenda item.")
@click.option("--claim", "claims", multiple=True, help="Id of a claim to say; without, the best three.")
@click.option("--fair-line/--no-fair-line", default=True, help="A line about those who see it differently.")
@click.option("--copies/--no-copies", default=True, help="Say that you have copies for the clerk.")
@click.option(
    "--cap", type=int, default=publishing.DEFAULT_CAP, show_default=True, help="Of a written comment."
)
@click.option("--cap-in", "unit", type=click.Choice(["words", "characters"]), default="words")
@ON
def testimony(
    text: str, subject: str, own: str, limit: str, out: Path, kind: Any, day: datetime | None, **more: Any
) -> None:
    """Write one speaker's testimony: speaking copy, copy with sources, if-asked card or written comment."""
    capped = {"cap": more.pop("cap"), "unit": more.pop("unit")}
    with told(), told_of_options():
        wishes = Wishes(own=typed(own), limit=read_limit(limit), **more)
        form, geoid, room = ending(out), geoid_of(text), desk(subject)
        with room.renderers:
            data = publishing.document(room, geoid, today(day), wishes, paper=kind, form=form, **capped)
    write(out, data)
    click.echo(f"Wrote {out}.")


@contextmanager
def told_of_options() -> Iterator[None]:
    """A choice that the press refuses is told with the name of its option."""
    try:
        yield
    except SpeakerError as error:
        option = OPTIONS.get(error.field, error.field).replace("_", "-")
        raise click.BadParameter(str(error), param_hint=f"--{option}") from error


def typed(own: str) -> str:
    """The sentence; what comes by standard input stands in no list of processes and no history."""
    return sys.stdin.read() if own == "-" else own


def ending(out: Path) -> Format:
    """The format that the file's name asks for."""
    form = out.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise click.BadParameter("The file's name must end in .pdf, .docx or .txt.", param_hint="--out")
    return form


def geoid_of(text: str) -> str:
    """The place that was meant. Raises UnknownPlace or AmbiguousPlace."""
    with work():
        return places.resolve(text).geoid
