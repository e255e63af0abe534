"""Where a place stands: its own agency's agreements, the models in force, and who may choose.

Every section that fits its words to the place asks here, so that the sheet tells one story.
"""

from dataclasses import dataclass
from typing import Literal

from fact_sheets.dossier import Agreement, Dossier, Model, Place, StatePolicy, Tier, TierLevel, TierStatus
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

    own: TierStatus  # of the place's own agencies
    agreements: tuple[Agreement, ...]  # of the place's own agencies
    models: tuple[Model, ...]  # in force at any level, in the order of MODELS
    state_rule: StateRule  # "open" also when the state's rule is not verified


def situation_of(dossier: Dossier) -> Situation:
    """The situation of the dossier's place."""
    own = own_tier(dossier)
    in_force = {agreement.model for tier in dossier.tiers for agreement in tier.agreements}
    return Situation(
        own=own.status if own is not None else "unknown",
        agreements=own.agreements if own is not None else (),
        models=tuple(model for model in MODELS if model in in_force),
        state_rule=state_rule(dossier.policy),
    )


def own_tier(dossier: Dossier) -> Tier | None:
    """The tier of the place's own agencies; None for a place that the data does not know."""
    level = _OWN_LEVEL.get(dossier.place.kind)
    return next((tier for tier in dossier.tiers if tier.level == level), None)


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
