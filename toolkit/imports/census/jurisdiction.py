"""The record that the Census files make: one government, or a county that is only statistical."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from toolkit.imports.census.states import STATES

Kind = Literal["state", "county", "place", "county_subdivision"]
TERRITORIES = frozenset({"AS", "GU", "MP", "PR", "VI"})


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """GEOIDs are text of 2 (state), 5 (county), 7 (place) or 10 digits (county subdivision).

    ``same_as`` names the place whose officials also govern this town, or which is this independent city:
    one government, so one entry to pick; the row stays so that either GEOID leads somewhere.
    """

    geoid: str
    kind: Kind
    name: str  # "Frederick County", "St. Louis city"
    short_name: str  # "Frederick", "St. Louis"
    designation: str  # "county", "parish", "census area", "city", "township", … or empty
    state_code: str
    county_geoids: tuple[str, ...] = ()  # largest share first
    population: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    has_government: bool = True
    same_as: str | None = None


def states(counties: Iterable[Jurisdiction]) -> tuple[Jurisdiction, ...]:
    """The 56 states and territories; a population is the sum of the counties, None where one has none."""
    members: dict[str, list[int | None]] = {}
    for county in counties:
        if county.kind == "county":
            members.setdefault(county.geoid[:2], []).append(county.population)
    return tuple(
        Jurisdiction(
            state.geoid,
            "state",
            state.name,
            state.name,
            _designation(state.code),
            state.code,
            population=_total(members.get(state.geoid, [])),
        )
        for state in STATES
    )


def _designation(code: str) -> str:
    if code == "DC":
        return "federal district"
    return "territory" if code in TERRITORIES else "state"


def _total(populations: list[int | None]) -> int | None:
    known = [population for population in populations if population is not None]
    return sum(known) if known and len(known) == len(populations) else None
