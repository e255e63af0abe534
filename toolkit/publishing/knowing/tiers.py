"""The three tiers of agencies that can affect a place: own police, county sheriff and jail, state agencies.

"recorded" means on the newest list that is loaded, "none" that a full list does not show it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select

from fact_sheets.dossier import Agreement, Departure, Tier, TierLevel, TierStatus
from fact_sheets.typesetting import with_article
from toolkit.database import session
from toolkit.models import Agreement as Listed
from toolkit.models import JurisdictionCounty
from toolkit.models.agreement import TOLD
from toolkit.publishing.finding.places import Locality

LEVELS: tuple[TierLevel, ...] = ("local", "county", "state")
# No county sheriff: state troopers, state marshals or a state sheriff (National Sheriffs’ Association).
WITHOUT_SHERIFFS = frozenset({"AK", "AS", "CT", "DC", "GU", "HI", "MP", "PR", "RI", "VI"})
OWN_POLICE = frozenset({"city", "town", "village", "borough", "township"})
# Nothing between the place and the state that governs.
WITHOUT_COUNTIES = frozenset({"AS", "CT", "DC", "GU", "MP", "RI", "VI"})
NOT_A_STATE = frozenset({"AS", "DC", "GU", "MP", "PR", "VI"})
GEOID_OF_STATE, GEOID_OF_COUNTY = 2, 5  # digits
COUNTIES_NAMED = 2
UNKNOWN_HEADINGS: dict[TierLevel, str] = {
    "local": "Your local police",
    "county": "Your county’s sheriff and jail",
    "state": "Your state’s agencies",
}


def tiers(subject: str, here: Locality, list_date: date | None) -> tuple[Tier, ...]:
    """Local, county, state, in this order; all unknown when no list is loaded. One query."""
    rows = _listed(subject, here) if list_date and here.state_code else ()
    by_level: dict[TierLevel, list[Row[Any]]] = {level: [] for level in LEVELS}
    for row in rows:
        level = _level(row)
        own_sheriff = level == "county" and here.is_own_county
        by_level["local" if own_sheriff else level].append(row)
    return tuple(_tier(level, here, list_date, by_level[level]) for level in LEVELS)


def _tier(level: TierLevel, here: Locality, list_date: date | None, rows: Sequence[Row[Any]]) -> Tier:
    agreements = tuple(
        Agreement(row.agency, row.model, row.signed, row.moa_url)
        for row in rows
        if row.last_listed == list_date
    )
    departures = tuple(
        Departure(row.agency, row.model, row.last_listed, row.gone_by)
        for row in rows
        if row.gone_by is not None
    )
    status: TierStatus = "recorded" if agreements else _without(level, here, list_date)
    return Tier(level, _heading(level, here), status, agreements, departures)


def _without(level: TierLevel, here: Locality, list_date: date | None) -> TierStatus:
    """The status of a tier with no agreement on the list."""
    if list_date is None or here.state_code is None:
        return "unknown"
    if level == "county":
        return _without_county(here)
    return "none"


def _without_county(here: Locality) -> TierStatus:
    if here.state_code in WITHOUT_COUNTIES or here.is_own_county:
        return "not_applicable"
    if here.place.kind == "state":
        return "none"
    if not here.counties:
        return "unknown"
    governed = here.state_code not in WITHOUT_SHERIFFS or any(
        county.has_government for county in here.counties
    )
    return "none" if governed else "not_applicable"


def _listed(subject: str, here: Locality) -> Sequence[Row[*tuple[Any, ...]]]:
    """What any list since 2025 showed for an agency of these tiers, in the order of printing."""
    columns = (
        Listed.agency,
        Listed.model,
        Listed.signed,
        Listed.moa_url,
        Listed.last_listed,
        Listed.gone_by,
        Listed.reach,
        Listed.geoid,
    )
    chosen = select(*columns).where(Listed.subject == subject, Listed.state_code == here.state_code)
    chosen = chosen.where(Listed.standing.in_(TOLD))
    if here.place.kind != "state":
        chosen = chosen.where(or_(*_of_this_place(here)))
    return session().execute(chosen.order_by(Listed.agency, Listed.model, Listed.signed, Listed.id)).all()


def _of_this_place(here: Locality) -> Iterable[ColumnElement[bool]]:
    counties = [county.geoid for county in here.counties]
    yield Listed.reach == "state"
    yield Listed.geoid.in_([here.place.geoid, here.place.state_geoid, *counties])
    yield (Listed.reach == "county") & Listed.county_geoid.in_(counties)
    if here.place.kind == "county":
        inside = select(JurisdictionCounty.geoid).where(JurisdictionCounty.county_geoid == here.place.geoid)
        yield Listed.geoid.in_(inside)


def _level(row: Row[Any]) -> TierLevel:
    if row.reach == "county":
        return "county"
    if row.reach == "state" or len(row.geoid) == GEOID_OF_STATE:
        return "state"
    return "county" if len(row.geoid) == GEOID_OF_COUNTY else "local"


def _heading(level: TierLevel, here: Locality) -> str:
    if here.state_code is None:
        return UNKNOWN_HEADINGS[level]
    if level == "state":
        word = "" if here.state_code in NOT_A_STATE else "statewide "
        return f"{here.place.state_name} {word}agencies"
    return _local_heading(here) if level == "local" else _county_heading(here)


def _local_heading(here: Locality) -> str:
    if here.place.kind in ("state", "county"):
        return f"Local police in {with_article(here.full_name)}"
    last_word = here.full_name.rsplit(" ", 1)[-1]
    name = here.full_name if last_word in OWN_POLICE else here.place.name
    with_sheriff = here.is_own_county and here.state_code not in WITHOUT_SHERIFFS
    return f"{name} police, sheriff and jail" if with_sheriff else f"{name} police"


def _county_heading(here: Locality) -> str:
    without_sheriffs = here.state_code in WITHOUT_SHERIFFS
    if here.place.kind == "state":
        agencies = "agencies" if without_sheriffs else "sheriffs and jails"
        return f"County {agencies} in {with_article(here.full_name)}"
    if here.is_own_county or here.state_code in WITHOUT_COUNTIES:
        return "County agencies"
    if not here.counties:
        return "County sheriff and jail"
    few = len(here.counties) <= COUNTIES_NAMED
    names = " and ".join(county.name for county in here.counties) if few else "County"
    if without_sheriffs:
        return f"{names} agencies"
    return f"{names} {'sheriff and jail' if len(here.counties) == 1 else 'sheriffs and jails'}"
