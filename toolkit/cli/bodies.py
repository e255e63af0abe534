"""``flask bodies`` and ``flask meetings``: the bodies of a place, your own from a file, a calendar file."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from toolkit.cli.fact_sheet import PLACE
from toolkit.cli.work import IN_FILE, OUT_FILE, remember, today, told, work, write
from toolkit.imports.bodies import body_files as files
from toolkit.imports.bodies import load_bodies
from toolkit.publishing.finding import places
from toolkit.publishing.meeting import meetings
from toolkit.publishing.meeting.meetings import BodyOnPage
from toolkit.publishing.wording import say_as_of

bodies = AppGroup("bodies", help="Public bodies with their rules for speaking: list, load.")
meetings_ = AppGroup("meetings", help="Meetings of public bodies: ics.")


@bodies.command("list")
@PLACE
def list_bodies(text: str) -> None:
    """Print the bodies of a place and its county, with their rules."""
    with work():
        page = meetings.meetings_page(places.resolve(text).geoid, today())
    for body in page.bodies:
        _print(body)
    if not page.bodies:
        click.echo("No body of this place is known here. “flask bodies load” takes yours.")


@bodies.command()
@click.argument("file", type=IN_FILE)
def load(file: Path) -> None:
    """Load bodies and their meetings from FILE, written like toolkit/data/rules/bodies.toml."""
    with told():
        reading = files.read(file.read_bytes(), file.name)
    with work(write=True):
        done = load_bodies.load(reading.bodies, today())
        detail = {"file": file.name, "bodies": done.bodies, "meetings": done.meetings}
        remember("bodies.load", "data:bodies", detail)
    problems = [*reading.problems, *done.problems]
    for problem in problems:
        click.echo(f"{file.name}: {problem}", err=True)
    click.echo(f"Loaded {done.bodies} bodies with {done.meetings} meetings; {len(problems)} problems.")
    if problems:
        raise click.exceptions.Exit(1)


@meetings_.command()
@click.argument("meeting")
@click.option("--out", type=OUT_FILE, required=True, help="File to write.")
def ics(meeting: str, out: Path) -> None:
    """Write the calendar file of MEETING, whose id “flask bodies list” prints."""
    with work():
        data = meetings.calendar_file(meeting, current_app.extensions["settings"])
    if data is None:
        raise click.ClickException("There is no meeting of this name.")
    write(out, data)
    click.echo(f"Wrote {out}.")


def _print(listed: BodyOnPage) -> None:
    body = listed.body
    click.echo(f"{body.id}\t{body.name}, {body.place_label}")
    for line in body.lines:
        click.echo(f"  {line.label}: {line.said}")
    if body.card.source_url and not body.card.as_of:
        click.echo("  From a page without a date – check the agenda")
    elif body.card.as_of:
        click.echo(f"  As of {say_as_of(body.card.as_of)}{' – check' if body.check else ''}")
    for meeting in listed.upcoming:
        click.echo(f"  {meeting.id}\t{meeting.lines.when}\t{meeting.status}")
