"""What you can do: the question to ask here, and whether the public has a right to speak."""

from dataclasses import replace

from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import Dossier
from fact_sheets.here import rule_in_words
from fact_sheets.readability import sentences, words
from fact_sheets.situation import Situation, situation_of, whose_rule
from fact_sheets.typesetting import capitalise, set_words

MOST_WORDS = 35
_SAID = 18


def act(dossier: Dossier, notes: Notes, sources: int = 1) -> tuple[Cited, ...]:
    """The question to ask, then the rule on speaking at a public meeting, with at most ``sources``."""
    ask = _ask(dossier, situation_of(dossier))
    return (Cited(set_words(ask)), _speaking(dossier, notes, sources, MOST_WORDS - len(words(ask))))


def _ask(dossier: Dossier, situation: Situation) -> str:
    if dossier.place.kind == "state":
        return "Ask your lawmakers: who may join here, and who reports the results?"
    if situation.own == "signed":
        return "Ask: what has the agreement done here, what has it cost, and who reviews it?"
    if situation.own == "none_listed" and situation.state_rule != "prohibits":
        return "Ask: is an agreement being considered, and how would the public be told?"
    if situation.own == "none_listed":
        return "Ask: how do officers here work with ICE today, and is that reported?"
    return "Ask: does any agency here have an agreement, and where can residents read it?"


def _speaking(dossier: Dossier, notes: Notes, sources: int, room: int) -> Cited:
    rule = dossier.speaking
    if rule is None:
        return Cited("Call the clerk to learn when the public may speak.")
    cited = notes.cite_sources(rule.source_ids[:sources])
    if not rule.verified:
        whose = capitalise(whose_rule(dossier.place))
        line = f"{whose} rule on speaking at meetings: not verified – call the clerk."
        return Cited(set_words(line), cited)
    short = replace(rule, line=_first_sentences(rule.line, room))
    return Cited(rule_in_words(short, rule.review_by, dossier.on), cited)


def _first_sentences(line: str, room: int) -> str:
    """The line; where it is longer than ``room`` words, its first sentences, to at least _SAID words.

    What comes first is whether the public may speak, what comes last is how a meeting is announced.
    """
    if len(words(line)) <= room:
        return line
    kept = ""
    for sentence in sentences(line):
        if len(words(kept)) >= _SAID:
            break
        kept = f"{kept} {sentence}".strip()
    return kept
