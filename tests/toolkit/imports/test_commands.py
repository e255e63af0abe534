"""The commands as people type them: load, import a list, import places, freeze."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from sqlalchemy import select

from tests.toolkit.imports.samples import gazetteer, population, row, workbook
from toolkit import models, schema
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.imports.shipped import Shipped

Run = Callable[..., Result]
NAME = "participatingAgencies06012026am.xlsx"
HISTORY = (
    "state,agency,agency_type,county,model,signed,moa_url,first_listed,last_listed,status,other_spellings\n"
    "MARYLAND,Frederick County Sheriff's Office,County,Frederick County,JEM,2020-06-09,,2021-01-13,"
    "2026-06-01,active,\n"
)
COUNTS = "snapshot,agreements,agencies,states,TFM,JEM,WSO\n2026-06-01,1,1,1,0,1,0\n"


@pytest.fixture
def census(tmp_path: Path) -> list[str]:
    """The options for a country of one county and one city."""
    files = {
        "counties": gazetteer("MD|24021|Frederick County||"),
        "places": gazetteer("MD|2430325|Frederick city|25|A", "MD|2412345|Somewhere CDP|57|S"),
        "cousubs": gazetteer(),
        "population-counties": population(),
        "population-places": population(g2430325=80_000),
        "population-cousubs": population(),
        "county-classes": b"GEOID,FIPS Class\n24021,H1\n",
        "place-counties": b"Place GEOID,County GEOID\n2430325,24021\n",
    }
    options = []
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        options += [f"--{name}", str(tmp_path / name)]
    return options


@pytest.fixture
def flask(tmp_path: Path) -> Run:
    """Run a command of ``flask`` on an empty database."""
    app = create_app(Settings(instance_dir=tmp_path / "instance"))
    schema.migrate(app.extensions["engine"])

    def run(*words: str) -> Result:
        return app.test_cli_runner().invoke(args=words)

    run.engine = app.extensions["engine"]  # type: ignore[attr-defined]
    return run


def a_list(folder: Path, *rows: dict[str, object], name: str = NAME) -> str:
    path = folder / name
    path.write_bytes(workbook(rows))
    return str(path)


def test_a_list_is_loaded_once(flask: Run, census: list[str], tmp_path: Path) -> None:
    assert flask("import", "jurisdictions", *census).exit_code == 0
    path = a_list(tmp_path, row(), row(STATE="MARS"))
    first = flask("import", "agreements", path)
    assert "Loaded the list of 2026-06-01 with 1 agreements." in first.stdout
    assert "row 3, STATE: 'MARS' (row left out)" in first.stderr
    assert "Unchanged: this file is loaded already" in flask("import", "agreements", path).stdout


def test_a_later_list_moves_the_history_on(flask: Run, census: list[str], tmp_path: Path) -> None:
    flask("import", "jurisdictions", *census)
    police = row(LAW_ENFORCEMENT_AGENCY="Frederick Police Department", TYPE="Municipality")
    flask("import", "agreements", a_list(tmp_path, row(), police))
    later = a_list(tmp_path, police, name="participatingAgencies06152026am.xlsx")
    refused = flask("import", "agreements", later)
    assert refused.exit_code == 1
    assert "less than 70%" in refused.stderr
    more = [police, row(LAW_ENFORCEMENT_AGENCY="Maryland State Police", TYPE="State Agency")]
    assert (
        flask(
            "import", "agreements", a_list(tmp_path, *more, name="participatingAgencies06152026am.xlsx")
        ).exit_code
        == 0
    )
    with unit_of_work(flask.engine) as session:  # type: ignore[attr-defined]
        told = {each.agency: each for each in session.scalars(select(models.Agreement))}
        counts = session.scalars(select(models.RosterCount.agreements).order_by(models.RosterCount.list_date))
        assert list(counts) == [2, 2]
    assert str(told["Frederick County Sheriff's Office"].gone_by) == "2026-06-15"
    assert told["Frederick Police Department"].geoid == "2430325"
    assert (told["Maryland State Police"].reach, told["Maryland State Police"].geoid) == ("state", "24")


def test_a_given_date_wins_over_the_name(flask: Run, census: list[str], tmp_path: Path) -> None:
    flask("import", "jurisdictions", *census)
    path = a_list(tmp_path, row(SIGNED=date(2026, 6, 2)))
    assert "--list-date" in flask("import", "agreements", path).stderr
    told = flask("import", "agreements", path, "--list-date", "2026-06-03").stdout
    assert "The file's name says 2026-06-01" in told
    assert "the list of 2026-06-03" in told


def test_a_list_needs_places_to_put_its_agencies(flask: Run, tmp_path: Path) -> None:
    result = flask("import", "agreements", a_list(tmp_path, row()))
    assert result.exit_code == 1
    assert "flask data load" in result.stderr


def test_places_are_imported_once_and_what_does_not_govern_is_counted(flask: Run, census: list[str]) -> None:
    told = flask("import", "jurisdictions", *census).stdout
    assert "Set aside: 1 statistical place" in told
    assert "Loaded 58 jurisdictions." in told
    assert "Unchanged: 58 jurisdictions." in flask("import", "jurisdictions", *census).stdout


def test_places_do_not_vanish_by_the_thousand(flask: Run, census: list[str], tmp_path: Path) -> None:
    flask("import", "jurisdictions", *census)
    with unit_of_work(flask.engine, write=True) as session:  # type: ignore[attr-defined]
        session.get_one(models.Dataset, "jurisdictions").rows = 1_000
    (tmp_path / "places").write_bytes(gazetteer("MD|2430325|Frederick city|25|A|7"))
    (tmp_path / "population-places").write_bytes(population(g2430325=79_000))
    result = flask("import", "jurisdictions", *census)
    assert result.exit_code == 1
    assert "is one cut off?" in result.stderr


def test_official_files_are_frozen_into_tables_that_load(
    flask: Run, census: list[str], tmp_path: Path
) -> None:
    history, counts, into = tmp_path / "history.csv", tmp_path / "counts.csv", tmp_path / "data"
    history.write_text(HISTORY)
    counts.write_text(COUNTS)
    into.mkdir()
    files = ["--list", a_list(tmp_path, row()), "--history", str(history), "--list-counts", str(counts)]
    result = flask("data", "freeze", *census, *files, "--into", str(into))
    assert result.exit_code == 0, result.stderr
    assert "Agencies placed: 1 own" in result.stdout
    shipped = Shipped(into)
    (entry,) = shipped.agreements()
    assert (entry.geoid, entry.first_listed, len(shipped.jurisdictions())) == ("24021", date(2021, 1, 13), 58)
    assert shipped.manifest["agreements"].originals[0].file == NAME
