"""Dossier and a speaker's wishes in, one timed script out: one voice, whole sentences, within the limit."""

import re

from fact_sheets.testimony.answers import if_asked
from fact_sheets.testimony.ask import the_ask
from fact_sheets.citations import Notes
from fact_sheets.dossier import Citation, Dossier
from fact_sheets.imprint import imprint_line
from fact_sheets.testimony.plan import Clock, Unit, by_priority, fitting, lay_out, must_be_said, point_unit
from fact_sheets.testimony.points import best, in_order
from fact_sheets.testimony.script import Role, Script
from fact_sheets.situation import MODEL_NAMES, own_tier
from fact_sheets.testimony.speaker import Position, TooLong, Wishes
from fact_sheets.typesetting import say_date, set_words

_TITLES: dict[Position, str] = {
    "support": "In support",
    "oppose": "In opposition",
    "undecided": "Questions before a decision",
}
_LEFT_OUT: dict[Role, str] = {
    "point": "a point",
    "greeting": "the greeting",
    "name": "your name",
    "connection": "your connection to the place",
    "again": "the second ask",
    "local": "what ICE’s list shows here",
    "fair": "the fair line",
    "copies": "the line about copies",
    "thanks": "the thanks",
}


def compose(dossier: Dossier, wishes: Wishes) -> Script:
    """The script. Raises TooLong when the ask and the speaker's own words alone do not fit the limit."""
    units = by_priority(units_of(dossier, wishes))
    clock = Clock(wishes.pace, wishes.share)
    allowed = clock.budget(wishes.limit)
    kept = fitting(units, allowed)
    if kept is None:
        raise TooLong(clock.seconds(must_be_said(units) - allowed))
    notes = Notes(dossier.sources)
    plan = lay_out(kept, wishes.limit, clock, notes)
    said = [unit.claim_id for unit in kept if unit.claim_id]
    answers = if_asked(dossier, wishes.position, said, notes)
    return Script(
        title=_TITLES[wishes.position],
        place_label=set_words(dossier.place.label),
        body=wishes.body.strip(),
        position=wishes.position,
        on=dossier.on,
        limit=wishes.limit,
        pace=wishes.pace,
        interpreter=wishes.interpreter,
        plan=plan,
        left_out=tuple(_LEFT_OUT[unit.role] for unit in units if unit not in kept),
        if_asked=answers,
        notes=notes.printed(),
        check_line=f"{dossier.imprint.base_url}/places/{dossier.place.geoid}",
        imprint_line=imprint_line(dossier.imprint, [claim for claim in dossier.claims if claim.id in said]),
    )


def units_of(dossier: Dossier, wishes: Wishes) -> list[Unit]:
    """Everything that could be said, in the order of saying it."""
    asked = the_ask(dossier, wishes.position)
    chosen = in_order(dossier, wishes.position, wishes.claims) or best(dossier, wishes.position)
    points = [point_unit(claim) for claim in chosen]
    name = wishes.name.strip().rstrip(".")
    units = [
        Unit("greeting", "Thank you for hearing me."),
        Unit("name", f"My name is {name}.") if name else None,
        Unit("connection", _connection(dossier, wishes)),
        Unit("ask", f"{_on_item(wishes.agenda_item)} ask you to {asked}."),
        *(Unit("own", sentence) for sentence in _sentences(wishes.own)),
        *points[:1],
        _local(dossier),
        Unit("fair", _fair(wishes)) if wishes.fair_line else None,
        *points[1:],
        Unit("again", f"Again, I ask you to {asked}."),
        Unit("copies", "I have copies with sources for the clerk."),
        Unit("thanks", "Thank you."),
    ]
    return [unit for unit in units if unit is not None]


def _connection(dossier: Dossier, wishes: Wishes) -> str:
    own = " ".join(wishes.connection.split())
    if own:
        return own if own.endswith((".", "!", "?")) else f"{own}."
    where = "this community" if dossier.place.kind == "unlisted" else dossier.place.name
    return f"I am a resident of {where}."


def _on_item(item: str) -> str:
    plain = " ".join(item.split()).rstrip(".")
    if not plain:
        return "I"
    return f"On agenda item {plain}, I" if plain[:1].isdigit() else f"On {plain}, I"


def _fair(wishes: Wishes) -> str:
    if wishes.position == "undecided":
        return "Both sides have sourced arguments, and the fact sheet I brought prints them side by side."
    return "People who see this differently have sourced arguments too; the fact sheet I brought prints them."


def _local(dossier: Dossier) -> Unit | None:
    """What ICE's list shows for the place's own agency, as one dated sentence."""
    tier = own_tier(dossier)
    listed = say_date(dossier.roster.list_date)
    if tier is None or tier.status not in ("signed", "none_listed") or dossier.place.kind == "state":
        return None
    if tier.status == "none_listed":
        words = f"ICE’s list of {listed} shows no agreement for {dossier.place.name}."
    else:
        models = {MODEL_NAMES[agreement.model] for agreement in tier.agreements}
        kind = f"a {models.pop()} agreement" if len(models) == 1 else "agreements of several kinds"
        words = f"ICE’s list of {listed} shows {kind} for {dossier.place.name}."
    return Unit("local", words, (Citation(dossier.roster.source_id),))


def _sentences(text: str) -> list[str]:
    """The speaker's own words, sentence by sentence, untouched but for white space."""
    flat = " ".join(text.split())
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"‘'¿¡])", flat) if part]
