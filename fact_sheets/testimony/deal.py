"""Deal the points: each speaker says another claim, all make one ask, and nobody's card depends on how many come.

The seed fixes one order of the claims and of the openings. Speaker 1 takes the first of each, speaker 2
the second, and so on; what is left are spares. So a speaker more takes only from the spares, and one
who stays away leaves every other card as it was. Nothing is stored: the seed in the address is enough.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from fact_sheets.testimony.ask import the_ask
from fact_sheets.citations import Notes
from fact_sheets.document import Note, Point
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.testimony.openings import OPENINGS
from fact_sheets.testimony.points import sayable
from fact_sheets.testimony.speaker import LONGEST, SHORTEST, Position, SpeakerError
from fact_sheets.speech import DEFAULT_PACE, PACES, budget, count, seconds
from fact_sheets.typesetting import capitalise, set_words

MOST_SPEAKERS = 60
T = TypeVar("T")
_SEED = re.compile(r"[a-z0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is dealt: to how many, for how long each, in which order of chance."""

    position: Position
    speakers: int
    limit: int = 120  # seconds a speaker
    seed: str = "1"
    pace: int = DEFAULT_PACE
    absent: tuple[int, ...] = ()  # numbers of speakers who stay away

    def __post_init__(self) -> None:
        if not 1 <= self.speakers <= MOST_SPEAKERS:
            raise SpeakerError("speakers", f"Enter a number of speakers from 1 to {MOST_SPEAKERS}.")
        if not SHORTEST <= self.limit <= LONGEST:
            raise SpeakerError("limit", "Choose a time limit from 0:30 to 5:00.")
        if self.pace not in PACES:
            raise SpeakerError("pace", f"Choose a pace from {PACES[0]} to {PACES[-1]} words a minute.")
        if not _SEED.fullmatch(self.seed):
            raise SpeakerError("seed", "A seed is 1 to 12 small letters or digits, such as k7.")


@dataclass(frozen=True, slots=True)
class Card:
    """What one speaker says besides their own story; ``point`` is None where the claims have run out."""

    number: int
    opening: str
    point: Point | None
    spoken: str | None  # the point as it is said
    seconds: int  # for opening, ask, point and thanks
    own_seconds: int  # what is left for the speaker's own story


@dataclass(frozen=True, slots=True)
class Deal:
    """The plan of one page, and the cards."""

    place_label: str
    position: Position
    limit: int
    seed: str
    ask: str  # the one sentence that everyone says
    cards: tuple[Card, ...]
    spares: tuple[Card, ...]  # numbered on from the last speaker
    without_claim: int  # speakers for whom no claim was left
    notes: tuple[Note, ...]


def deal(dossier: Dossier, wanted: Wanted) -> Deal:
    """The cards in the order of speaking."""
    claims = dealt_claims(dossier, wanted)
    openings = _shuffled(OPENINGS, wanted.seed)
    ask = set_words(f"I ask you to {the_ask(dossier, wanted.position)}.")
    notes = Notes(dossier.sources)
    everyone = max(wanted.speakers, len(claims))
    cards = [
        _card(number, openings, claims[number - 1] if number <= len(claims) else None, ask, wanted, notes)
        for number in range(1, everyone + 1)
    ]
    present = [card for card in cards[: wanted.speakers] if card.number not in wanted.absent]
    return Deal(
        place_label=set_words(dossier.place.label),
        position=wanted.position,
        limit=wanted.limit,
        seed=wanted.seed,
        ask=ask,
        cards=tuple(present),
        spares=tuple(cards[wanted.speakers :]),
        without_claim=sum(1 for card in present if card.point is None),
        notes=notes.printed(),
    )


def dealt_claims(dossier: Dossier, wanted: Wanted) -> list[Claim]:
    """Every claim that may be dealt, in the seed's order."""
    return _shuffled(sayable(dossier, wanted.position), wanted.seed)


def _card(
    number: int, openings: Sequence[str], claim: Claim | None, ask: str, wanted: Wanted, notes: Notes
) -> Card:
    opening = openings[(number - 1) % len(openings)]
    spoken = claim.spoken if claim else None
    allowed = budget(wanted.limit, wanted.pace)
    words = sum(map(count, (opening, ask, "Thank you.")))
    if spoken and words + count(spoken) <= allowed:
        words += count(spoken)
    else:
        # Thirty seconds at a slow pace may not hold the point: then the card keeps the ask and the story.
        claim = spoken = None
    taken = math.ceil(seconds(words, wanted.pace))
    point = (
        Point(claim.id, claim.revision, set_words(claim.text), notes.cite(claim.citations), notes.tag(claim.citations))
        if claim
        else None
    )
    left = max(0, math.floor(seconds(allowed - words, wanted.pace)))
    return Card(number, set_words(capitalise(opening)), point, set_words(spoken) if spoken else None, taken, left)


def _shuffled(items: Sequence[T], seed: str) -> list[T]:
    """The items in an order that only the seed and their own names decide, the same on every machine."""
    return sorted(items, key=lambda item: sha256(f"{seed}/{getattr(item, 'id', item)}".encode()).digest())
