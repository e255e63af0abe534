"""``flask data`` and ``flask import``: the shipped facts, and newer ones from the official files."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import AppGroup

from toolkit.cli.work import DAY, IN_FILE, now, remember, today, told, work
from toolkit.imports import freezing, loading
from toolkit.imports.census import corrections, import_jurisdictions
from toolkit.imports.census.corrections import Corrections
from toolkit.imports.freezing import Sources
from toolkit.imports.manifest import OfficialFile
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import aliases, list_preview, load_list
from toolkit.imports.shipped import FOLDER

data = AppGroup("data", help="The facts that ship with the project: load, freeze.")
imports = AppGroup("import", help="Newer facts from official files: agreements, jurisdictions.")
CENSUS = {
    "counties": "Gazetteer of counties (.txt)",
    "places": "Gazetteer of places (.txt)",
    "cousubs": "Gazetteer of county subdivisions (.txt)",
    "population_counties": "ACS table B01003 of counties (.json)",
    "population_places": "ACS table B01003 of places (.json)",
    "population_cousubs": "ACS table B01003 of county subdivisions (.json)",
    "county_classes": "FIPS class of each county (.csv)",
    "place_counties": "counties of each place (.csv)",
}
Command = Callable[..., None]


def census_files(command: Command) -> Command:
    """Give a command one option for each file that the Census Bureau publishes."""
    for name, what in CENSUS.items():
        option = click.option(f"--{name.replace('_', '-')}", name, type=IN_FILE, required=True, help=what)
        command = option(command)
    return command


@data.command()
def load() -> None:
    """Load the shipped facts that changed; what is loaded already stays."""
    with work(write=True):
        new = {}
        for loaded in loading.load(today()):
            click.echo(f"{loaded.name}: {loaded.outcome} ({loaded.rows:,} rows)")
            if loaded.outcome == "loaded":
                new[loaded.name] = loaded.rows
        if new:
            remember("data.load", "data:shipped", new)


@data.command()
@census_files
@click.option("--list", "newest_list", type=IN_FILE, required=True, help="ICE's list (.xlsx or .csv)")
@click.option("--history", type=IN_FILE, required=True, help="reviewed history of earlier lists (.csv)")
@click.option("--list-counts", "counts", type=IN_FILE, required=True, help="counts of each list (.csv)")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=FOLDER, show_default=True)
def freeze(newest_list: Path, history: Path, counts: Path, into: Path, **census: Path) -> None:
    """Make the shipped tables and their manifest anew from official files."""
    sources = Sources(
        {name: _file(path) for name, path in census.items()},
        _file(newest_list),
        _file(history),
        _file(counts),
    )
    with told():
        frozen = freezing.freeze(sources, _corrections(), aliases.shipped(), now().date())
    for name, content in frozen.files.items():
        (into / name).write_bytes(content)
        click.echo(f"{into / name}: {len(content):,} bytes")
    placed = ", ".join(f"{number:,} {reach}" for reach, number in sorted(frozen.reach.items()))
    click.echo(f"Agencies placed: {placed}")
    _report(frozen.problems)


@imports.command()
@click.argument("file", type=IN_FILE)
@click.option("--list-date", type=DAY, help="the list's day, where its name lies")
@click.option("--smaller", is_flag=True, help="load it although it is much smaller than the last list")
@click.option("--preview", is_flag=True, help="say what it would change, and change nothing")
def agreements(file: Path, list_date: datetime | None, smaller: bool, preview: bool) -> None:
    """Load ICE's list of participating agencies from FILE (.xlsx or .csv)."""
    given = list_date.date() if list_date else None
    if preview:
        _preview(file, given)
        return
    with work(write=True):
        done = load_list.import_list(
            file.read_bytes(), file.name, given, now().date(), smaller=smaller, by=None, now=now()
        )
    for remark in done.remarks:
        click.echo(remark)
    _report(done.problems)
    verb = "Loaded" if done.changed else "Unchanged: this file is loaded already,"
    click.echo(f"{verb} the list of {done.day} with {done.agreements:,} agreements.")


def _preview(file: Path, given: date | None) -> None:
    with work():
        shown = list_preview.preview(file.read_bytes(), file.name, given, now().date())
    for line in shown.lines:
        click.echo("\t".join((line.change, line.state_code, line.agency, line.model, line.said)))
    _report(shown.problems)
    counted = ", ".join(f"{number:,} {change}" for change, number in shown.counts.items())
    click.echo(
        f"The list of {shown.day} has {shown.agreements:,} agreements: {counted}. Nothing was changed."
    )
    if shown.shrunken:
        click.echo(shown.shrunken, err=True)


@imports.command("jurisdictions")
@census_files
@click.option("--published", type=DAY, help="the files' day; today if not given")
def jurisdictions_(published: datetime | None, **census: Path) -> None:
    """Load counties, places and towns from the Census Bureau's files."""
    files = {name: _file(path) for name, path in census.items()}
    with work(write=True):
        day = published.date() if published else now().date()
        done = import_jurisdictions.import_files(files, _corrections(), day)
        if done.changed:
            remember("jurisdictions.import", "data:jurisdictions", {"rows": done.rows})
    _report(done.problems)
    for reason, number in sorted(done.set_aside.items()):
        click.echo(f"Set aside: {number:,} {reason}")
    click.echo(f"{'Loaded' if done.changed else 'Unchanged:'} {done.rows:,} jurisdictions.")


def _report(problems: Iterable[RowProblem]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _file(path: Path) -> OfficialFile:
    return OfficialFile(path.name, path.read_bytes())


def _corrections() -> Corrections:
    return corrections.read(corrections.SHIPPED.read_bytes())
