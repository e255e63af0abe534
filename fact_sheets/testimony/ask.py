"""What a speaker asks for, fitted to what can be decided here; one sentence of at most 18 spoken words."""

from fact_sheets.dossier import Dossier
from fact_sheets.situation import Situation, place_in_words, situation_of, whose_rule
from fact_sheets.testimony.speaker import Position

_OPEN = {
    ("signed", "support"): "keep the 287(g) agreement here",
    ("signed", "oppose"): "end the 287(g) agreement here",
    ("none_listed", "support"): "join the federal 287(g) program",
    ("none_listed", "oppose"): "stay out of the federal 287(g) program",
}
_UNDECIDED = "answer residents’ questions about 287(g) in public, before you decide"


def the_ask(dossier: Dossier, position: Position) -> str:
    """The words after "I ask you to", without a full stop."""
    situation = situation_of(dossier)
    if position == "undecided":
        return _UNDECIDED
    if situation.state_rule == "requires":
        return _required(dossier, position)
    if situation.state_rule == "prohibits":
        return _prohibited(dossier, situation, position)
    if dossier.place.kind == "state":
        return f"{'allow' if position == 'support' else 'end'} 287(g) agreements in our state"
    known = _OPEN.get((situation.own, position))
    return known or f"{'support' if position == 'support' else 'speak against'} 287(g) agreements for our area"


def _required(dossier: Dossier, position: Position) -> str:
    if position == "support":
        return f"carry out {whose_rule(dossier.place)} 287(g) law in full"
    return f"do no more under 287(g) than {whose_rule(dossier.place)} law requires"


def _prohibited(dossier: Dossier, situation: Situation, position: Position) -> str:
    rule = f"{whose_rule(dossier.place)} rule against 287(g) agreements"
    if position == "oppose":
        return f"stand by {rule}"
    if dossier.place.kind == "state" or situation.own == "unknown":
        return f"change {rule}"
    return f"tell the state that {place_in_words(dossier.place)} wants a choice on 287(g)"
