"""What issuing takes, put together once for each process: settings, database, shelf, renderers."""

from dataclasses import dataclass, field

from sqlalchemy import Engine

from toolkit.config import Settings
from toolkit.publishing.issuing.once import Once
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.rendering.renderers import Renderers


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
