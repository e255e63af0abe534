"""Dossier and a speaker's wishes in, one timed script out: one voice, whole sentences, within the limit."""

from collections.abc import Sequence
from dataclasses import replace

from fact_sheets.action import right_to_speak
from fact_sheets.citations import Notes
from fact_sheets.dossier import Citation, Claim, Dossier, Tier
from fact_sheets.imprint import imprint_line
from fact_sheets.readability import sentences
from fact_sheets.sentences import say
from fact_sheets.situation import MODEL_NAMES, own_tier, place_in_words
from fact_sheets.testimony import typed
from fact_sheets.testimony.answers import if_asked
from fact_sheets.testimony.ask import fair_line, the_ask, the_question
from fact_sheets.testimony.plan import (
    Clock,
    Reach,
    Unit,
    by_priority,
    kept_at,
    lay_out,
    must_be_said,
    point_unit,
    reach,
    unit,
)
from fact_sheets.testimony.points import Picked, best, in_order
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import LONGEST, POSITIONS, Position, TooLong, Wishes
from fact_sheets.typesetting import count_of, say_date_aloud, set_words

TITLES: dict[Position, str] = {
    "support": "In support of 287(g)",
    "oppose": "In opposition to 287(g)",
    "undecided": "A question about 287(g)",
}


def compose(dossier: Dossier, wishes: Wishes) -> Script:
    """The script. Raises TooLong when the ask and the speaker's own words alone do not fit the limit."""
    clock = Clock(wishes.pace, wishes.share)
    picked = best(dossier)
    units, reached = _units_and_reach(dossier, wishes, picked, clock)
    step = reached(wishes.limit)
    if step is None:
        raise too_long(must_be_said(units), wishes.limit, clock, LONGEST)
    kept = kept_at(units, step)
    notes = Notes(dossier.sources)
    plan = lay_out(kept, wishes.limit, clock, reached, notes)
    said = claims_said(dossier, kept)
    return Script(
        title=set_words(TITLES[wishes.position]),
        view=say("testimony.view"),
        place_label=set_words(dossier.place.label),
        body=typed.read(wishes.body).text,
        agenda_item=typed.read(wishes.agenda_item).text,
        position=wishes.position,
        on=dossier.on,
        limit=wishes.limit,
        pace=wishes.pace,
        interpreter=wishes.interpreter,
        plan=plan,
        left_out=tuple(each.role for each in units if each not in kept),
        notices=_notices(wishes),
        right_to_speak=right_to_speak(dossier, notes),
        if_asked=if_asked(dossier, wishes.position, [claim.id for claim in said], picked, notes),
        notes=notes.printed(),
        check_url=check_url(dossier),
        imprint_line=imprint_line(dossier.imprint, said),
    )


def units_of(dossier: Dossier, wishes: Wishes) -> list[Unit]:
    """Everything that this speaker could say, in the order of saying it, with the steps of priority."""
    chosen = in_order(dossier, wishes.position, wishes.claims) or best(dossier)[wishes.position]
    return _units(dossier, wishes, chosen)


def claims_said(dossier: Dossier, kept: Sequence[Unit]) -> list[Claim]:
    """The claims among these units, in the library's order."""
    ids = {each.claim_id for each in kept}
    return [claim for claim in dossier.claims if claim.id in ids]


def check_url(dossier: Dossier) -> str:
    """The page of the place, where anyone can make its fact sheet."""
    return f"{dossier.imprint.base_url}/places/{dossier.place.geoid}"


def too_long(must: int, limit: int, clock: Clock, longest: int) -> TooLong:
    """Says how many of the words that ``must`` be said are too many, and which limit would hold them."""
    over = must - clock.budget(limit)
    needed = next((each for each in range(limit, longest + 1) if clock.budget(each) >= must), None)
    return TooLong(clock.seconds(over), over, needed)


def _units_and_reach(
    dossier: Dossier, wishes: Wishes, picked: Picked, clock: Clock
) -> tuple[list[Unit], Reach]:
    """What can be said, and how far down the priority a limit reaches.

    Where the claims were picked for the speaker, a step is taken only if every position can take it in this
    time: so none gets a point more than the others.
    """
    own = in_order(dossier, wishes.position, wishes.claims)
    if own:
        units = _units(dossier, wishes, own)
        return units, lambda limit: reach(units, clock.budget(limit))
    drafts = {each: _units(dossier, replace(wishes, position=each), picked[each]) for each in POSITIONS}

    def reached(limit: int) -> int | None:
        steps = {each: reach(draft, clock.budget(limit)) for each, draft in drafts.items()}
        if steps[wishes.position] is None:
            return None
        return min(step for step in steps.values() if step is not None)

    return drafts[wishes.position], reached


def _units(dossier: Dossier, wishes: Wishes, chosen: Sequence[Claim]) -> list[Unit]:
    asked = the_ask(dossier, wishes.position)
    question = the_question(dossier, wishes.position)
    name = typed.read(wishes.name).text.rstrip(".")
    item = typed.read(wishes.agenda_item).text.rstrip(".")
    points = [point_unit(claim) for claim in chosen]
    local = _local(dossier)
    said = [
        unit("greeting", say("spoken.greeting")),
        *([unit("name", say("spoken.name", name=name))] if name else []),
        unit("connection", _connection(dossier, wishes)),
        *([unit("item", say("spoken.about", item=_item(item)))] if item else []),
        unit("ask", say("spoken.ask", ask=asked)),
        *([unit("question", question)] if question else []),
        *(unit("own", sentence) for sentence in sentences(typed.read(wishes.own).text)),
        *points[:1],
        *([local] if local else []),
        *([unit("fair", fair_line(wishes.position))] if wishes.fair_line else []),
        *points[1:],
        unit("again", say("spoken.again", ask=asked)),
        *([unit("copies", say("spoken.copies"))] if wishes.copies else []),
        unit("thanks", say("spoken.thanks")),
    ]
    return by_priority(said)


def _notices(wishes: Wishes) -> tuple[str, ...]:
    typed_by_hand = (wishes.own, wishes.name, wishes.connection, wishes.agenda_item, wishes.body)
    return (
        (say("testimony.signs_dropped"),) if any(typed.read(text).dropped for text in typed_by_hand) else ()
    )


def _connection(dossier: Dossier, wishes: Wishes) -> str:
    own = typed.read(wishes.connection).text
    if own:
        return own if own.endswith((".", "!", "?")) else f"{own}."
    unknown = dossier.place.kind == "unlisted"
    place = say("spoken.this_community") if unknown else place_in_words(dossier.place)
    return say("spoken.resident", place=place)


def _item(item: str) -> str:
    return say("spoken.agenda_item", item=item) if item[:1].isdigit() else item


def _local(dossier: Dossier) -> Unit | None:
    """What ICE's list shows for the place's own agency, with the list's date."""
    tier = own_tier(dossier)
    if tier is None or tier.status not in ("signed", "none_listed") or dossier.place.kind == "state":
        return None
    listed = f"ICE’s list is dated {say_date_aloud(dossier.roster.list_date)}."
    the = "the " if tier.heading.endswith("jail") else ""
    words = f"{listed} It shows {_agreements(tier)} for {the}{tier.heading}."
    return unit("local", words, (Citation(dossier.roster.source_id),))


def _agreements(tier: Tier) -> str:
    if not tier.agreements:
        return "no agreement"
    if len(tier.agreements) == 1:
        return f"a {MODEL_NAMES[tier.agreements[0].model]} agreement"
    return count_of(len(tier.agreements), "agreement")
