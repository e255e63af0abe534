"""Loading: everything shipped is there on both databases, and a second load changes nothing."""

import hashlib
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from tests import factories
from tests.toolkit.imports.samples import TODAY, row, workbook
from toolkit import models, schema
from toolkit.database import make_engine, unit_of_work
from toolkit.imports import loading, manifest
from toolkit.imports.errors import ImportRefused
from toolkit.imports.roster import load_list
from toolkit.imports.shipped import FOLDER, MANIFEST

BODIES = ("library 287g", "rules", "jurisdictions", "agreements", "bodies")


def content(engine: Engine) -> dict[str, str]:
    """A digest of every table, row order apart."""
    with engine.connect() as connection:
        return {
            table.name: hashlib.sha256(
                "\n".join(sorted(repr(tuple(row)) for row in connection.execute(select(table)))).encode()
            ).hexdigest()
            for table in models.Base.metadata.sorted_tables
        }


def outcomes(engine: Engine, folder: Path = FOLDER) -> dict[str, str]:
    with unit_of_work(engine, write=True):
        return {loaded.name: loaded.outcome for loaded in loading.load(TODAY, folder)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped facts to change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def test_a_second_load_changes_nothing(world: Engine) -> None:
    before = content(world)
    assert outcomes(world) == dict.fromkeys(BODIES, "unchanged")
    assert content(world) == before


def test_everything_loads_on_postgresql_and_a_second_load_changes_nothing(postgresql_url: str) -> None:
    engine = make_engine(postgresql_url)
    schema.migrate(engine)
    assert outcomes(engine) == dict.fromkeys(BODIES, "loaded")
    before = content(engine)
    assert outcomes(engine) == dict.fromkeys(BODIES, "unchanged")
    assert content(engine) == before
    engine.dispose()


def test_shipped_facts_do_not_overwrite_a_later_list(world: Engine, folder: Path) -> None:
    rows = [row(LAW_ENFORCEMENT_AGENCY=f"Frederick Police Department {number}") for number in range(1_300)]
    with unit_of_work(world, write=True):
        done = load_list.import_list(workbook(rows), "06012026.xlsx", None, TODAY, by=None, now=factories.NOW)
    assert (done.changed, done.agreements) == (True, 1_300)
    assert outcomes(world)["agreements"] == "newer kept"


def test_each_body_of_facts_is_remembered_with_its_origin(work: Session) -> None:
    known = {row.name: row for row in work.scalars(select(models.Dataset))}
    assert {name: row.rows for name, row in known.items()} == {
        "library 287g": 196,
        "rules": 51,
        "jurisdictions": 38_951,
        "agreements": 1_843,
        "bodies": 45,
    }
    assert all(row.published and row.publisher and row.url for row in known.values())


def test_only_what_changed_is_loaded(world: Engine, folder: Path) -> None:
    path = folder / "subjects/287g/glossary.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert {name for name, outcome in outcomes(world, folder).items() if outcome == "loaded"} == {
        "library 287g"
    }


def test_a_table_that_is_not_the_manifests_stops_the_load_and_nothing_changes(
    world: Engine, folder: Path
) -> None:
    before = content(world)
    entries = dict(manifest.read((folder / MANIFEST).read_bytes()))
    table = folder / entries["jurisdictions"].file
    table.write_bytes(table.read_bytes().replace(b"Frederick County", b"Fredrick County"))
    (folder / MANIFEST).write_bytes(
        (folder / MANIFEST).read_bytes().replace(entries["jurisdictions"].sha256.encode(), b"0" * 64)
    )
    with pytest.raises(ImportRefused, match="freeze"):
        outcomes(world, folder)
    assert content(world) == before


def test_towns_that_are_their_city_stay_and_say_so(work: Session) -> None:
    town = work.get_one(models.Jurisdiction, "0911037070")
    assert (town.name, town.same_as) == ("Hartford town", "0937000")
    same = select(func.count()).where(models.Jurisdiction.same_as.is_not(None))
    assert work.scalar(same) == 75


def test_only_what_is_listed_or_surely_left_is_told(work: Session) -> None:
    gone = models.Agreement.gone_by.is_not(None)
    assert work.scalar(select(func.count()).where(~gone)) == 1843
    assert work.scalar(select(func.count()).where(gone)) == 66
    frederick = work.scalars(select(models.Agreement).where(models.Agreement.geoid == "24021")).one()
    assert (str(frederick.last_listed), str(frederick.gone_by)) == ("2026-02-13", "2026-02-17")


def test_the_list_can_be_cited(work: Session) -> None:
    source = work.get_one(models.Source, "ice-participating-agencies")
    assert source.csl["issued"] == {"date-parts": [[2026, 5, 18]]}
    assert work.scalar(select(func.count()).select_from(models.RosterCount)) == 780
