"""Deal the points: all make one ask, nobody says another's claim, and no card depends on how many come.

The seed fixes one order of the claims and of the openings. Speaker 1 takes the first of each, speaker 2
the second, and so on; what is left are spares. So a speaker more takes only from the spares, and one
who stays away leaves every other card as it was. Nothing is stored: the seed in the address is enough.
"""

import math
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Note
from fact_sheets.dossier import Claim
from fact_sheets.relevance import ELSEWHERE, distance
from fact_sheets.sentences import language, say
from fact_sheets.speech import DEFAULT_PACE, Voice, budget, seconds
from fact_sheets.testimony.ask import the_ask
from fact_sheets.testimony.draft import check_url
from fact_sheets.testimony.points import sayable, spoken_words
from fact_sheets.testimony.speaker import POSITIONS, Position, SpeakerError, check_time
from fact_sheets.typesetting import set_words

MOST_SPEAKERS = 60
SPARES = 8  # cards for who comes unasked: two pages
_SEED = re.compile(r"[a-z0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class DealOrder:
    """What is dealt: to how many, for how long each, in which order of chance."""

    position: Position
    speakers: int
    limit: int = 120  # seconds a speaker
    seed: str = "1"
    pace: int = DEFAULT_PACE
    absent: tuple[int, ...] = ()  # numbers of speakers who stay away

    def __post_init__(self) -> None:
        if self.position not in POSITIONS:
            raise SpeakerError("position", f"Choose a position: {', '.join(POSITIONS)}.")
        if not 1 <= self.speakers <= MOST_SPEAKERS:
            raise SpeakerError("speakers", f"Enter a number of speakers from 1 to {MOST_SPEAKERS}.")
        if not _SEED.fullmatch(self.seed):
            raise SpeakerError("seed", "A seed is 1 to 12 small letters or digits, such as k7.")
        check_time(self.limit, self.pace)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on a card: its words as they are said, and the numbers of its notes."""

    claim_id: str
    topic: str
    text: str
    notes: tuple[int, ...]  # as numbered on the card
    tag: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one speaker says besides their own story; ``point`` is None where the claims have run out."""

    number: int
    opening: str
    point: Said | None
    notes: tuple[Note, ...]
    seconds: int  # for opening, ask, point and thanks
    own_seconds: int  # what is left for the speaker's own story


@dataclass(frozen=True, slots=True)
class Deal:
    """The plan of one page, and the cards."""

    place_label: str
    position: Position
    view: str  # the position in words
    limit: int
    seed: str
    ask: str  # the one sentence that everyone says
    cards: tuple[Card, ...]
    spares: tuple[Card, ...]  # numbered on from the last speaker
    without_claim: int  # speakers for whom no claim was left
    check_url: str


def deal(brief: Brief, wanted: DealOrder) -> Deal:
    """The cards in the order of speaking."""
    ask = say("spoken.ask", ask=the_ask(brief, wanted.position))
    cards = _cards(brief, wanted, ask)
    present = [card for card in cards[: wanted.speakers] if card.number not in wanted.absent]
    return Deal(
        place_label=set_words(brief.local.place.label),
        position=wanted.position,
        view=set_words(brief.speaks("position", when={"position": wanted.position})),
        limit=wanted.limit,
        seed=wanted.seed,
        ask=set_words(ask),
        cards=tuple(present),
        spares=tuple(cards[wanted.speakers :]),
        without_claim=sum(1 for card in present if card.point is None),
        check_url=check_url(brief),
    )


def dealt_claims(brief: Brief, wanted: DealOrder) -> list[Claim]:
    """Every claim that may be dealt, in the seed's order; those about elsewhere come after the others."""

    def place_in_line(claim: Claim) -> tuple[bool, bytes]:
        return distance(claim, brief) >= ELSEWHERE, _chance(wanted.seed, claim.id)

    return sorted(sayable(brief, wanted.position), key=place_in_line)


def _cards(brief: Brief, wanted: DealOrder, ask: str) -> list[Card]:
    """A card for every speaker, and spares; a claim that might push a card over the limit is not dealt."""
    count = brief.voice.count
    openings = sorted(_openings(), key=lambda opening: _chance(wanted.seed, opening))
    around = count(ask) + count(say("spoken.thanks"))
    lengths = {opening: count(opening) + around for opening in openings}
    allowed = budget(wanted.limit, wanted.pace)
    room = allowed - max(lengths.values())
    claims = [claim for claim in dealt_claims(brief, wanted) if _words(brief.voice, claim) <= room]
    cards = []
    for index in range(max(wanted.speakers, min(len(claims), wanted.speakers + SPARES))):
        opening = openings[index % len(openings)]
        claim = claims[index] if index < len(claims) else None
        words = lengths[opening] + _words(brief.voice, claim)
        timed = (math.ceil(seconds(words, wanted.pace)), math.floor(seconds(allowed - words, wanted.pace)))
        cards.append(_card(brief, index + 1, opening, claim, timed))
    return cards


@cache
def _openings() -> tuple[str, ...]:
    """Short, different, and free of any claim about the speaker or the issue."""
    english = language()
    return tuple(
        f"{opening} {lead}"
        for opening in english.lines("spoken.openings")
        for lead in english.lines("spoken.leads")
    )


def _card(brief: Brief, number: int, opening: str, claim: Claim | None, timed: tuple[int, int]) -> Card:
    notes = Notes(brief.pages)
    point = _said(claim, notes) if claim else None
    return Card(number, opening, point, notes.printed(), *timed)


def _said(claim: Claim, notes: Notes) -> Said:
    cited = notes.cite(claim.citations)
    return Said(claim.id, claim.topic, set_words(claim.spoken or ""), cited, notes.tag(claim.citations))


def _words(voice: Voice, claim: Claim | None) -> int:
    return spoken_words(voice, claim.spoken or "") if claim else 0


def _chance(seed: str, name: str) -> bytes:
    """An order that only the seed and the names decide, the same on every machine."""
    return sha256(f"{seed}/{name}".encode()).digest()
