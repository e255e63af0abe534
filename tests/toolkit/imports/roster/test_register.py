"""The register over many lists: an agreement keeps its number and its key, whatever a list makes of it."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from itertools import count

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests import factories
from tests.toolkit.imports.samples import HEADER, MOA, TODAY, row, workbook
from toolkit import schema
from toolkit.config import FIRST_SUBJECT
from toolkit.database import make_engine, unit_of_work
from toolkit.imports.roster import load_list
from toolkit.imports.roster.agreement import AgreementHistory, key_of
from toolkit.imports.roster.judged_list import ListFile
from toolkit.imports.shipped import Shipped
from toolkit.models import Agreement
from toolkit.models.agreement import TOLD

PRINTS = count(1)
FIRST, SECOND, THIRD = date(2026, 6, 1), date(2026, 6, 15), date(2026, 6, 29)
SHERIFF = row()
POLICE = row(LAW_ENFORCEMENT_AGENCY="Frederick Police Department", SUPPORT_TYPE="Task Force Model", MOA=None)
SHERIFF_KEY = "MD:frederick-county-sheriffs-office:JEM:2020-06-09"
SLIP_KEY = "AL:nonesuch-police-department:TFM:2025-09-22"
POLICE_KEY = "MD:frederick-police-department:TFM:2020-06-09"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Places, and no list yet, on both databases."""
    made = make_engine(database_url)
    schema.migrate(made)
    with unit_of_work(made, write=True) as session:
        session.add_all(factories.jurisdictions())
    yield made
    made.dispose()


def bring(engine: Engine, day: date, *rows: dict[str, object]) -> None:
    """Import a list of this day with these rows, however short it is, from a file that never came before."""
    header = (*HEADER, f"print {next(PRINTS)}")
    name = f"participatingAgencies{day:%m%d%Y}.xlsx"
    with unit_of_work(engine, write=True):
        done = load_list.import_list(
            workbook(rows, header), name, None, TODAY, smaller=True, by=None, now=factories.NOW
        )
    assert done.agreements == len(rows)


def register(engine: Engine) -> dict[str, Agreement]:
    """Every row by its key."""
    with unit_of_work(engine) as session:
        rows = {each.key: each for each in session.scalars(select(Agreement).order_by(Agreement.id))}
        session.expunge_all()
    return rows


def numbers(engine: Engine) -> dict[str, int]:
    """The number of each key."""
    return {key: each.id for key, each in register(engine).items()}


def standings(engine: Engine) -> dict[str, str]:
    """The standing of each key."""
    return {key: each.standing for key, each in register(engine).items()}


def test_the_same_rows_again_change_nothing(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF, POLICE)
    before = [str(vars(each)) for each in known(engine)]
    bring(engine, FIRST, SHERIFF, POLICE)
    bring(engine, FIRST, POLICE, SHERIFF)
    assert [str(vars(each)) for each in known(engine)] == before


def known(engine: Engine) -> list[Agreement]:
    """Every row with what it says, its session's own notes apart."""
    rows = list(register(engine).values())
    for each in rows:
        vars(each).pop("_sa_instance_state")
    return rows


def test_what_goes_on_keeps_number_and_key_under_another_name_and_another_day(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF, POLICE)
    before = numbers(engine)
    assert before.keys() == {SHERIFF_KEY, POLICE_KEY}
    renamed = row(LAW_ENFORCEMENT_AGENCY="Frederick Co. Sheriff's Dept", COUNTY="Frederick County")
    bring(engine, SECOND, POLICE | {"SIGNED": date(2026, 6, 2)}, renamed)
    assert numbers(engine) == before
    rows = register(engine)
    assert (rows[SHERIFF_KEY].agency, rows[SHERIFF_KEY].first_listed) == (
        "Frederick Co. Sheriff's Dept",
        FIRST,
    )
    assert (rows[POLICE_KEY].signed, rows[POLICE_KEY].last_listed) == (date(2026, 6, 2), SECOND)


def test_what_leaves_keeps_its_row_and_comes_back_to_it(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF, POLICE)
    before = numbers(engine)
    bring(engine, SECOND, POLICE)
    gone = register(engine)[SHERIFF_KEY]
    assert (gone.standing, gone.last_listed, gone.gone_by) == ("left", FIRST, SECOND)
    bring(engine, THIRD, POLICE, SHERIFF)
    back = register(engine)[SHERIFF_KEY]
    assert (back.standing, back.first_listed, back.gone_by) == ("listed", FIRST, None)
    assert numbers(engine) == before


def test_what_only_the_first_version_of_a_list_had_is_not_told_and_keeps_its_row(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF)
    bring(engine, SECOND, SHERIFF, POLICE)
    before = numbers(engine)
    bring(engine, SECOND, SHERIFF)
    assert standings(engine) == {SHERIFF_KEY: "listed", POLICE_KEY: "taken_back"}
    bring(engine, THIRD, SHERIFF, POLICE)
    assert standings(engine) == {SHERIFF_KEY: "listed", POLICE_KEY: "listed"}
    assert numbers(engine) == before


def test_one_of_two_of_one_agency_and_model_is_superseded_and_may_come_back(engine: Engine) -> None:
    second = SHERIFF | {"SIGNED": date(2025, 1, 1), "MOA": None}
    bring(engine, FIRST, SHERIFF, second)
    before = numbers(engine)
    second_key = SHERIFF_KEY.replace("2020-06-09", "2025-01-01")
    bring(engine, SECOND, SHERIFF)
    assert standings(engine) == {SHERIFF_KEY: "listed", second_key: "superseded"}
    bring(engine, THIRD, second, SHERIFF)
    assert standings(engine) == {SHERIFF_KEY: "listed", second_key: "listed"}
    assert numbers(engine) == before


def test_a_row_that_a_list_has_twice_is_two_agreements_that_stay_two(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF, SHERIFF)
    before = numbers(engine)
    assert list(before) == [SHERIFF_KEY, f"{SHERIFF_KEY}:2"]
    bring(engine, SECOND, SHERIFF, SHERIFF)
    assert numbers(engine) == before


def test_a_row_without_a_day_has_a_key_and_keeps_it_when_the_day_comes(engine: Engine) -> None:
    undated = SHERIFF | {"SIGNED": None}
    bring(engine, FIRST, undated, undated)
    before = numbers(engine)
    key = "MD:frederick-county-sheriffs-office:JEM:undated"
    assert list(before) == [key, f"{key}:2"]
    bring(engine, SECOND, SHERIFF, undated)
    assert numbers(engine) == before
    assert {each.signed for each in register(engine).values()} == {None, date(2020, 6, 9)}


def test_the_key_that_a_renamed_agreement_holds_is_not_given_again(engine: Engine) -> None:
    bring(engine, FIRST, SHERIFF)
    renewed = SHERIFF | {"SIGNED": date(2026, 6, 2), "MOA": ("link", MOA.replace("2020", "2026"))}
    bring(engine, SECOND, renewed)
    before = numbers(engine)
    bring(engine, THIRD, renewed, SHERIFF)
    after = register(engine)
    assert list(after) == [SHERIFF_KEY, f"{SHERIFF_KEY}:2"]
    assert (after[SHERIFF_KEY].id, after[SHERIFF_KEY].signed) == (before[SHERIFF_KEY], date(2026, 6, 2))


def test_the_table_itself_holds_the_key_within_a_subject(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as session:
        session.add(factories.agreement("Frederick Police Department", "TFM", "own"))
        other = factories.agreement("Frederick Police Department", "TFM", "own")
        other.subject = "plate-readers"
        session.add(other)
    with pytest.raises(IntegrityError), unit_of_work(engine, write=True) as session:
        session.add(factories.agreement("Frederick Police Department", "TFM", "own", gone=True))


def test_a_list_moves_no_row_of_another_subject(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as session:
        other = factories.agreement("Frederick Police Department", "FIX", "own", geoid="2430325")
        other.subject = "plate-readers"
        session.add(other)
    bring(engine, FIRST, SHERIFF)
    bring(engine, SECOND, POLICE)
    with unit_of_work(engine) as session:
        other = session.scalars(select(Agreement).where(Agreement.subject != FIRST_SUBJECT)).one()
        assert (other.standing, other.last_listed, other.gone_by) == ("listed", factories.LISTED, None)


def told(work: Session) -> dict[str, tuple[int, str]]:
    """The number and standing of each key that pages speak of."""
    rows = work.scalars(select(Agreement).where(Agreement.standing.in_(TOLD)))
    return {each.key: (each.id, each.standing) for each in rows}


def as_printed(entries: Iterable[AgreementHistory]) -> bytes:
    """ICE's list as a table that says what these entries say, without their links."""
    table = StringIO()
    lines = csv.writer(table)
    lines.writerow(HEADER[:6])
    for each in entries:
        lines.writerow((each.state_code, each.agency, each.agency_type, each.county, each.model, each.signed))
    return table.getvalue().encode()


def test_a_release_goes_on_with_the_rows_of_a_list_that_somebody_imported(work: Session) -> None:
    """June's list, imported here, spells two agencies otherwise, lacks one and has a slip.

    The release of July agrees about one spelling, has the other agency as before, and the missing one too.
    """
    shipped = Shipped().agreements()
    before = told(work)
    listed = [entry for entry in shipped if entry.standing == "listed"]
    missing, renamed, shortened = listed[0], listed[3], listed[6]
    names = {renamed: "Baldwin Co. Sheriff's Office", shortened: "Cedar Bluff Police Dept."}
    slip = replace(missing, agency="Nonesuch Police Department", county="")
    june = [replace(entry, agency=names.get(entry, entry.agency)) for entry in listed[1:]]
    content = as_printed([*june, slip])
    load_list.import_list(content, "06012026.csv", None, TODAY, by=None, now=factories.NOW)
    between = told(work)
    assert between.keys() - before.keys() == {SLIP_KEY}
    assert [key for key in before if between[key] != before[key]] == [key_of(missing)]
    for entry, name in names.items():
        assert work.get_one(Agreement, before[key_of(entry)][0]).agency == name

    july = [replace(entry, last_listed=THIRD) if entry.standing == "listed" else entry for entry in shipped]
    july[3] = replace(july[3], agency=names[renamed], other_spellings=(renamed.agency,))
    july.append(replace(renamed, standing="superseded", gone_by=FIRST))
    file = ListFile("participatingAgencies06292026.xlsx", "7" * 64, THIRD)
    assert load_list.load_shipped(july, file, Shipped().counts()) == 1843
    assert told(work) == before
    assert work.get_one(Agreement, before[key_of(shortened)][0]).agency == shortened.agency
    kept = work.scalars(select(Agreement).where(Agreement.standing.not_in(TOLD))).one()
    assert (kept.id, kept.key, kept.standing) == (between[SLIP_KEY][0], SLIP_KEY, "taken_back")


def test_a_departure_that_a_release_doubts_is_told_no_longer_and_keeps_its_row(work: Session) -> None:
    shipped = Shipped().agreements()
    before = told(work)
    left = next(entry for entry in shipped if entry.standing == "left" and entry.is_told)
    doubted = [replace(entry, doubt="a slip") if entry is left else entry for entry in shipped]
    file = ListFile("participatingAgencies05182026.xlsx", "7" * 64, left.last_listed)
    load_list.load_shipped(doubted, file, Shipped().counts())
    number, _ = before.pop(key_of(left))
    assert told(work) == before
    assert work.get_one(Agreement, number).standing == "doubtful"
