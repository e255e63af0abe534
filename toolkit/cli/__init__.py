"""The command line: the same deeds as the pages, for people at a terminal and for scripts."""

from flask import Flask

from toolkit.cli.database import db
from toolkit.cli.editions import editions
from toolkit.cli.fact_sheet import fact_sheet
from toolkit.cli.imports import data, imports
from toolkit.cli.places import places

COMMANDS = (db, data, imports, editions, fact_sheet, places)


def register(app: Flask) -> None:
    """Hang every command on ``flask``."""
    for command in COMMANDS:
        app.cli.add_command(command)
