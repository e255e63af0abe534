"""What the form for testimony offers at a place: three positions alike, their points, a text to rehearse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from fact_sheets.brief import Brief, brief_of
from fact_sheets.citations import Notes
from fact_sheets.dossier import Claim, Place
from fact_sheets.speech import PACES, Voice, seconds
from fact_sheets.testimony.ask import the_ask
from fact_sheets.testimony.points import best, sayable, spoken_words
from fact_sheets.testimony.speaker import POSITIONS, Position
from fact_sheets.typesetting import set_words
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing.dossiers import assemble
from toolkit.publishing.meeting.bodies import Body, body, rows_of
from toolkit.publishing.meeting.meetings import reaching

OTHER_POINTS = "Other points"
# Read aloud at an even pace it takes half a minute at the usual rate; it is about nothing but reading.
REHEARSAL = (
    "This is how I sound when I read aloud. I breathe at the end of each sentence and look up. I do not "
    "rush, because people need time to hear me. If I lose my place, I find it with my finger and go on. When "
    "I am done, I stop and say thank you. That is all a speaker has to do."
)
_TABLE = (100, 115, 130, 145, 160, 180)  # words a minute


@dataclass(frozen=True, slots=True)
class Offer:
    """A claim that may be said, in its spoken words."""

    claim_id: str
    text: str
    tag: str
    seconds: int  # at the usual pace
    picked: bool  # one of the best for this place


@dataclass(frozen=True, slots=True)
class Question:
    """A contested question and what one position may say to it."""

    words: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """One position: what it asks for here, and everything it may say, by question."""

    position: Position
    ask: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A paragraph to read against the clock."""

    text: str
    words: int  # as spoken
    slowest: int
    fastest: int
    table: tuple[tuple[int, int], ...]  # seconds it takes, words a minute


@dataclass(frozen=True, slots=True)
class TestimonyPage:
    """The form of a place; the stands in the order of the day, so that each comes first in turn."""

    place: Place
    stands: tuple[Stand, ...]
    rehearsal: Rehearsal
    bodies: tuple[Body, ...]  # those that decide here, with their rules for speaking

    def body(self, body_id: str) -> Body | None:
        """The body with this id, if it decides here."""
        return next((body for body in self.bodies if body.id == body_id), None)


def testimony_page(press_room: PressRoom, geoid: str, on: date) -> TestimonyPage:
    """The form for this place and day. Raises UnknownPlace, FactsMissing or FactsBusy."""
    with press_room.reading():
        known = brief_of(assemble(geoid, on, press_room.settings, subject=press_room.subject))
        bodies = tuple(body(row, on) for row in rows_of(reaching(known.local.place)))
    return TestimonyPage(known.local.place, _stands(known), rehearsal(), bodies)


def positions_of_the_day(geoid: str, on: date) -> tuple[Position, ...]:
    """The positions in turn: which is first changes from day to day, and from place to place."""
    first = (sha256(geoid.encode()).digest()[0] + on.toordinal()) % len(POSITIONS)
    return POSITIONS[first:] + POSITIONS[:first]


def _stands(brief: Brief) -> tuple[Stand, ...]:
    picked, notes = best(brief), Notes(brief.pages)
    return tuple(
        Stand(
            position,
            set_words(f"I ask you to {the_ask(brief, position)}."),
            tuple(_questions(brief, position, picked[position], notes)),
        )
        for position in positions_of_the_day(brief.local.place.geoid, brief.local.on)
    )


def rehearsal() -> Rehearsal:
    """The paragraph, and what a watch says about its reader."""
    words = Voice().count(REHEARSAL)
    table = tuple((round(seconds(words, pace)), pace) for pace in _TABLE)
    return Rehearsal(set_words(REHEARSAL), words, PACES[0], PACES[-1], table)


def _questions(brief: Brief, position: Position, picked: Sequence[Claim], notes: Notes) -> Iterator[Question]:
    """Each claim under the first question that it answers, weightiest first."""
    left = {
        claim.id: _offer(claim, claim in picked, notes, brief.voice) for claim in sayable(brief, position)
    }
    for dispute in brief.library.disputes:
        answers = {*dispute.supporters, *dispute.critics, *dispute.mixed}
        offers = tuple(left.pop(claim_id) for claim_id in tuple(left) if claim_id in answers)
        if offers:
            yield Question(set_words(dispute.question), offers)
    if left:
        yield Question(OTHER_POINTS, tuple(left.values()))


def _offer(claim: Claim, picked: bool, notes: Notes, voice: Voice) -> Offer:
    said = claim.spoken or ""
    takes = round(seconds(spoken_words(voice, said)))
    return Offer(claim.id, set_words(said), notes.tag(claim.citations), takes, picked)
