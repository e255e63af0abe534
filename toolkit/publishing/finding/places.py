"""A place by its GEOID or by its name, as page, command and sheet alike speak of it."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.orm import aliased

from fact_sheets.dossier import Place, PlaceKind
from toolkit.database import session
from toolkit.models import Jurisdiction, JurisdictionCounty
from toolkit.publishing.errors import AmbiguousPlace, UnknownPlace
from toolkit.publishing.finding.gazetteer import GazetteerEntry, gazetteer
from toolkit.publishing.finding.name_words import full_name, words
from toolkit.publishing.finding.search import Hit, search

UNLISTED_GEOID = "US"
POPULATION_SOURCE = "U.S. Census Bureau, American Community Survey 2019–2023"
# The last word of a name in a sentence: "Should Frederick join", but "Should Jackson Township join".
CALLED_BY_SHORT_NAME = frozenset({"city", "town", "village", "borough"})
_KINDS_OF_TOWN = frozenset({"charter", "township", "plantation"})
MOST_CHOICES = 1_000
NEAR = 5
LONGEST = 100
_NO_SUCH = "No place {}. “US” stands for a place that is not listed."


@dataclass(frozen=True, slots=True)
class County:
    """A county that a place lies in, or is."""

    geoid: str
    name: str  # "Frederick County"
    designation: str
    has_government: bool
    same_as: str | None  # the city that is this county


@dataclass(frozen=True, slots=True)
class Locality:
    """A place with what finding its agencies takes."""

    place: Place
    full_name: str  # "Frederick city"
    state_code: str | None
    counties: tuple[County, ...]  # a county is its own

    @property
    def is_own_county(self) -> bool:
        """Whether this is an independent city, which is in no county but has a sheriff of its own."""
        return any(county.same_as == self.place.geoid for county in self.counties)


UNLISTED = Locality(
    Place(UNLISTED_GEOID, "unlisted", "United States", "United States (place not listed)", None, None),
    full_name="United States",
    state_code=None,
    counties=(),
)


def find(geoid: str) -> Place:
    """The place with this GEOID; "US" is the place that is not listed. Raises UnknownPlace."""
    return locate(geoid).place


def locate(geoid: str) -> Locality:
    """As ``find``, with the place's counties; a town or county that is a city leads to that city."""
    if geoid == UNLISTED_GEOID:
        return UNLISTED
    rows = session().execute(_WITH_COUNTIES, {"geoid": geoid}).all()
    if not rows:
        raise UnknownPlace(_NO_SUCH.format(f"has the code {geoid[:LONGEST]!r}"))
    found, _, shares_name = rows[0]
    if found.same_as:
        return locate(found.same_as)
    return _locality(found, [county for _, county, _ in rows if county is not None], shares_name)


def resolve(text: str) -> Place:
    """The one place that a GEOID or a name such as "Frederick County, MD" means.

    Raises UnknownPlace, with what is near, or AmbiguousPlace with every choice.
    """
    code = text.strip()
    if code.upper() == UNLISTED_GEOID or code.isdigit():
        return find(code.upper())
    hits = search(code, limit=MOST_CHOICES)
    called = _called(code, hits)
    if len(called) == 1:
        return find(called[0].geoid)
    choices = [(hit.geoid, hit.label) for hit in called or hits[:NEAR]]
    if called:
        raise AmbiguousPlace(f"{len(called)} places are called {code[:LONGEST]!r}.", choices)
    near = "".join(f"\n  {geoid}  {label}" for geoid, label in choices)
    no_such = _NO_SUCH.format(f"is called {code[:LONGEST]!r}")
    raise UnknownPlace(f"{no_such} Near it:{near}" if near else no_such)


def _called(text: str, hits: tuple[Hit, ...]) -> list[Hit]:
    """The hits whose full name is ``text``; where there are none, those whose short name it is."""
    asked, index = words(text), gazetteer()
    entries = [(hit, index.by_geoid[hit.geoid]) for hit in hits]
    full = [hit for hit, entry in entries if asked in _names(entry.name, entry, hit)]
    return full or [hit for hit, entry in entries if asked in _names(entry.short_name, entry, hit)]


def _names(name: str, entry: GazetteerEntry, hit: Hit) -> set[tuple[str, ...]]:
    """Every way to write a place down to its state: alone, with a county, with the state's name or code."""
    return {
        words(" ".join((name, county, state)))
        for county in ("", *hit.counties)
        for state in ("", entry.state_name, entry.state_code)
    }


def _with_counties() -> Select[Jurisdiction, Jurisdiction, bool]:
    """The jurisdiction ``geoid`` once for each of its counties, in their order."""
    county, twin, link = aliased(Jurisdiction), aliased(Jurisdiction), JurisdictionCounty
    shares_name = exists().where(
        twin.state_code == Jurisdiction.state_code,
        twin.kind == Jurisdiction.kind,
        twin.name == Jurisdiction.name,
        twin.geoid != Jurisdiction.geoid,
    )
    return (
        select(Jurisdiction, county, shares_name)
        .outerjoin(link, link.geoid == Jurisdiction.geoid)
        .outerjoin(county, county.geoid == link.county_geoid)
        .where(Jurisdiction.geoid == bindparam("geoid"))
        .order_by(link.position)
    )


_WITH_COUNTIES = _with_counties()  # putting it together takes longer than running it


def _locality(found: Jurisdiction, counties: list[Jurisdiction], shares_name: bool) -> Locality:
    whole_name = full_name(found.name)
    parts = [whole_name]
    if counties and (found.kind == "county_subdivision" or shares_name):
        parts.append(counties[0].name)
    if found.kind != "state":
        parts.append(found.state_name)
    place = Place(
        geoid=found.geoid,
        kind=cast(PlaceKind, found.kind),
        name=_in_a_sentence(found, whole_name),
        label=", ".join(parts),
        state_geoid=found.state_geoid,
        state_name=found.state_name,
        county_geoids=tuple(county.geoid for county in counties),
        county_names=tuple(county.name for county in counties),
        population=found.population,
        population_source=POPULATION_SOURCE if found.population is not None else None,
    )
    own = [found] if found.kind == "county" else counties
    return Locality(place, whole_name, found.state_code, tuple(_county(county) for county in own))


def _in_a_sentence(found: Jurisdiction, whole_name: str) -> str:
    """ "Frederick", but "Frederick County" and "Jackson Township"."""
    if found.kind in ("state", "county"):
        return whole_name
    if found.kind == "place" or found.designation in CALLED_BY_SHORT_NAME:
        return found.short_name
    return " ".join(word.capitalize() if word in _KINDS_OF_TOWN else word for word in whole_name.split())


def _county(found: Jurisdiction) -> County:
    return County(found.geoid, found.name, found.designation, found.has_government, found.same_as)
