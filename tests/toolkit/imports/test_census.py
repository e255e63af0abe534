"""The Census Bureau's files: codes stay text, what is doubtful is reported."""

import pytest

from tests.toolkit.imports.samples import GAZETTEER, gazetteer, population
from toolkit.imports.census import census_files as census
from toolkit.imports.census.census_files import GazetteerRow
from toolkit.imports.errors import UnexpectedColumns, UnreadableFile
from toolkit.imports.reading import RowProblem


def problem_of(row: str) -> RowProblem:
    (found,) = census.gazetteer(gazetteer(row), "places", 7, ("lsad", "funcstat"))
    assert isinstance(found, RowProblem)
    return found


def test_geoids_keep_their_leading_zeros() -> None:
    (row,) = census.gazetteer(gazetteer("AL|0107000|Birmingham city|25|A"), "places", 7)
    assert isinstance(row, GazetteerRow)
    assert (row.geoid, row.state_code, row.latitude, row.longitude) == ("0107000", "AL", 39.4, -77.4)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("AL|107000|Birmingham city|25|A", "GEOID"),
        ("AL|01o7000|Birmingham city|25|A", "GEOID"),
        ("GA|0107000|Birmingham city|25|A", "USPS"),
        ("XX|9907000|Nowhere city|25|A", "USPS"),
        ("AL|0107000||25|A", "NAME"),
    ],
)
def test_a_bad_code_or_name_is_reported_not_guessed(row: str, column: str) -> None:
    problem = problem_of(row)
    assert (problem.row, problem.column, problem.kept) == (2, column, False)


def test_a_bad_coordinate_is_reported() -> None:
    line = "AL|0107000|x|0|Birmingham city|25|A|1|1|1|1|north|-86.8"
    (problem,) = census.gazetteer(f"{GAZETTEER}\n{line}".encode(), "places", 7)
    assert isinstance(problem, RowProblem)
    assert problem.found == "north, -86.8"


def test_a_geoid_that_comes_twice_is_reported_once() -> None:
    twice = gazetteer("AL|0107000|Birmingham city|25|A", "AL|0107000|Birmingham city|25|A")
    first, second = census.gazetteer(twice, "places", 7)
    assert isinstance(first, GazetteerRow)
    assert isinstance(second, RowProblem)


def test_a_population_that_the_census_withholds_is_left_out() -> None:
    answer = population(g2430325=80_000, g2404000=-666_666_666, g2400001=None)
    assert census.populations(answer, "population").values == {"2430325": 80_000}


def test_a_population_row_that_is_no_number_is_reported() -> None:
    answer = b'[["NAME","B01003_001E","state","county"],["x","many","24","021"],["y","5","24","003"]]'
    found = census.populations(answer, "population")
    assert found.values == {"24003": 5}
    assert [(problem.row, problem.kept) for problem in found.problems] == [(2, True)]


@pytest.mark.parametrize("answer", [b"<html>", b"[", b"[" * 5000])
def test_what_is_not_json_is_refused(answer: bytes) -> None:
    with pytest.raises(UnreadableFile):
        census.populations(answer, "population")


@pytest.mark.parametrize("answer", [b"{}", b"[]", b'[["NAME","state"]]'])
def test_another_table_is_refused(answer: bytes) -> None:
    with pytest.raises(UnexpectedColumns, match="B01003"):
        census.populations(answer, "population")


def test_counties_of_a_place_keep_the_order_of_the_file() -> None:
    relation = b"Place GEOID,County GEOID\n2938000,29095\n2938000,29037\n2938000,29095\n"
    assert census.place_counties(relation, "relation").values == {"2938000": ("29095", "29037")}


def test_a_broken_row_of_a_lookup_loses_no_place() -> None:
    found = census.county_classes(b"GEOID,FIPS Class\n24021,H1\n24003\n", "classes")
    assert found.values == {"24021": "H1"}
    assert [problem.kept for problem in found.problems] == [True]
