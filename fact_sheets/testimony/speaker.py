"""What a speaker chose, before any word is written. It lives in memory only and is part of no dossier."""

from dataclasses import dataclass
from typing import Literal

from fact_sheets.errors import PressError
from fact_sheets.speech import DEFAULT_PACE, PACES

Position = Literal["support", "oppose", "undecided"]
POSITIONS: tuple[Position, ...] = ("support", "oppose", "undecided")
SHORTEST, LONGEST = 30, 300  # seconds
OWN_CHARACTERS = 2_000


class SpeakerError(PressError):
    """A choice that cannot be used; ``field`` names it and the message says what to do."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class TooLong(SpeakerError):
    """The ask and the speaker's own words alone take longer than the limit."""

    def __init__(self, over: int) -> None:
        unit = "second" if over == 1 else "seconds"
        super().__init__("own", f"Your own words run {over} {unit} over. Shorten them, or ask for a longer limit.")
        self.over = over


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

    def __post_init__(self) -> None:
        if not self.own.strip():
            raise SpeakerError("own", "Write one sentence of your own: why this matters to you.")
        if len(self.own) > OWN_CHARACTERS:
            raise SpeakerError("own", f"Keep your own words under {OWN_CHARACTERS:,} characters.")
        if self.position not in POSITIONS:
            raise SpeakerError("position", f"Choose a position: {', '.join(POSITIONS)}.")
        if not SHORTEST <= self.limit <= LONGEST:
            raise SpeakerError("limit", "Choose a time limit from 0:30 to 5:00.")
        if self.pace not in PACES:
            raise SpeakerError("pace", f"Choose a pace from {PACES[0]} to {PACES[-1]} words a minute.")

    @property
    def share(self) -> float:
        """The share of the limit in which the speaker's own voice is heard."""
        return 0.5 if self.interpreter and not self.double_time else 1.0


def read_limit(text: str) -> int:
    """Seconds of "2:00", "0:45", "2" or "2 min" (minutes) or "90s"; SpeakerError when it is none of these."""
    plain = text.strip().lower().removesuffix("minutes").removesuffix("minute").removesuffix("min").strip()
    try:
        if plain.endswith(("s", "sec")):
            return int(plain.removesuffix("sec").removesuffix("s"))
        minutes, colon, rest = plain.partition(":")
        if colon:
            if len(rest) != 2 or int(rest) > 59:
                raise ValueError(text)
            return int(minutes) * 60 + int(rest)
        return round(float(plain) * 60)
    except ValueError as error:
        raise SpeakerError("limit", f"“{text[:20]}” is not a time limit. Write it as minutes and seconds, such as 2:00.") from error


def say_limit(seconds: int) -> str:
    """"2:00"."""
    return f"{seconds // 60}:{seconds % 60:02d}"
