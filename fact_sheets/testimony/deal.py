"""Deal the points: all make one ask, nobody says another's claim, and no card depends on how many come.

The seed fixes one order of the claims and of the openings. Speaker 1 takes the first of each, speaker 2
the second, and so on; what is left are spares. So a speaker more takes only from the spares, and one
who stays away leaves every other card as it was. Nothing is stored: the seed in the address is enough.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from fact_sheets.citations import Notes
from fact_sheets.document import Note
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.relevance import ELSEWHERE, distance
from fact_sheets.situation import situation_of
from fact_sheets.speech import DEFAULT_PACE, budget, count, seconds
from fact_sheets.testimony.ask import the_ask
from fact_sheets.testimony.draft import check_url
from fact_sheets.testimony.openings import OPENINGS
from fact_sheets.testimony.points import sayable, spoken_words
from fact_sheets.testimony.speaker import POSITIONS, Position, SpeakerError, check_time
from fact_sheets.typesetting import set_words

MOST_SPEAKERS = 60
MOST_POINTS = 3
THANKS = "Thank you."
_SEED = re.compile(r"[a-z0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is dealt: to how many, for how long each, in which order of chance."""

    position: Position
    speakers: int
    limit: int = 120  # seconds a speaker
    seed: str = "1"
    pace: int = DEFAULT_PACE
    points: int = 1  # claims a speaker
    absent: tuple[int, ...] = ()  # numbers of speakers who stay away

    def __post_init__(self) -> None:
        if self.position not in POSITIONS:
            raise SpeakerError("position", f"Choose a position: {', '.join(POSITIONS)}.")
        if not 1 <= self.speakers <= MOST_SPEAKERS:
            raise SpeakerError("speakers", f"Enter a number of speakers from 1 to {MOST_SPEAKERS}.")
        if not 1 <= self.points <= MOST_POINTS:
            raise SpeakerError("points", f"Choose from 1 to {MOST_POINTS} points a speaker.")
        if not _SEED.fullmatch(self.seed):
            raise SpeakerError("seed", "A seed is 1 to 12 small letters or digits, such as k7.")
        check_time(self.limit, self.pace)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim on a card: its words as they are said, and the numbers of its notes."""

    claim_id: str
    topic: str
    text: str
    notes: tuple[int, ...]
    tag: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one speaker says besides their own story; ``points`` is empty where the claims have run out."""

    number: int
    opening: str
    points: tuple[Said, ...]
    seconds: int  # for opening, ask, points and thanks
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
    check_url: str

    def notes_of(self, card: Card) -> tuple[Note, ...]:
        """The notes behind one card."""
        wanted = {number for point in card.points for number in point.notes}
        return tuple(note for note in self.notes if note.number in wanted)


def deal(dossier: Dossier, wanted: Wanted) -> Deal:
    """The cards in the order of speaking."""
    ask = f"I ask you to {the_ask(dossier, wanted.position)}."
    hands = _hands(dealt_claims(dossier, wanted), wanted, _room_for_points(ask, wanted))
    openings = sorted(OPENINGS, key=lambda opening: _chance(wanted.seed, opening))
    notes = Notes(dossier.sources)
    cards = []
    for number in range(1, max(wanted.speakers, len(hands)) + 1):
        hand = hands[number - 1] if number <= len(hands) else ()
        cards.append(_card(number, openings[(number - 1) % len(openings)], hand, ask, wanted, notes))
    present = [card for card in cards[: wanted.speakers] if card.number not in wanted.absent]
    return Deal(
        place_label=set_words(dossier.place.label),
        position=wanted.position,
        limit=wanted.limit,
        seed=wanted.seed,
        ask=set_words(ask),
        cards=tuple(present),
        spares=tuple(cards[wanted.speakers :]),
        without_claim=sum(1 for card in present if not card.points),
        notes=notes.printed(),
        check_url=check_url(dossier),
    )


def dealt_claims(dossier: Dossier, wanted: Wanted) -> list[Claim]:
    """Every claim that may be dealt, in the seed's order; those about elsewhere come after the others."""
    situation = situation_of(dossier)

    def place_in_line(claim: Claim) -> tuple[bool, bytes]:
        return distance(claim, dossier, situation) >= ELSEWHERE, _chance(wanted.seed, claim.id)

    return sorted(sayable(dossier, wanted.position), key=place_in_line)


def _room_for_points(ask: str, wanted: Wanted) -> int:
    """Spoken words that are left beside the ask, the thanks and the longest opening."""
    return budget(wanted.limit, wanted.pace) - count(ask) - count(THANKS) - max(map(count, OPENINGS))


def _hands(claims: Sequence[Claim], wanted: Wanted, room: int) -> list[tuple[Claim, ...]]:
    """The claims in the order of dealing; a hand is full at its number of points or when its time is up.

    A claim that no card can hold is not dealt.
    """
    hands: list[tuple[Claim, ...]] = []
    hand: tuple[Claim, ...] = ()
    for claim in (claim for claim in claims if _words(claim) <= room):
        if len(hand) == wanted.points or sum(map(_words, (*hand, claim))) > room:
            hands.append(hand)
            hand = ()
        hand = (*hand, claim)
    return [*hands, hand] if hand else hands


def _card(number: int, opening: str, hand: Sequence[Claim], ask: str, wanted: Wanted, notes: Notes) -> Card:
    words = sum(map(count, (opening, ask, THANKS))) + sum(map(_words, hand))
    left = budget(wanted.limit, wanted.pace) - words
    return Card(
        number,
        opening,
        tuple(_said(claim, notes) for claim in hand),
        math.ceil(seconds(words, wanted.pace)),
        math.floor(seconds(left, wanted.pace)),
    )


def _said(claim: Claim, notes: Notes) -> Said:
    cited = notes.cite(claim.citations)
    return Said(claim.id, claim.topic, set_words(claim.spoken or ""), cited, notes.tag(claim.citations))


def _words(claim: Claim) -> int:
    return spoken_words(claim.spoken or "")


def _chance(seed: str, name: str) -> bytes:
    """An order that only the seed and the names decide, the same on every machine."""
    return sha256(f"{seed}/{name}".encode()).digest()
