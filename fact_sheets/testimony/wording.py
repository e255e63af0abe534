"""The few words that the layouts add around what is said: the same on paper, in Word and in plain text."""

import math

from fact_sheets.document import Note
from fact_sheets.sentences import say
from fact_sheets.speech import seconds
from fact_sheets.testimony.deal import Card, Deal, Said
from fact_sheets.testimony.script import Cut, Role, Script
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.typesetting import capitalise
from fact_sheets.wording import note_tail

LEAST_ROOM, LEAST_STORY = 20, 5  # seconds


def timing(script: Script) -> str:
    """ "Takes 1:38 of 2:00 at 130 words a minute." """
    key = "testimony.timing_interpreted" if script.interpreter else "testimony.timing"
    return say(key, takes=say_limit(script.plan.seconds), limit=say_limit(script.limit), pace=script.pace)


def room(script: Script) -> str | None:
    """The time that is still free, where it is enough to say more."""
    free = math.floor(seconds(script.plan.budget - script.plan.words, script.pace))
    return say("testimony.room", free=free) if free >= LEAST_ROOM else None


def left_out(script: Script) -> str | None:
    """What did not fit, or nothing."""
    if not script.left_out:
        return None
    parts = [_part(script, role, script.left_out.count(role)) for role in dict.fromkeys(script.left_out)]
    return say("testimony.left_out", parts=parts)


def cut_line(cut: Cut) -> str:
    """What the box at a cut line says."""
    return say("testimony.stop_and_say" if cut.closing else "testimony.stop", limit=say_limit(cut.limit))


def closing(script: Script, cut: Cut) -> str:
    """What is said after the stop."""
    return " ".join(script.plan.lines[i].text for i in cut.closing)


def skipped_at(script: Script, index: int) -> str | None:
    """ "skip at 1:00 and 0:30": the shorter versions that leave out a line before their stop."""
    limits = [say_limit(cut.limit) for cut in script.plan.cuts if index in cut.skip]
    return say("testimony.skip_at", limits=limits) if limits else None


def note_words(note: Note) -> str:
    """A note without its link."""
    return f"{''.join(run.text for run in note.runs)} {note_tail(note)}"


def own_story(card: Card) -> str:
    """Room for the speaker's own words on a card."""
    if card.own_seconds < LEAST_STORY:
        return say("deal.no_time")
    return say("deal.time_left", seconds=card.own_seconds)


def item(script: Script) -> str:
    """The agenda item as a label: a bare number needs the word."""
    number = script.agenda_item[:1].isdigit()
    return say("testimony.item", item=script.agenda_item) if number else script.agenda_item


def topic(point: Said) -> str:
    """What a card's claim is about, in the library's word for its topic."""
    return capitalise(point.topic.replace("-", " "))


def out_of_claims(deal: Deal) -> str | None:
    """That more people speak than there are claims, or nothing."""
    return say("deal.out_of_claims", n=deal.without_claim) if deal.without_claim else None


def _part(script: Script, role: Role, times: int) -> str:
    if role == "local":
        return script.local_part
    return say("testimony.parts.point", n=times) if role == "point" else say(f"testimony.parts.{role}")
