"""Where a place stands: its own agency's agreements, the models in force, and who may choose.

It is worked out once for a sheet, and every section that fits its words to the place is given the same one.
"""

from dataclasses import dataclass
from typing import Literal

from fact_sheets.dossier import Local, Model, Place, StatePolicy, Tier, TierLevel, TierStatus
from fact_sheets.typesetting import possessive, with_article

StateRule = Literal["requires", "prohibits", "open"]

MODELS: tuple[Model, ...] = ("JEM", "WSO", "TFM")
MODEL_NAMES: dict[Model, str] = {"JEM": "Jail Enforcement", "WSO": "Warrant Service", "TFM": "Task Force"}
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
    models: tuple[Model, ...]  # in force at any level, in the order of MODELS
    state_rule: StateRule  # "open" also when the state's rule is not verified


def situation_of(local: Local) -> Situation:
    """The situation of the place."""
    level = _OWN_LEVEL.get(local.place.kind)
    own = next((tier for tier in local.tiers if tier.level == level), None)
    in_force = {model for tier in local.tiers for model in tier.tally.models}
    return Situation(
        tier=own,
        own=own.status if own is not None else "unknown",
        agreements=own.tally.agreements if own is not None else 0,
        models=tuple(model for model in MODELS if model in in_force),
        state_rule=state_rule(local.policy),
    )


def state_rule(policy: StatePolicy | None) -> StateRule:
    """Whether the state decides; a rule that was not verified leaves the question open."""
    if policy is None or not policy.rule.verified:
        return "open"
    if policy.stance == "requires":
        return "requires"
    return "prohibits" if policy.stance == "prohibits" else "open"


def place_in_words(place: Place) -> str:
    """The place's name inside a sentence; "your county" where the data does not know the place."""
    return "your county" if place.kind == "unlisted" else with_article(place.name)


def state_in_words(place: Place) -> str:
    """The state's name inside a sentence, "your state" where it is not known."""
    return with_article(place.state_name) if place.state_name else "your state"


def whose_rule(place: Place) -> str:
    """ "Maryland’s", "the District of Columbia’s", "your state’s"."""
    return possessive(state_in_words(place))


def government_noun(place: Place) -> str:
    """What the place's state-level government is: state, District or territory."""
    if place.state_geoid == "11":
        return "District"
    return "territory" if place.state_geoid in _TERRITORIES else "state"
