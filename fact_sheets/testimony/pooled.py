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
from fact_sheets.testimony.deal import Wanted, dealt_claims
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

VIEW = "The view of a group of residents. The numbered claims have their sources here."
SHORTEST_POOLED, LONGEST_POOLED = 60, 15 * 60  # seconds; longer than any rule that was seen


def pooled(brief: Brief, wanted: Wanted, limit: int, own: str = "") -> Script:
    """The text of one spokesperson within ``limit`` seconds, with the claims of the cards in their order.

    ``own`` are sentences of the group's own, which are never dropped. Raises SpeakerError for a limit that no
    body has, and TooLong when the ask and the own words alone do not fit.
    """
    if not SHORTEST_POOLED <= limit <= LONGEST_POOLED:
        raise SpeakerError("pooled", "A text for a group takes from 1:00 to 15:00.")
    check_typed("own", own)
    units = _units(brief, wanted, own)
    clock = Clock(wanted.pace)

    def reached(seconds: int) -> int | None:
        return reach(units, clock.budget(seconds))

    step = reached(limit)
    if step is None:
        raise too_long(must_be_said(units), limit, clock, LONGEST_POOLED)
    kept = kept_at(units, step)
    notes = Notes(brief.pages)
    return Script(
        title=set_words(brief.speaks("group_title")),
        subject=set_words(brief.subject.name),
        view=VIEW,
        place_label=set_words(brief.local.place.label),
        body="",
        agenda_item="",
        position=wanted.position,
        on=brief.local.on,
        limit=limit,
        pace=wanted.pace,
        interpreter=False,
        plan=lay_out(kept, limit, clock, reached, notes),
        left_out=tuple("point" for each in units if each.claim_id and each not in kept),
        local_part="",
        notices=(),
        right_to_speak=right_to_speak(brief, notes),
        if_asked=(),
        notes=notes.printed(),
        check_url=check_url(brief),
        imprint_line=imprint_line(brief.local.imprint, claims_said(brief, kept)),
    )


def _units(brief: Brief, wanted: Wanted, own: str) -> list[Unit]:
    asked, spoken = the_ask(brief, wanted.position), partial(unit, brief.voice)
    return by_priority(
        [
            spoken("greeting", f"Thank you for hearing me. I speak for {_group(wanted.speakers)}."),
            spoken("ask", f"We ask you to {asked}."),
            *(spoken("own", sentence) for sentence in sentences(typed.read(own).text)),
            *(point_unit(brief.voice, claim) for claim in dealt_claims(brief, wanted)),
            spoken("again", f"Again, we ask you to {asked}."),
            spoken("copies", "We have copies with sources for the clerk."),
            spoken("thanks", say("spoken.thanks")),
        ]
    )


def _group(speakers: int) -> str:
    return f"a group of {speakers}" if speakers > 1 else "myself"
