"""Points dealt among many speakers: the plan, the cards, and one text for a spokesperson. Nothing is kept.

The seed in the address is enough to deal the same cards again.
"""

import secrets
from dataclasses import dataclass
from datetime import date

from fact_sheets.brief import brief_of
from fact_sheets.dossier import Place
from fact_sheets.sentences import say
from fact_sheets.testimony import text, wording
from fact_sheets.testimony.ask import the_ask
from fact_sheets.testimony.deal import MOST_SPEAKERS, Card, Deal, DealOrder, deal
from fact_sheets.testimony.parcel import Paper
from fact_sheets.testimony.pooled import LONGEST_POOLED, pooled
from fact_sheets.testimony.speaker import Position
from fact_sheets.typesetting import set_words
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing.dossiers import assemble
from toolkit.publishing.meeting.bodies import Body, body, rows_of
from toolkit.publishing.meeting.meetings import reaching
from toolkit.publishing.speaking.testimony import Format, Podium, facts, on_screen, printed
from toolkit.publishing.speaking.testimony_page import positions_of_the_day

# Letters and digits that nobody takes for one another when a seed is read out.
SEED_SIGNS, SEED_LENGTH = "abcdefghjkmnpqrstuvwxyz23456789", 4

__all__ = [
    "LONGEST_POOLED",
    "MOST_SPEAKERS",
    "DealOrder",
    "DealPage",
    "DealtCard",
    "cards_json",
    "deal_page",
    "document",
    "new_seed",
    "podium",
    "spokesperson",
]


@dataclass(frozen=True, slots=True)
class DealtCard:
    """A card with the words that a page puts around it."""

    card: Card
    topic: str  # what its claim is about; empty where the claims have run out
    story: str  # room for the speaker's own words
    spare: bool


@dataclass(frozen=True, slots=True)
class DealPage:
    """The form of a place, and what was dealt if something was asked for."""

    place: Place
    asks: tuple[tuple[Position, str], ...]  # in the order of the day
    deal: Deal | None
    cards: tuple[DealtCard, ...]  # speakers, then spares
    run_out: str  # that there are more speakers than claims, or nothing
    thanks: str
    bodies: tuple[Body, ...]  # those here whose rules say how a group may speak


def deal_page(press_room: PressRoom, geoid: str, on: date, wanted: DealOrder | None) -> DealPage:
    """The page of a place. Raises UnknownPlace, FactsMissing or FactsBusy."""
    with press_room.reading():
        known = brief_of(assemble(geoid, on, press_room.settings, subject=press_room.subject))
        bodies = tuple(body(row, on) for row in rows_of(reaching(known.local.place)))
    asks = tuple(
        (position, set_words(f"I ask you to {the_ask(known, position)}."))
        for position in positions_of_the_day(geoid, on)
    )
    dealt = deal(known, wanted) if wanted else None
    return DealPage(
        place=known.local.place,
        asks=asks,
        deal=dealt,
        cards=_cards(dealt) if dealt else (),
        run_out=(wording.out_of_claims(dealt) if dealt else None) or "",
        thanks=say("spoken.thanks"),
        bodies=tuple(each for each in bodies if each.card.pooling_minutes or each.card.one_spokesperson),
    )


def document(
    press_room: PressRoom,
    geoid: str,
    on: date,
    wanted: DealOrder,
    *,
    paper: Paper = "cards",
    form: Format = "pdf",
) -> bytes:
    """Cards or plan. Raises as ``deal_page`` does, and Busy or RenderFailed for a PDF."""
    return printed(press_room, paper, deal(facts(press_room, geoid, on), wanted), form)


def spokesperson(
    press_room: PressRoom,
    geoid: str,
    on: date,
    wanted: DealOrder,
    *,
    limit: int,
    own: str = "",
    paper: Paper = "speaking",
    form: Format = "pdf",
) -> bytes:
    """One text for a group, on paper. Raises as ``document`` does, and SpeakerError."""
    return printed(press_room, paper, pooled(facts(press_room, geoid, on), wanted, limit, own), form)


def podium(
    press_room: PressRoom, geoid: str, on: date, wanted: DealOrder, *, limit: int, own: str = ""
) -> Podium:
    """One text for a group, on a screen. Raises as ``deal_page`` does, and SpeakerError."""
    return on_screen(pooled(facts(press_room, geoid, on), wanted, limit, own), wanted.pace)


def cards_json(press_room: PressRoom, geoid: str, on: date, wanted: DealOrder) -> str:
    """Who says which claims, for programs."""
    return text.cards_json(deal(facts(press_room, geoid, on), wanted))


def new_seed() -> str:
    """A short seed that nobody has to think up."""
    return "".join(secrets.choice(SEED_SIGNS) for _ in range(SEED_LENGTH))


def _cards(dealt: Deal) -> tuple[DealtCard, ...]:
    return tuple(
        DealtCard(card, wording.topic(card.point) if card.point else "", wording.own_story(card), spare)
        for cards, spare in ((dealt.cards, False), (dealt.spares, True))
        for card in cards
    )
