"""The masthead: the question at the top of the sheet and the main message under it, as they fit the place."""

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import StatePolicy
from fact_sheets.glossary import PROGRAM, sources_of
from fact_sheets.here import rule_in_words
from fact_sheets.situation import (
    Situation,
    government_noun,
    place_in_words,
    state_in_words,
    whose_rule,
)
from fact_sheets.typesetting import capitalise, set_words

_LONG_NAME = 24
_WHAT_IT_IS = (
    "287(g) lets ICE train and supervise state or local officers to do some immigration work under signed "
    "agreements."
)


def question(brief: Brief) -> str:
    """The question that this place can answer."""
    situation = brief.situation
    name = place_in_words(brief.local.place)
    if brief.local.place.kind == "state":
        return set_words(f"What should {whose_rule(brief.local.place)} rule on 287(g) be?")
    if situation.own == "unknown":
        return set_words(f"Does {name} take part in 287(g)?")
    if situation.state_rule != "open":
        again = name if len(name) <= _LONG_NAME else "it"
        return set_words(f"287(g) in {name}: what the state decides, what {again} decides")
    if situation.own == "signed":
        return set_words(f"Should {name} keep its 287(g) {_agreements(situation)}?")
    if situation.own == "none_listed":
        return set_words(f"Should {name} join 287(g)?")
    return set_words(f"287(g) in {name}: who decides?")


def topic(brief: Brief) -> str:
    """What the sheet is about, where there is no room for the question."""
    return set_words(f"287(g) in {place_in_words(brief.local.place)}")


def message(brief: Brief, notes: Notes, sources: int = 1, *, whole: bool = True) -> tuple[Cited, ...]:
    """What the program is and what is decided here, with at most ``sources`` for the state's rule.

    Where it is not ``whole``, what the place can still do is left to the rest of the sheet.
    """
    what = Cited(set_words(_WHAT_IT_IS), notes.cite_one_of(sources_of(brief, PROGRAM)))
    return (what, _what_is_decided(brief, notes, sources, whole))


def decided_by(brief: Brief, notes: Notes) -> Cited | None:
    """Who decides here, by the most specific rule that was verified; None when there is none."""
    for rule in brief.local.decides:
        if rule.verified:
            return Cited(
                rule_in_words(rule, rule.review_by, brief.local.on),
                notes.cite_one_of(rule.source_ids),
            )
    return None


def _what_is_decided(brief: Brief, notes: Notes, sources: int, whole: bool) -> Cited:
    situation = brief.situation
    name = place_in_words(brief.local.place)
    if brief.local.place.kind == "state":
        noun = government_noun(brief.local.place)
        return Cited(
            set_words(
                f"The question is whether the {noun} should require, allow, limit or forbid such agreements."
            )
        )
    if situation.own == "unknown":
        return Cited(
            set_words(f"We could not tell whether {name} takes part; this sheet says how to find out.")
        )
    if situation.state_rule != "open" and brief.local.policy is not None:
        words = _state_decides(brief, brief.local.policy, situation, name)
        words = words if whole else f"{words.partition('; ')[0].rstrip('.')}."
        return Cited(set_words(words), notes.cite_sources(brief.local.policy.rule.source_ids[:sources]))
    whether = f"whether {name} should" if whole and len(name) <= _LONG_NAME else "whether to"
    if situation.own == "signed":
        return Cited(
            set_words(f"The question is {whether} keep the {_agreements(situation)}, change or end it.")
        )
    if situation.own == "none_listed":
        return Cited(set_words(f"The question is {whether} ask to join, and on what terms."))
    return Cited(
        set_words(f"{capitalise(name)} has no agency of its own here; others decide for its residents.")
    )


def _state_decides(brief: Brief, policy: StatePolicy, situation: Situation, name: str) -> str:
    state = capitalise(state_in_words(brief.local.place))
    if brief.local.on > policy.review_by:
        did = (
            "required some agencies to join or apply" if situation.state_rule == "requires" else "barred them"
        )
        return (
            f"When last checked, {state_in_words(brief.local.place)} {did}; check whether that still holds."
        )
    if situation.state_rule == "requires":
        return f"{state} requires some agencies to join or apply; model, costs and reports stay open."
    noun = government_noun(brief.local.place)
    return f"{state} bars them, so the {noun} decides; {name} can speak for or against that."


def _agreements(situation: Situation) -> str:
    return "agreement" if situation.agreements == 1 else "agreements"
