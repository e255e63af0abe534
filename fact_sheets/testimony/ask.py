"""The sentences that differ with the position: the ask, the undecided's question, the fair line.

They are the subject's, by position and by what can be decided in the place; each has at most 18 words.
"""

from fact_sheets.action import question
from fact_sheets.brief import Brief
from fact_sheets.situation import place_in_words
from fact_sheets.testimony.speaker import Position
from fact_sheets.typesetting import capitalise

_LONG_NAME = 4  # spoken words


def the_ask(brief: Brief, position: Position) -> str:
    """The words after "I ask you to", without a full stop."""
    long = brief.voice.count(place_in_words(brief.local.place)) > _LONG_NAME
    when = {"position": position, "spoken_name": "long" if long else "short"}
    return brief.speaks("ask", brief.situation.agreements, when)


def the_question(brief: Brief, position: Position) -> str | None:
    """What the undecided want answered; the other positions have made up their minds."""
    return capitalise(question(brief)) if position == "undecided" else None


def fair_line(brief: Brief, position: Position) -> str:
    """One line about the other side, or about both."""
    return brief.speaks("fair", when={"position": position})
