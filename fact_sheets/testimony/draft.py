"""Dossier and a speaker's wishes in, one timed script out: one voice, whole sentences, within the limit."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from fact_sheets.action import right_to_speak
from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.dossier import Citation, Claim
from fact_sheets.imprint import imprint_line
from fact_sheets.readability import sentences
from fact_sheets.sentences import say
from fact_sheets.situation import place_in_words
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
from fact_sheets.testimony.speaker import LONGEST, POSITIONS, TooLong, Wishes
from fact_sheets.typesetting import say_date, set_words

# Of which places a speaker says what the register shows.
_TOLD = {
    "always": ("recorded", "ended", "none"),
    "when_recorded": ("recorded", "ended"),
    "never": (),
}


def compose(brief: Brief, wishes: Wishes) -> Script:
    """The script. Raises TooLong when the ask and the speaker's own words alone do not fit the limit."""
    clock = Clock(wishes.pace, wishes.share)
    picked = best(brief)
    units, reached = _units_and_reach(brief, wishes, picked, clock)
    step = reached(wishes.limit)
    if step is None:
        raise too_long(must_be_said(units), wishes.limit, clock, LONGEST)
    kept = kept_at(units, step)
    notes = Notes(brief.pages)
    plan = lay_out(kept, wishes.limit, clock, reached, notes)
    said = claims_said(brief, kept)
    return Script(
        title=set_words(brief.speaks("title", when={"position": wishes.position})),
        subject=set_words(brief.subject.name),
        view=say("testimony.view"),
        place_label=set_words(brief.local.place.label),
        body=typed.read(wishes.body).text,
        agenda_item=typed.read(wishes.agenda_item).text,
        position=wishes.position,
        on=brief.local.on,
        limit=wishes.limit,
        pace=wishes.pace,
        interpreter=wishes.interpreter,
        plan=plan,
        left_out=tuple(each.role for each in units if each not in kept),
        local_part=brief.speaks("left_out"),
        notices=_notices(wishes),
        right_to_speak=right_to_speak(brief, notes),
        if_asked=if_asked(brief, wishes.position, [claim.id for claim in said], picked, notes),
        notes=notes.printed(),
        check_url=check_url(brief),
        imprint_line=imprint_line(brief.local.imprint, said),
    )


def units_of(brief: Brief, wishes: Wishes) -> list[Unit]:
    """Everything that this speaker could say, in the order of saying it, with the steps of priority."""
    chosen = in_order(brief, wishes.position, wishes.claims) or best(brief)[wishes.position]
    return _units(brief, wishes, chosen)


def claims_said(brief: Brief, kept: Sequence[Unit]) -> list[Claim]:
    """The claims among these units, in the library's order."""
    ids = {each.claim_id for each in kept}
    return [claim for claim in brief.library.claims if claim.id in ids]


def check_url(brief: Brief) -> str:
    """The page of the place, where anyone can make its fact sheet."""
    return f"{brief.local.imprint.base_url}/places/{brief.local.place.geoid}"


def too_long(must: int, limit: int, clock: Clock, longest: int) -> TooLong:
    """Says how many of the words that ``must`` be said are too many, and which limit would hold them."""
    over = must - clock.budget(limit)
    needed = next((each for each in range(limit, longest + 1) if clock.budget(each) >= must), None)
    return TooLong(clock.seconds(over), over, needed)


def _units_and_reach(brief: Brief, wishes: Wishes, picked: Picked, clock: Clock) -> tuple[list[Unit], Reach]:
    """What can be said, and how far down the priority a limit reaches.

    Where the claims were picked for the speaker, a step is taken only if every position can take it in this
    time: so none gets a point more than the others.
    """
    own = in_order(brief, wishes.position, wishes.claims)
    if own:
        units = _units(brief, wishes, own)
        return units, lambda limit: reach(units, clock.budget(limit))
    drafts = {each: _units(brief, replace(wishes, position=each), picked[each]) for each in POSITIONS}

    def reached(limit: int) -> int | None:
        steps = {each: reach(draft, clock.budget(limit)) for each, draft in drafts.items()}
        if steps[wishes.position] is None:
            return None
        return min(step for step in steps.values() if step is not None)

    return drafts[wishes.position], reached


def _units(brief: Brief, wishes: Wishes, chosen: Sequence[Claim]) -> list[Unit]:
    asked = the_ask(brief, wishes.position)
    question = the_question(brief, wishes.position)
    name = typed.read(wishes.name).text.rstrip(".")
    item = typed.read(wishes.agenda_item).text.rstrip(".")
    spoken = partial(unit, brief.voice)
    points = [point_unit(brief.voice, claim) for claim in chosen]
    local = _local(brief)
    said = [
        spoken("greeting", say("spoken.greeting")),
        *([spoken("name", say("spoken.name", name=name))] if name else []),
        spoken("connection", _connection(brief, wishes)),
        *([spoken("item", say("spoken.about", item=_item(item)))] if item else []),
        spoken("ask", say("spoken.ask", ask=asked)),
        *([spoken("question", question)] if question else []),
        *(spoken("own", sentence) for sentence in sentences(typed.read(wishes.own).text)),
        *points[:1],
        *([local] if local else []),
        *([spoken("fair", fair_line(brief, wishes.position))] if wishes.fair_line else []),
        *points[1:],
        spoken("again", say("spoken.again", ask=asked)),
        *([spoken("copies", say("spoken.copies"))] if wishes.copies else []),
        spoken("thanks", say("spoken.thanks")),
    ]
    return by_priority(said)


def _notices(wishes: Wishes) -> tuple[str, ...]:
    typed_by_hand = (wishes.own, wishes.name, wishes.connection, wishes.agenda_item, wishes.body)
    return (
        (say("testimony.signs_dropped"),) if any(typed.read(text).dropped for text in typed_by_hand) else ()
    )


def _connection(brief: Brief, wishes: Wishes) -> str:
    own = typed.read(wishes.connection).text
    if own:
        return own if own.endswith((".", "!", "?")) else f"{own}."
    unknown = brief.local.place.kind == "unlisted"
    place = say("spoken.this_community") if unknown else place_in_words(brief.local.place)
    return say("spoken.resident", place=place)


def _item(item: str) -> str:
    return say("spoken.agenda_item", item=item) if item[:1].isdigit() else item


def _local(brief: Brief) -> Unit | None:
    """What the register shows for the place's own agency, where the subject lets speakers say it."""
    tier, roster = brief.situation.tier, brief.local.roster
    told = _TOLD[brief.subject.register.local_line]
    if tier is None or roster is None or tier.status not in told or brief.local.place.kind == "state":
        return None
    tally, the = tier.tally, "the " if tier.heading.endswith(("jail", "sheriff")) else ""
    words = brief.speaks(
        "local",
        tally.agreements,
        agency=f"{the}{tier.heading}",
        date=say_date(roster.list_date),
        gone_by=say_date(max((it.gone_by for it in tier.departures), default=roster.list_date)),
        model=brief.subject.model(next(iter(tally.models))).name if tally.models else "",
    )
    return unit(brief.voice, "local", words, (Citation(roster.source_id),))
