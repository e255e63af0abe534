"""One text for a body that hears one spokesperson for a group: the shared ask and as many points as fit."""

from functools import partial

from fact_sheets.action import right_to_speak
from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.imprint import imprint_line
from fact_sheets.readability import sentences
from fact_sheets.sentences import say
from fact_sheets.testimony import typed
from fact_sheets.testimony.ask import the_ask
from fact_sheets.testimony.deal import DealOrder, dealt_claims
from fact_sheets.testimony.draft import check_url, claims_said, too_long
from fact_sheets.testimony.plan import (
    Clock,
    Unit,
    by_priority,
    kept_at,
    lay_out,
    must_be_said,
    point_unit,
    reach,
    unit,
)
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import SpeakerError, check_typed
from fact_sheets.typesetting import set_words

SHORTEST_POOLED, LONGEST_POOLED = 60, 15 * 60  # seconds; longer than any rule that was seen


def pooled(brief: Brief, wanted: DealOrder, limit: int, own: str = "") -> Script:
    """The text of one spokesperson within ``limit`` seconds, with the claims of the cards in their order.

    ``own`` are sentences of the group's own, which are never dropped. Raises SpeakerError for a limit that no
    body has, and TooLong when the ask and the own words alone do not fit.
    """
    if not SHORTEST_POOLED <= limit <= LONGEST_POOLED:
        raise SpeakerError("pooled", "A text for a group takes from 1:00 to 15:00.")
    check_typed("own", own)
    units = _units(brief, wanted, own)
    clock = Clock(wanted.pace)
    step = reach(units, clock.budget(limit))
    if step is None:
        raise too_long(must_be_said(units), limit, clock, LONGEST_POOLED)
    kept = kept_at(units, step)
    notes = Notes(brief.pages)
    return Script(
        title=set_words(brief.speaks("group_title")),
        subject=set_words(brief.subject.name),
        view=say("testimony.view_of_group"),
        place_label=set_words(brief.local.place.label),
        body="",
        agenda_item="",
        position=wanted.position,
        on=brief.local.on,
        limit=limit,
        pace=wanted.pace,
        interpreter=False,
        plan=lay_out(kept, limit, clock, lambda cut: reach(units, clock.budget(cut)), notes),
        left_out=tuple("point" for each in units if each.claim_id and each not in kept),
        local_part="",
        notices=(),
        right_to_speak=right_to_speak(brief, notes),
        if_asked=(),
        notes=notes.printed(),
        check_url=check_url(brief),
        imprint_line=imprint_line(brief.local.imprint, claims_said(brief, kept)),
    )


def _units(brief: Brief, wanted: DealOrder, own: str) -> list[Unit]:
    asked, spoken = the_ask(brief, wanted.position), partial(unit, brief.voice)
    return by_priority(
        [
            spoken("greeting", say("spoken.greeting_of_group", n=wanted.speakers)),
            spoken("ask", say("spoken.we_ask", ask=asked)),
            *(spoken("own", sentence) for sentence in sentences(typed.read(own).text)),
            *(point_unit(brief.voice, claim) for claim in dealt_claims(brief, wanted)),
            spoken("again", say("spoken.we_ask_again", ask=asked)),
            spoken("copies", say("spoken.our_copies")),
            spoken("thanks", say("spoken.thanks")),
        ]
    )
