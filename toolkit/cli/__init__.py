"""The command line: the same deeds as the pages, for people at a terminal and for scripts."""

from flask import Flask

from toolkit.cli.database import db


def register(app: Flask) -> None:
    """Hang every command on ``flask``."""
    app.cli.add_command(db)
