"""The command line: the same deeds as the pages, for people at a terminal and for scripts."""

import click
from flask import Flask

from toolkit.cli.bodies import bodies, meetings_
from toolkit.cli.database import db
from toolkit.cli.deal import deal
from toolkit.cli.doctor import doctor
from toolkit.cli.editions import editions
from toolkit.cli.fact_sheet import fact_sheet
from toolkit.cli.imports import data, imports
from toolkit.cli.journal import journal
from toolkit.cli.library import library
from toolkit.cli.links import links
from toolkit.cli.people import people
from toolkit.cli.places import places
from toolkit.cli.testimony import testimony

COMMANDS = (
    *(db, data, imports, editions, fact_sheet, places, bodies, meetings_, testimony, deal),
    *(people, journal, library, links, doctor),
)


def register(app: Flask) -> None:
    """Hang every command on ``flask``."""
    for command in COMMANDS:
        app.cli.add_command(command)


def register_doctor(app: Flask) -> None:
    """Only the doctor, for an installation that cannot start; say so to whoever asked for more."""
    click.echo("This installation cannot start. “flask doctor” says why.", err=True)
    app.cli.add_command(doctor)
