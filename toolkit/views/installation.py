"""What a request needs of the installation: its settings, its press room, and which day it is."""

from dataclasses import replace
from datetime import date, datetime
from typing import cast

from flask import current_app, g, request

from toolkit.access.letters import Letters
from toolkit.access.limits import Limits
from toolkit.config import Settings
from toolkit.ledger import clock
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing import page_words
from toolkit.publishing.knowing.page_words import PageWords

SUBJECT = "toolkit.subject"  # under this name the edge leaves its id in a request's environ


def settings() -> Settings:
    """The settings of this installation."""
    return cast(Settings, current_app.extensions["settings"])


def today() -> date:
    """The day that pages and sheets bear."""
    return settings().today or clock.today()


def now() -> datetime:
    """This moment, by which sign-in and the event log go."""
    return cast(datetime, current_app.extensions["now"]())


def limits() -> Limits:
    """The counters of tries at signing in."""
    return cast(Limits, current_app.extensions["limits"])


def letters() -> Letters:
    """The door to organizers' mailboxes."""
    return cast(Letters, current_app.extensions["letters"])


def subject_id() -> str:
    """The subject that the address names, empty where it names none: the first that is open."""
    return cast(str, request.environ.get(SUBJECT, ""))


def subject() -> PageWords:
    """The same with what pages say of it; looked up once a request."""
    if "subject" not in g:
        g.subject = page_words.current(subject_id())
    return cast(PageWords, g.subject)


def file_stem(slug: str = "") -> str:
    """What the names of files begin with: the site's own word, if it has one, and the subject."""
    return "-".join(filter(None, (settings().file_stem, slug or subject().slug)))


def press_room() -> PressRoom:
    """What issuing takes."""
    return replace(cast(PressRoom, current_app.extensions["press_room"]), subject=subject_id())
