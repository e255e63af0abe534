"""Every place a resident can pick, from the Census Bureau's own files: counties, places and towns.

FUNCSTAT makes the list right: A, B and C govern; F is kept only for the balance of a consolidated
government; statistical, inactive, subordinate and fictitious entries are set aside and counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.imports.census import census_files as census
from toolkit.imports.census import place_names
from toolkit.imports.census.census_files import GazetteerRow, Lookup
from toolkit.imports.census.corrections import Corrections
from toolkit.imports.census.jurisdiction import Jurisdiction, Kind
from toolkit.imports.census.twins import find_twins
from toolkit.imports.reading import FileReading, RowProblem

GOVERNS = frozenset("ABC")
SET_ASIDE = {
    "F": "fictitious",
    "G": "subordinate",
    "I": "inactive",
    "N": "non-functioning",
    "S": "statistical",
}
WITHOUT_COUNTY_GOVERNMENT = frozenset({"H4", "H5"})


@dataclass(frozen=True, slots=True)
class CensusFiles:
    """The bytes of the eight official files that make the list."""

    counties: bytes
    places: bytes
    cousubs: bytes
    population_counties: bytes
    population_places: bytes
    population_cousubs: bytes
    county_classes: bytes
    place_counties: bytes


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rows of one Gazetteer file that stay, and what became of the others."""

    kind: Kind
    rows: list[GazetteerRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    set_aside: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the other files say about a GEOID."""

    populations: Mapping[str, int]
    classes: Mapping[str, str]
    counties: Mapping[str, tuple[str, ...]]
    twins: Mapping[str, str]


def read(files: CensusFiles, corrections: Corrections) -> FileReading[Jurisdiction]:
    """Counties, places and county subdivisions; raises ImportRefused when a file is not what it should be."""
    counties = _keep(census.gazetteer(files.counties, "counties", 5), "county", corrections)
    places = _keep(census.gazetteer(files.places, "places", 7, ("lsad", "funcstat")), "place", corrections)
    cousubs = _keep(
        census.gazetteer(files.cousubs, "cousubs", 10, ("funcstat",)), "county_subdivision", corrections
    )
    populations = (
        census.populations(files.population_counties, "population of counties"),
        census.populations(files.population_places, "population of places"),
        census.populations(files.population_cousubs, "population of county subdivisions"),
    )
    classes = census.county_classes(files.county_classes, "county classes")
    relation = census.place_counties(files.place_counties, "place to county")
    located = _counties_of_places(relation, {row.geoid for row in counties.rows}, places.rows, corrections)
    facts = _Facts(
        {geoid: residents for lookup in populations for geoid, residents in lookup.values.items()},
        classes.values,
        located.values,
        find_twins(counties.rows, cousubs.rows, places.rows, corrections),
    )
    kept = (counties, places, cousubs)
    return FileReading(
        tuple(_record(part.kind, row, facts) for part in kept for row in part.rows),
        tuple(
            problem for part in (*kept, *populations, classes, relation, located) for problem in part.problems
        ),
        sum((part.set_aside for part in kept), Counter()),
    )


def _keep(rows: Iterable[GazetteerRow | RowProblem], kind: Kind, corrections: Corrections) -> _Kept:
    kept = _Kept(kind)
    for row in rows:
        if isinstance(row, RowProblem):
            kept.problems.append(row)
        elif (status := _status(kind, row, corrections)) == "governs":
            kept.rows.append(row)
            if kind == "place" and row.lsad not in place_names.PLACE_LABELS:
                advice = "A new kind of place? Add the code to place_names.PLACE_LABELS."
                kept.problems.append(RowProblem("places", row.number, "LSAD", row.lsad, advice, kept=True))
        elif status:
            kept.set_aside[f"{status} {kind.replace('_', ' ')}"] += 1
        else:
            advice = "An unknown functional status: see the Census Bureau's list of FUNCSTAT codes."
            kept.problems.append(RowProblem(f"{kind} file", row.number, "FUNCSTAT", row.funcstat, advice))
    return kept


def _status(kind: Kind, row: GazetteerRow, corrections: Corrections) -> str | None:
    """ "governs", why the row is set aside, or None for an unknown code. The county file has no FUNCSTAT."""
    if kind == "county" or row.funcstat in GOVERNS or row.geoid in corrections.governing:
        return "governs"
    if row.funcstat == "F" and kind == "place" and row.name.endswith(place_names.BALANCE):
        return "governs"
    return SET_ASIDE.get(row.funcstat)


def _counties_of_places(
    relation: Lookup[tuple[str, ...]],
    known: set[str],
    places: Iterable[GazetteerRow],
    corrections: Corrections,
) -> Lookup[tuple[str, ...]]:
    """The relation for the places that stay; a county that is not in the Gazetteer is reported, not kept."""
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    for place in places:
        counties = corrections.place_counties.get(place.geoid) or relation.values.get(place.geoid, ())
        found[place.geoid] = tuple(county for county in counties if county in known)
        if not found[place.geoid] or len(found[place.geoid]) < len(counties):
            advice = f"{place.name}, {place.state_code}: name its counties in corrections.toml."
            found_text = ", ".join(counties) or "no county"
            problems.append(RowProblem("places", place.number, "county", found_text, advice, kept=True))
    return Lookup(found, tuple(problems))


def _record(kind: Kind, row: GazetteerRow, facts: _Facts) -> Jurisdiction:
    short, designation = _worded(kind, row)
    counties: tuple[str, ...] = ()
    if kind == "place":
        counties = facts.counties[row.geoid]
    elif kind == "county_subdivision":
        counties = (row.geoid[:5],)
    return Jurisdiction(
        geoid=row.geoid,
        kind=kind,
        name=row.name.removesuffix(place_names.BALANCE),
        short_name=short,
        designation=designation,
        state_code=row.state_code,
        county_geoids=counties,
        population=facts.populations.get(row.geoid),
        latitude=row.latitude,
        longitude=row.longitude,
        has_government=facts.classes.get(row.geoid) not in WITHOUT_COUNTY_GOVERNMENT,
        same_as=facts.twins.get(row.geoid),
    )


def _worded(kind: Kind, row: GazetteerRow) -> tuple[str, str]:
    if kind == "county":
        return place_names.split_county(row.name)
    if kind == "place":
        return place_names.split_place(row.name, row.lsad)
    return place_names.split_cousub(row.name)
