"""What issuing takes, put together once for each process: settings, database, shelf, renderers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError, ProgrammingError

from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.publishing.errors import FactsBusy
from toolkit.publishing.issuing.once import Once
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers

NO_ANSWER = "The facts could not be read at this moment. Please try again in a few seconds."


@dataclass(frozen=True, slots=True)
class PressRoom:
    """Made by the app's factory; nothing starts before ``renderers`` is warmed or asked."""

    settings: Settings
    engine: Engine
    shelf: Shelf
    renderers: Renderers
    once: Once = field(default_factory=Once)
    subject: str = ""  # whose sheets are wanted; unnamed, the first that is open

    @classmethod
    def equip(
        cls, settings: Settings, engine: Engine, workers: int | None = None, subject: str = ""
    ) -> "PressRoom":
        """The room for these settings, with ``workers`` renderers in place of the settings’ number."""
        return cls(
            settings, engine, Shelf(settings.shelf_dir), Renderers(settings, workers=workers), subject=subject
        )

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A unit of work of its own that only reads, so that no lock is held while a paper is made.

        Raises FactsBusy where the database does not answer.
        """
        try:
            with unit_of_work(self.engine):
                yield
        except (OperationalError, ProgrammingError) as error:
            raise FactsBusy(NO_ANSWER) from error
