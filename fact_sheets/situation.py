"""Where a place stands: its own agency's agreements, the models in force, and who may choose.

It is worked out once for a sheet, and every section that fits its words to the place is given the same one.
"""

from dataclasses import dataclass
from datetime import date

from fact_sheets.dossier import Local, Model, Place, StatePolicy, Tier, TierLevel, TierStatus
from fact_sheets.sentences import say
from fact_sheets.subject import Subject
from fact_sheets.typesetting import capitalise, possessive, say_date, with_article

OPEN = "open"  # the state leaves it to the place, as far as we know
_LAW = {"requires": "mandate", "bars": "ban", OPEN: "choice"}  # as claims say where they fit
_BINDS: dict[str, frozenset[str]] = {  # kinds of agencies that a place of this kind has
    "state": frozenset({"state-agencies"}),
    "county": frozenset({"sheriffs", "county-jails"}),
    "place": frozenset({"city-police"}),
    "county_subdivision": frozenset({"city-police"}),
}
LONG_NAME = 24  # letters
_OWN_LEVEL: dict[str, TierLevel] = {
    "state": "state",
    "county": "county",
    "place": "local",
    "county_subdivision": "local",
}
_TERRITORIES = frozenset({"60", "66", "69", "72", "78"})


@dataclass(frozen=True, slots=True)
class Situation:
    """What the words of a sheet must fit."""

    tier: Tier | None  # of the place's own agencies; None for a place that the data does not know
    own: TierStatus  # what is known of that tier
    agreements: int  # of the place's own agencies
    models: tuple[Model, ...]  # in force at any level, in the order of the subject
    rule: str  # what the state's rule means here: requires, bars; "open" also when it is not verified
    binds: bool  # whether that rule is for agencies of this place's own
    fits: frozenset[str]  # what is the case of all that a claim may fit


def situation_of(local: Local, subject: Subject) -> Situation:
    """The situation of the place."""
    level = _OWN_LEVEL.get(local.place.kind)
    own = next((tier for tier in local.tiers if tier.level == level), None)
    in_force = {model for tier in local.tiers for model in tier.tally.models}
    rule = _rule(local.policy, subject)
    near = {tier.status for tier in local.tiers if tier is own or tier.level == "county"}
    takes_part = {"signed"} if "recorded" in near else {"none"} & near
    return Situation(
        tier=own,
        own=own.status if own is not None else "unknown",
        agreements=own.tally.agreements if own is not None else 0,
        models=tuple(model.code for model in subject.models if model.code in in_force),
        rule=rule,
        binds=binds(local.place, local.policy),
        fits=frozenset({_LAW.get(rule, "choice"), *takes_part}),
    )


def binds(place: Place, policy: StatePolicy | None) -> bool:
    """Whether the state's rule is for agencies that such a place has."""
    return policy is not None and not _BINDS.get(place.kind, frozenset()).isdisjoint(policy.applies_to)


def is_overdue(policy: StatePolicy | None, on: date) -> bool:
    """Whether nobody has looked at the rule for longer than it may stand unread."""
    return policy is not None and on > policy.review_by


def law_decided(place: Place, policy: StatePolicy | None, on: date) -> str:
    """What a law has decided for agencies of this place, as a heading; empty where that is not known."""
    if policy is None or not policy.head or not policy.rule.verified or is_overdue(policy, on):
        return ""
    return capitalise(policy.head) if binds(place, policy) else ""


def facts_of(local: Local, situation: Situation) -> dict[str, str]:
    """The circumstances by which the subject's phrases are chosen, each with what is the case."""
    kind = local.place.kind
    head = local.policy.head if local.policy else None
    overdue = is_overdue(local.policy, local.on)
    return {
        "kind": kind,
        "government": kind if kind in ("state", "unlisted") else "local",
        "own": situation.own,
        "rule": situation.rule,
        "law": "decided" if situation.binds and head and situation.rule != OPEN else "open",
        "head": "known" if head else "none",
        "name": "long" if len(place_in_words(local.place)) > LONG_NAME else "short",
        "checked": "overdue" if overdue else "in time",
        "in_state": "some" if local.roster and local.roster.state_agreements else "none",
        **{f"model_{model}": "in force" for model in situation.models},
    }


def holes_of(local: Local) -> dict[str, str]:
    """What fills the holes that every phrase may have; a capital letter is for the start of a sentence.

    ``date`` is that of the list, ``head`` what a law has decided; a phrase with either cannot be said where
    there is none.
    """
    place = local.place
    holes = {
        "place": place_in_words(place),
        "state": state_in_words(place),
        "whose_state": whose_rule(place),
        "government": government_noun(place),
    }
    if local.policy and local.policy.head:
        holes["head"] = local.policy.head
    date = {"date": say_date(local.roster.list_date)} if local.roster else {}
    return holes | date | {capitalise(name): capitalise(words) for name, words in holes.items()}


def _rule(policy: StatePolicy | None, subject: Subject) -> str:
    """What the state's rule means for the place; one that was not verified leaves the question open."""
    if policy is None or not policy.rule.verified:
        return OPEN
    return subject.rules.get(policy.stance, OPEN)


def place_in_words(place: Place) -> str:
    """The place's name inside a sentence; "your county" where the data does not know the place."""
    return say("place.your_county") if place.kind == "unlisted" else with_article(place.name)


def state_in_words(place: Place) -> str:
    """The state's name inside a sentence, "your state" where it is not known."""
    return with_article(place.state_name) if place.state_name else say("place.your_state")


def whose_rule(place: Place) -> str:
    """ "Maryland’s", "the District of Columbia’s", "your state’s"."""
    return possessive(state_in_words(place))


def government_noun(place: Place) -> str:
    """What the place's state-level government is: state, District or territory."""
    if place.state_geoid == "11":
        return say("place.district")
    return say("place.territory" if place.state_geoid in _TERRITORIES else "place.state")
