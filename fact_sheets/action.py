"""What you can do: the question to ask here, and whether the public has a right to speak."""

from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import Dossier
from fact_sheets.here import SOURCES_A_RULE, rule_in_words
from fact_sheets.situation import Situation, situation_of, whose_rule
from fact_sheets.typesetting import capitalise, set_words


def act(dossier: Dossier, notes: Notes) -> tuple[Cited, ...]:
    """The question to ask, then the state's rule on speaking at a public meeting."""
    return (Cited(set_words(f"Ask: {question(situation_of(dossier))}")), right_to_speak(dossier, notes))


def question(situation: Situation) -> str:
    """The question that officials here can answer, with a small letter at its start."""
    if situation.own == "signed":
        return "what has the agreement done here, what has it cost, and who reviews it?"
    if situation.own == "none_listed" and situation.state_rule != "prohibits":
        return "is an agreement being considered, and how would the public be told?"
    if situation.own == "none_listed":
        return "how do officers here work with ICE today, and is that reported?"
    return "does any agency here have an agreement, and where can residents read it?"


def right_to_speak(dossier: Dossier, notes: Notes) -> Cited:
    """The state's rule on speaking at a public meeting, or whom to call where it is not verified."""
    rule = dossier.speaking
    if rule is None:
        return Cited("Call the clerk to learn when the public may speak.")
    cited = notes.cite_sources(rule.source_ids[:SOURCES_A_RULE])
    if not rule.verified:
        whose = capitalise(whose_rule(dossier.place))
        return Cited(
            set_words(f"{whose} rule on speaking at meetings: not verified – call the clerk."), cited
        )
    return Cited(rule_in_words(rule, rule.review_by, dossier.on), cited)
