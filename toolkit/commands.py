"""The app that ``flask`` opens: commands without pages, which take longer to load than most commands run."""

import click
from flask import Flask

from toolkit import cli

ABOUT_PAGES = frozenset({"run", "shell", "routes"})  # Flask's own commands


def for_commands() -> Flask:
    """The app for the command that was typed; the whole product for one that is about pages."""
    typed = click.get_current_context(silent=True)
    if typed is not None and typed.command.name in ABOUT_PAGES:
        from toolkit.app import create_app

        return create_app()
    app = Flask("toolkit", static_folder=None)
    cli.register(app)
    return app
