"""What a speaker chose, before any word is written. It lives in memory only and is part of no dossier."""

import re
from dataclasses import dataclass
from typing import Literal

from fact_sheets.errors import PressError
from fact_sheets.speech import DEFAULT_PACE, PACES
from fact_sheets.testimony import typed

Position = Literal["support", "oppose", "undecided"]
POSITIONS: tuple[Position, ...] = ("support", "oppose", "undecided")
SHORTEST, LONGEST = 30, 300  # seconds
# The longest text of each field that a speaker types, in characters, and what the field is called.
MOST = {"own": 2_000, "body": 120, "agenda_item": 60, "name": 80, "connection": 200}
_CALLED = {
    "own": "your own words",
    "body": "the name of the body",
    "agenda_item": "the agenda item",
    "name": "your name",
    "connection": "your connection to the place",
}
_CLOCK = re.compile(r"(?P<minutes>[0-9]{1,2}):(?P<seconds>[0-5][0-9])(?: ?min(?:utes?)?)?")
_NUMBER = re.compile(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9])?) ?(?:(?P<seconds>s(?:ec(?:onds?)?)?)|m(?:in(?:utes?)?)?)?"
)


class SpeakerError(PressError):
    """A choice that cannot be used; ``field`` names it and the message says what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class TooLong(SpeakerError):
    """The ask and the speaker's own words alone take longer than the limit.

    ``over`` is by how many seconds, ``words`` by how many spoken words, ``needed`` the limit in seconds that
    would hold them (None when no limit up to 5:00 would).
    """

    def __init__(self, over: int, words: int, needed: int | None) -> None:
        longer = f" or ask for {say_limit(needed)}" if needed else ""
        super().__init__(
            "own",
            f"Your own words run {_count(over, 'second')} over. Cut about {_count(words, 'word')}{longer}.",
        )
        self.over, self.words, self.needed = over, words, needed


@dataclass(frozen=True, slots=True)
class Wishes:
    """The speaker's choices. Only ``own`` has no default: nobody else can write it."""

    own: str
    position: Position = "undecided"
    limit: int = 120  # seconds
    pace: int = DEFAULT_PACE  # spoken words a minute
    interpreter: bool = False  # each sentence is interpreted after it is said
    double_time: bool = False  # the body gives twice the time to interpreted speakers
    body: str = ""  # "County Council"
    agenda_item: str = ""  # "7" or "the sheriff’s budget"
    name: str = ""
    connection: str = ""  # "I run a bakery on Main Street."
    claims: tuple[str, ...] = ()  # ids, in the order to say them; empty takes the best three
    fair_line: bool = True
    copies: bool = True  # the speaker brings copies for the clerk, and says so

    def __post_init__(self) -> None:
        for field in _CALLED:
            check_typed(field, getattr(self, field))
        if not typed.read(self.own).text:
            raise SpeakerError("own", "Write one sentence of your own: why this matters to you.")
        if self.position not in POSITIONS:
            raise SpeakerError("position", f"Choose a position: {', '.join(POSITIONS)}.")
        check_time(self.limit, self.pace)

    @property
    def share(self) -> float:
        """The share of the limit in which the speaker's own voice is heard."""
        return 0.5 if self.interpreter and not self.double_time else 1.0


def check_time(limit: int, pace: int) -> None:
    """Raises SpeakerError for a limit or pace that no one has."""
    if not SHORTEST <= limit <= LONGEST:
        raise SpeakerError("limit", "Choose a time limit from 0:30 to 5:00.")
    if pace not in PACES:
        raise SpeakerError("pace", f"Choose a pace from {PACES[0]} to {PACES[-1]} words a minute.")


def read_limit(text: str) -> int:
    """Seconds of "2:00", "0:45", "2.5" or "2 min" (minutes) or "90 s"; SpeakerError for anything else."""
    plain = text.strip().lower()
    if clock := _CLOCK.fullmatch(plain):
        return int(clock["minutes"]) * 60 + int(clock["seconds"])
    if number := _NUMBER.fullmatch(plain):
        return round(float(number["number"]) * (1 if number["seconds"] else 60))
    raise SpeakerError(
        "limit", f"“{text[:20]}” is not a time limit. Write minutes and seconds, such as 2:00."
    )


def say_limit(seconds: int) -> str:
    """ "2:00"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def check_typed(field: str, text: str) -> None:
    """Raises SpeakerError for a text that is too long or may not be handed to the renderer."""
    if len(text) > MOST[field]:
        raise SpeakerError(field, f"Keep {_CALLED[field]} under {MOST[field]:,} characters.")
    problem = typed.problem(typed.read(text).text)
    if problem:
        raise SpeakerError(field, problem)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
