"""What a request needs of the installation: its settings, its press room, and which day it is."""

from datetime import date
from typing import cast

from flask import current_app

from toolkit.config import Settings
from toolkit.publishing import clock
from toolkit.publishing.press_room import PressRoom


def settings() -> Settings:
    """The settings of this installation."""
    return cast(Settings, current_app.extensions["settings"])


def today() -> date:
    """The day that pages and sheets bear."""
    return settings().today or clock.today()


def press_room() -> PressRoom:
    """What issuing takes."""
    return cast(PressRoom, current_app.extensions["press_room"])
