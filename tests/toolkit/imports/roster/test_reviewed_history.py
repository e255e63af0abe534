"""The reviewed history and the counts per list: read row by row, joined with the newest list."""

from datetime import date

import pytest

from tests.toolkit.imports.samples import jurisdiction, listed
from toolkit.imports.roster import list_counts, reviewed_history
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.matching import Matcher

HEADER = (
    "state,agency,agency_type,county,model,signed,moa_url,first_listed,last_listed,status,other_spellings"
)
SHERIFF = "MARYLAND,Frederick County Sheriff’s Office,County,Frederick County,JEM,2020-06-09,,2021-01-13"
MATCHER = Matcher(Governments([jurisdiction("24021", "county", "Frederick County", "county", "MD")]), {})
DAYS = [date(2026, 2, 13), date(2026, 2, 17), date(2026, 5, 18)]


def table(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows]).encode()


def test_a_row_is_read_whole() -> None:
    (entry,) = reviewed_history.read(
        table(f"{SHERIFF},2026-05-18,active,Frederick Co. SO | Frederick Sheriff")
    ).records
    assert (entry.state_code, entry.agency, entry.model) == ("MD", "Frederick County Sheriff's Office", "JEM")
    assert (entry.first_listed, entry.last_listed) == (date(2021, 1, 13), date(2026, 5, 18))
    assert (entry.standing, entry.other_spellings) == ("listed", ("Frederick Co. SO", "Frederick Sheriff"))


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("active", "listed"),
        ("left_list", "left"),
        ("left_list_agency_still_listed", "model_dropped"),
        ("superseded", "superseded"),
    ],
)
def test_every_status_has_its_standing(status: str, standing: str) -> None:
    (entry,) = reviewed_history.read(table(f"{SHERIFF},2026-05-18,{status},")).records
    assert entry.standing == standing


@pytest.mark.parametrize(
    "bad",
    [
        f"{SHERIFF},2026-05-18,cancelled,",
        f"{SHERIFF},2020-05-18,active,",
        f"{SHERIFF},soon,active,",
        SHERIFF.replace("MARYLAND", "MARS") + ",2026-05-18,active,",
        SHERIFF.replace("2020-06-09", "9 June") + ",2026-05-18,active,",
    ],
)
def test_a_row_that_cannot_stand_is_reported(bad: str) -> None:
    found = reviewed_history.read(table(f"{SHERIFF},2026-05-18,active,", bad))
    assert (len(found.records), [problem.row for problem in found.problems], found.rows) == (1, [3], 2)


def test_the_newest_list_takes_its_first_days_from_the_history() -> None:
    past = reviewed_history.read(table(f"{SHERIFF},2026-05-18,active,")).records
    row = listed("Frederick County Sheriff's Office", addendum_url="https://www.ice.gov/b.pdf")
    combined = reviewed_history.combine([row], past, DAYS, MATCHER, {})
    (entry,) = combined.records
    assert (entry.first_listed, entry.gone_by, entry.geoid) == (date(2021, 1, 13), None, "24021")
    assert entry.addendum_url == "https://www.ice.gov/b.pdf"
    assert entry.is_told


def test_a_listed_row_that_the_history_does_not_know_is_reported() -> None:
    combined = reviewed_history.combine([listed("Frederick County Sheriff's Office")], [], DAYS, MATCHER, {})
    assert (combined.records, len(combined.problems)) == ((), 1)


def test_what_left_is_gone_by_the_first_list_without_it() -> None:
    past = reviewed_history.read(table(f"{SHERIFF},2026-02-13,left_list,")).records
    (entry,) = reviewed_history.combine([], past, DAYS, MATCHER, {}).records
    assert (entry.last_listed, entry.gone_by, entry.geoid) == (date(2026, 2, 13), date(2026, 2, 17), "24021")
    assert entry.is_told


def test_a_doubtful_departure_is_kept_but_not_told() -> None:
    past = reviewed_history.read(table(f"{SHERIFF},2026-02-13,left_list,")).records
    slip = {"MD:frederick-county-sheriffs-office:JEM:2020-06-09": "a slip"}
    (entry,) = reviewed_history.combine([], past, DAYS, MATCHER, slip).records
    assert (entry.standing, entry.doubt, entry.is_told) == ("left", "a slip", False)


@pytest.mark.parametrize("status", ["superseded", "left_list_agency_still_listed"])
def test_what_only_changed_is_not_told_as_a_departure(status: str) -> None:
    past = reviewed_history.read(table(f"{SHERIFF},2026-02-13,{status},")).records
    (entry,) = reviewed_history.combine([], past, DAYS, MATCHER, {}).records
    assert not entry.is_told


COUNTS = "snapshot,agreements,agencies,states,TFM,JEM,WSO\n"


def test_counts_come_oldest_first_and_must_add_up() -> None:
    rows = (
        "2026-05-18,3,2,1,1,1,1\n2021-01-13,150,147,26,0,74,76\n2026-05-19,3,2,1,1,1,2\n2026-05-20,x,,,,,\n"
    )
    found = list_counts.read((COUNTS + rows).encode())
    assert [count.list_date.year for count in found.records] == [2021, 2026]
    assert [problem.row for problem in found.problems] == [4, 5]


def test_a_day_that_comes_twice_is_reported() -> None:
    found = list_counts.read((COUNTS + "2026-05-18,1,1,1,1,0,0\n" * 2).encode())
    assert (len(found.records), [problem.row for problem in found.problems], found.rows) == (1, [3], 2)


def test_a_list_is_counted_by_agency_and_state() -> None:
    rows = [
        listed("St. Mary's County Sheriff's Office"),
        listed("Saint Mary’s County Sheriff’s Office", model="WSO"),
        listed("St. Mary's County Sheriff's Office", "LA", model="TFM"),
    ]
    found = list_counts.count(date(2026, 5, 18), rows)
    assert (found.agreements, found.agencies, found.states) == (3, 2, 2)
    assert (found.task_force, found.jail, found.warrant) == (1, 1, 1)
