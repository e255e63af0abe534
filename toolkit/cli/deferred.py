"""Commands whose modules load when they are called, so that no command waits for what another one needs."""

from importlib import import_module
from typing import Any

import click
from flask import Flask
from flask.cli import ScriptInfo

CANNOT_START = "This installation cannot start. “flask doctor” says why."


class Deferred(click.Command):
    """A name and a first line in the list of commands; ``where`` is "module:attribute" of the whole."""

    def __init__(self, name: str, where: str, first_line: str) -> None:
        super().__init__(name, help=first_line)
        self.where = where

    def whole(self) -> click.Command:
        """The command itself."""
        module, _, attribute = self.where.partition(":")
        command: click.Command = getattr(import_module(f"toolkit.cli.{module}"), attribute)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words of the command line as the whole command does, and have the app ready for it."""
        context = self.whole().make_context(info_name, args, parent, **extra)
        if not context.resilient_parsing:  # which is how a shell asks what could be typed next
            self._ready(context.ensure_object(ScriptInfo).load_app())
        return context

    def _ready(self, app: Flask) -> None:
        from toolkit.cli.equipment import equip  # loads SQLAlchemy, which the list of commands needs not

        equip(app)
        if "broken" in app.extensions and self.name != "doctor":
            raise click.ClickException(CANNOT_START)
