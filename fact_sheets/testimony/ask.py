"""The sentences that differ with the position: the ask, the undecided's question, the fair line.

Each fits what can be decided in the place, asks nothing that the law forbids, and has at most 18 words.
"Help" fits a body that decides alone and one that can only speak to the sheriff.
"""

from fact_sheets.action import question
from fact_sheets.brief import Brief
from fact_sheets.situation import Situation, government_noun, place_in_words, whose_rule
from fact_sheets.speech import count
from fact_sheets.testimony.speaker import Position
from fact_sheets.typesetting import capitalise

_SUPPORT = "support"
_LONG_NAME = 4  # spoken words
_UNDECIDED = "answer residents’ questions about 287(g) in public"
_NO_MORE = "do no more under 287(g) than state law requires"


def the_ask(brief: Brief, position: Position) -> str:
    """The words after "I ask you to", without a full stop."""
    situation = brief.situation
    if position == "undecided":
        return _UNDECIDED
    if brief.local.place.kind == "state":
        return _of_the_state(brief, situation, position)
    if situation.state_rule == "prohibits":
        return _where_barred(brief, position)
    if situation.own == "signed":
        return _where_signed(situation, position)
    if situation.own == "none_listed":
        return _where_none_listed(brief, situation, position)
    return f"take a public stand {'for' if position == _SUPPORT else 'against'} the 287(g) program"


def the_question(brief: Brief, position: Position) -> str | None:
    """What the undecided want answered; the other positions have made up their minds."""
    return capitalise(question(brief)) if position == "undecided" else None


def fair_line(position: Position) -> str:
    """One line about the other side, or about both."""
    sheet = "A fact sheet on 287(g) prints both sides."
    if position == "undecided":
        return f"Both sides have sourced arguments. {sheet}"
    return f"People who see this differently have sourced arguments too. {sheet}"


def _of_the_state(brief: Brief, situation: Situation, position: Position) -> str:
    supports, whose = position == _SUPPORT, whose_rule(brief.local.place)
    if situation.state_rule == "requires":
        return f"{'keep' if supports else 'change'} {whose} law on 287(g) agreements"
    if situation.state_rule == "prohibits":
        return f"{'change' if supports else 'keep'} {whose} rule against 287(g) agreements"
    noun = government_noun(brief.local.place)
    if supports:
        return f"let agencies in our {noun} sign 287(g) agreements"
    return f"{'end' if brief.local.roster.state_agreements else 'rule out'} 287(g) agreements in our {noun}"


def _where_barred(brief: Brief, position: Position) -> str:
    if position == _SUPPORT:
        return "urge the state to allow 287(g) agreements here"
    return f"stand by {whose_rule(brief.local.place)} rule against 287(g) agreements"


def _where_signed(situation: Situation, position: Position) -> str:
    agreement = "agreement" if situation.agreements == 1 else "agreements"
    if position == _SUPPORT:
        return f"help keep the 287(g) {agreement} here in force"
    return _NO_MORE if situation.state_rule == "requires" else f"help end the 287(g) {agreement} here"


def _where_none_listed(brief: Brief, situation: Situation, position: Position) -> str:
    name = place_in_words(brief.local.place)
    if count(name) > _LONG_NAME:
        name = "this community"
    if position == _SUPPORT:
        return f"help bring the federal 287(g) program to {name}"
    return _NO_MORE if situation.state_rule == "requires" else f"help keep {name} out of the 287(g) program"
