"""How near a claim stands to the place: its own county first, then its state, then the country.

Small numbers are near. A claim about somewhere else may print as an example, but only after everything else.
"""

from collections.abc import Mapping

from fact_sheets.brief import Brief
from fact_sheets.dossier import Claim, Model, Place, Scope, Source

HERE = -10.0  # what is known about the very place is worth a warning of the gate
STATE = 0.5
COUNTRY_AND_MODEL = 1.5
COUNTRY = 2.5
ELSEWHERE = 5.0
_OTHER_MODEL = 2.0
_NO_MODEL = 0.5  # about one model, where none is in force
_STEPS_OF_TRUST = ("primary-read", "primary-excerpt", "secondary-excerpt", "unseen")
_STATE_DIGITS = 2


def distance(claim: Claim, brief: Brief) -> float:
    """From -10 (about this place) to 7 (about another place and a model that is not in force here).

    Claims of one scope are equally far: each distance is reckoned once a sheet.
    """
    key = (claim.scope, claim.models)
    known = brief.distances.get(key)
    if known is None:
        known = brief.distances[key] = _distance(claim.scope, claim.models, brief)
    return known


def _distance(scope: Scope, models: tuple[Model, ...], brief: Brief) -> float:
    near, in_force = _of_place(scope, brief.local.place), brief.situation.models
    if not models:
        return near
    if not in_force:
        return near + _NO_MODEL
    if set(models) & set(in_force):
        return COUNTRY_AND_MODEL if near == COUNTRY else near
    return near + _OTHER_MODEL


_GROUPS = (frozenset({"mandate", "ban", "choice"}), frozenset({"signed", "none"}))


def fits(claim: Claim, brief: Brief) -> bool:
    """Whether what the claim is about is the case here: of each group that it names, one of its words."""
    wanted = (group & {*claim.fits} for group in _GROUPS)
    return all(not group or group & brief.situation.fits for group in wanted)


def answers(one: Claim, other: Claim) -> bool:
    """Whether the two may stand beside each other: neither needs another answer than this."""
    return {*one.needs} <= {other.id} and {*other.needs} <= {one.id}


def doubt(claim: Claim, sources: Mapping[str, Source]) -> int:
    """From 0 (a source was read whole) to 3 (none was seen), by the best source.

    A claim without a source counts as trusted here, so that it is not swapped for another in silence: the
    gate must name it.
    """
    known = [sources[citation.source_id] for citation in claim.citations if citation.source_id in sources]
    return min((_STEPS_OF_TRUST.index(source.verified) for source in known), default=0)


def _of_place(scope: Scope, place: Place) -> float:
    if not (scope.states or scope.counties or scope.places):
        return COUNTRY
    counties = {place.geoid, *place.county_geoids}
    if place.geoid in scope.places or counties & set(scope.counties):
        return HERE
    states = {*scope.states, *(geoid[:_STATE_DIGITS] for geoid in (*scope.counties, *scope.places))}
    return STATE if place.state_geoid in states else ELSEWHERE
