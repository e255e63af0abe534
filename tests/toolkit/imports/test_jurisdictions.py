"""The pick-list: who governs, under which name, in which county; each trap of the official files once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toolkit.imports.samples import NO_CORRECTIONS, census, population
from toolkit.imports.census import place_names
from toolkit.imports.census.corrections import Corrections
from toolkit.imports.census.jurisdiction import Jurisdiction, states
from toolkit.imports.census.jurisdictions import read
from toolkit.imports.census.place_names import PLACE_LABELS

VIRGINIA = ("VA|51670|Hopewell city|||5", "VA|51159|Richmond County||", "VA|51760|Richmond city|||9")


def records(**files: object) -> dict[str, Jurisdiction]:
    found = read(census(**files), NO_CORRECTIONS)
    return {record.geoid: record for record in found.records}


@pytest.mark.parametrize(
    ("funcstat", "name", "kept"),
    [
        ("A", "Cumberland city", True),
        ("B", "Cumberland city", True),
        ("C", "Cumberland city", True),
        ("F", "Cumberland city (balance)", True),
        ("F", "Cumberland city", False),
        ("N", "Cumberland city", False),
        ("S", "Cumberland CDP", False),
        ("I", "Cumberland city", False),
        ("G", "Cumberland city", False),
    ],
)
def test_only_what_governs_is_kept(funcstat: str, name: str, kept: bool) -> None:
    found = read(census(places=[f"MD|2421325|{name}|25|{funcstat}"]), NO_CORRECTIONS)
    assert (len(found.records) == 2) is kept
    assert sum(found.set_aside.values()) == (0 if kept else 1)


def test_an_unknown_status_is_reported() -> None:
    found = read(census(cousubs=["MD|2402190000|Somewhere town||X"]), NO_CORRECTIONS)
    (problem,) = found.problems
    assert (problem.row, problem.column, problem.found) == (2, "FUNCSTAT", "X")


def test_washington_governs_although_the_gazetteer_says_it_does_not() -> None:
    governing = Corrections({"1150000": ("11001",)}, {}, frozenset({"1150000"}), {})
    files = census(counties=["DC|11001|District of Columbia||"], places=["DC|1150000|Washington city|25|N"])
    assert {record.name for record in read(files, governing).records} == {
        "District of Columbia",
        "Washington city",
    }


def test_a_balance_is_called_by_its_own_name() -> None:
    found = records(places=["IN|1836003|Indianapolis city (balance)|00|F"])["1836003"]
    assert (found.name, found.short_name, found.designation) == ("Indianapolis city", "Indianapolis", "city")


def test_a_town_that_is_its_city_is_one_entry() -> None:
    found = records(
        counties=["CT|09110|Capitol Planning Region||"],
        places=["CT|0937000|Hartford city|25|A|77"],
        cousubs=["CT|0911037070|Hartford town||C|77", "CT|0911037000|Granby town||A"],
    )
    assert found["0911037070"].same_as == "0937000"
    assert found["0911037000"].same_as is None


def test_a_town_with_its_own_officials_is_an_entry_of_its_own() -> None:
    found = records(
        places=["NY|3639853|Kiryas Joel village|47|A|7"], cousubs=["NY|3607156185|Palm Tree town||A|7"]
    )
    assert found["3607156185"].same_as is None


def test_an_independent_city_is_a_county_equivalent_and_one_entry() -> None:
    found = records(counties=VIRGINIA, places=["VA|5138424|Hopewell city|25|A|5"])
    assert (found["51670"].kind, found["51670"].same_as) == ("county", "5138424")
    assert found["51760"].same_as is None


def test_a_county_that_is_called_otherwise_than_its_city_stays_an_entry() -> None:
    found = records(
        counties=["CA|06075|San Francisco County|||3"], places=["CA|0667000|San Francisco city|25|A|3"]
    )
    assert found["06075"].same_as is None


@pytest.mark.parametrize(
    ("code", "governs"), [("H1", True), ("H6", True), ("C7", True), ("H4", False), ("H5", False)]
)
def test_some_counties_have_no_government(code: str, governs: bool) -> None:
    assert records(classes=f"24021,{code}")["24021"].has_government is governs


def test_a_county_that_no_longer_exists_is_reported_and_left_out() -> None:
    files = census(
        counties=["CT|09140|Naugatuck Valley Planning Region||"],
        places=["CT|0980000|Waterbury city|25|A", "CT|0908420|Bristol city|25|A"],
        relation="0980000,09009\n0980000,09140\n0908420,09003",
    )
    found = read(files, NO_CORRECTIONS)
    assert [record.county_geoids for record in found.records] == [(), ("09140",), ()]
    assert [(problem.row, problem.kept) for problem in found.problems] == [(2, True), (3, True)]


def test_a_place_newer_than_the_relation_gets_its_county_from_the_corrections() -> None:
    files = census(counties=["MN|27139|Scott County||"], places=["MN|2713708|Credit River city|25|A"])
    known = Corrections({"2713708": ("27139",)}, {}, frozenset(), {})
    assert read(files, known).records[-1].county_geoids == ("27139",)


def test_a_place_without_population_stays() -> None:
    found = records(
        places=["MD|2430325|Frederick city|25|A", "MD|2457475|Mount Airy town|43|A"],
        residents=population(g2430325=80_000),
    )
    assert (found["2430325"].population, found["2457475"].population) == (80_000, None)


def test_accents_survive() -> None:
    assert records(counties=["NM|35013|Doña Ana County||"])["35013"].short_name == "Doña Ana"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Frederick County", ("Frederick", "county")),
        ("St. Louis city", ("St. Louis", "city")),
        ("Juneau City and Borough", ("Juneau", "city and borough")),
        ("Bethel Census Area", ("Bethel", "census area")),
        ("Añasco Municipio", ("Añasco", "municipio")),
        ("Anchorage Municipality", ("Anchorage", "municipality")),
        ("St. John the Baptist Parish", ("St. John the Baptist", "parish")),
        ("Capitol Planning Region", ("Capitol", "planning region")),
        ("Carson City", ("Carson City", "")),
        ("James City County", ("James City", "county")),
    ],
)
def test_the_kind_of_a_county_is_the_end_of_its_name(name: str, parts: tuple[str, str]) -> None:
    assert place_names.split_county(name) == parts


@pytest.mark.parametrize(
    ("name", "lsad", "parts"),
    [
        ("Carson City", "00", ("Carson City", "")),
        ("Boise City city", "25", ("Boise City", "city")),
        ("Sitka city and borough", "53", ("Sitka", "city and borough")),
        ("Echols County consolidated government", "CG", ("Echols County", "consolidated government")),
        ("Butte-Silver Bow (balance)", "00", ("Butte-Silver Bow", "")),
        ("Something new", "ZZ", ("Something new", "")),
    ],
)
def test_the_kind_of_a_place_comes_from_its_code(name: str, lsad: str, parts: tuple[str, str]) -> None:
    assert place_names.split_place(name, lsad) == parts


def test_a_kind_of_place_that_we_do_not_know_is_kept_and_reported() -> None:
    found = read(census(places=["MD|2400001|Something new|ZZ|A"], relation="2400001,24021"), NO_CORRECTIONS)
    assert [(problem.column, problem.kept) for problem in found.problems] == [("LSAD", True)]
    assert "ZZ" not in PLACE_LABELS


def test_a_numbered_township_keeps_its_number() -> None:
    assert place_names.split_cousub("Township 2") == ("Township 2", "township")
    assert place_names.split_cousub("Jackson township") == ("Jackson", "township")


def test_a_state_has_the_residents_of_its_counties_or_none() -> None:
    counties = [
        Jurisdiction("24021", "county", "", "", "", "MD", population=3),
        Jurisdiction("24003", "county", "", "", "", "MD", population=4),
    ]
    found = {state.geoid: state for state in states(counties)}
    assert len(found) == 56
    assert (found["24"].population, found["60"].population) == (7, None)
    assert [found[geoid].designation for geoid in ("24", "11", "72")] == [
        "state",
        "federal district",
        "territory",
    ]


@given(st.lists(st.sampled_from("ABCFGINSX?"), max_size=12))
def test_every_row_is_a_record_a_problem_or_set_aside(statuses: list[str]) -> None:
    places = [f"MD|24{number:05}|Town {number} town|43|{status}" for number, status in enumerate(statuses)]
    assert read(census(places=places), NO_CORRECTIONS).rows == 1 + len(statuses)
