"""The few words that the layouts add around what is said: the same on paper, in Word and in plain text."""

import math

from fact_sheets.document import Note
from fact_sheets.speech import seconds
from fact_sheets.testimony.deal import Card, Deal, Said
from fact_sheets.testimony.script import Cut, Script
from fact_sheets.testimony.speaker import say_limit
from fact_sheets.typesetting import capitalise, join_words
from fact_sheets.wording import note_tail

LEAST_ROOM, LEAST_STORY = 20, 5  # seconds
NO_REPLY = "We found no sourced reply in the library. You may say that you will look into it."


def timing(script: Script) -> str:
    """ "Takes 1:38 of 2:00 at 130 words a minute." """
    twice = ", each sentence interpreted" if script.interpreter else ""
    return (
        f"Takes {say_limit(script.plan.seconds)} of {say_limit(script.limit)} "
        f"at {script.pace} words a minute{twice}."
    )


def room(script: Script) -> str | None:
    """The time that is still free, where it is enough to say more."""
    free = math.floor(seconds(script.plan.budget - script.plan.words, script.pace))
    if free < LEAST_ROOM:
        return None
    return f"About {free} seconds are free: add a point, or more of your own words."


def left_out(script: Script) -> str | None:
    """What did not fit, or nothing."""
    if not script.left_out:
        return None
    parts = dict.fromkeys(script.left_out)
    counted = [_counted(part, script.left_out.count(part)) for part in parts]
    return f"Left out to fit the time: {join_words(counted)}."


def cut_line(cut: Cut) -> str:
    """What the box at a cut line says."""
    return f"{say_limit(cut.limit)} – stop here{', then say:' if cut.closing else '.'}"


def closing(script: Script, cut: Cut) -> str:
    """What is said after the stop."""
    return " ".join(script.plan.lines[i].text for i in cut.closing)


def skipped_at(script: Script, index: int) -> str | None:
    """ "skip at 1:00 and 0:30": the shorter versions that leave out a line before their stop."""
    limits = [say_limit(cut.limit) for cut in script.plan.cuts if index in cut.skip]
    return f"skip at {join_words(limits)}" if limits else None


def note_words(note: Note) -> str:
    """A note without its link."""
    return f"{''.join(run.text for run in note.runs)} {note_tail(note)}"


def own_story(card: Card) -> str:
    """Room for the speaker's own words on a card."""
    if card.own_seconds < LEAST_STORY:
        return "No time is left for a story of your own."
    return f"Your own story: about {card.own_seconds} seconds."


def item(script: Script) -> str:
    """The agenda item as a label: a bare number needs the word."""
    return f"item {script.agenda_item}" if script.agenda_item[:1].isdigit() else script.agenda_item


def topic(point: Said) -> str:
    """What a card's claim is about, in the library's word for its topic."""
    return capitalise(point.topic.replace("-", " "))


def out_of_claims(deal: Deal) -> str | None:
    """That more people speak than there are claims, or nothing."""
    if not deal.without_claim:
        return None
    speakers = "1 speaker has" if deal.without_claim == 1 else f"{deal.without_claim} speakers have"
    return f"The claims have run out: {speakers} the ask and their own story. No claim is said twice."


def _counted(part: str, times: int) -> str:
    return part if times == 1 else f"{times} {part.removeprefix('a ')}s"
