"""Two hundred jurisdictions of every kind and all states and territories have a sheet that passes the gate.

They are chosen by a method anybody can repeat: of each kind, those whose GEOID has the lowest sha256.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, Engine, func, select

from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.documents.full_sheet.fit import fits
from tests.sweeps import sampled
from toolkit.config import Settings
from toolkit.database import make_engine, session, unit_of_work
from toolkit.models import Agreement, Jurisdiction, JurisdictionCounty
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.knowing.dossiers import assemble
from toolkit.publishing.rendering.renderers import Renderers

ON = date(2026, 11, 26)  # all of the shipped library is within its review dates
PARTS = 8
PRINTED = 10
SEVERAL_COUNTIES = (
    select(JurisdictionCounty.geoid)
    .group_by(JurisdictionCounty.geoid)
    .having(func.count() > 1)
    .scalar_subquery()
)
SIGNED = (
    select(Agreement.geoid).where(Agreement.gone_by.is_(None), Agreement.geoid.is_not(None)).scalar_subquery()
)
LEFT = (
    select(Agreement.geoid)
    .where(Agreement.gone_by.is_not(None), Agreement.geoid.is_not(None))
    .scalar_subquery()
)
kind, governs, named = Jurisdiction.kind, Jurisdiction.has_government, Jurisdiction.designation
# Which jurisdictions, and how many of them: 200 in all.
KINDS: dict[str, tuple[ColumnElement[bool], int]] = {
    "county": ((kind == "county") & governs, 40),
    "county without government": ((kind == "county") & ~governs, 15),
    "independent city": ((kind == "county") & (named == "city"), 10),
    "county with agreements": ((kind == "county") & Jurisdiction.geoid.in_(SIGNED), 25),
    "place": (kind == "place", 40),
    "place with agreements": ((kind == "place") & Jurisdiction.geoid.in_(SIGNED), 20),
    "place in several counties": ((kind == "place") & Jurisdiction.geoid.in_(SEVERAL_COUNTIES), 10),
    "town or township": (kind == "county_subdivision", 30),
    "one that left the list": (Jurisdiction.geoid.in_(LEFT), 10),
}
NOT_LISTED = "US"


def chosen() -> list[str]:
    """The GEOIDs, each once: the states, then of each kind the first by hash that are not chosen yet."""
    found = list(session().scalars(select(Jurisdiction.geoid).where(kind == "state")))
    for condition, number in KINDS.values():
        known = set(found)
        others = session().scalars(select(Jurisdiction.geoid).where(condition))
        ranked = sorted(set(others) - known, key=lambda geoid: sha256(geoid.encode()).digest())
        found += ranked[:number]
    return [*found, NOT_LISTED]


@pytest.fixture(scope="module")
def loaded(loaded_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """All shipped facts, in a database that this file may write to."""
    engine = make_engine(
        f"sqlite:///{shutil.copy(loaded_database, tmp_path_factory.mktemp('places') / 'all')}"
    )
    yield engine
    engine.dispose()


@pytest.fixture
def room(loaded: Engine, renderers: Renderers, tmp_path: Path) -> PressRoom:
    """A press room on all shipped facts."""
    return PressRoom(Settings(instance_dir=tmp_path), loaded, Shelf(tmp_path / "shelf"), renderers)


def test_the_choice_is_of_every_kind_and_large_enough(loaded: Engine) -> None:
    with unit_of_work(loaded):
        found = chosen()
    assert len(found) == len(set(found)) == 56 + 200 + 1
    assert {len(geoid) for geoid in found} == {2, 5, 7, 10}


@pytest.mark.parametrize("part", sampled(range(PARTS), every=PARTS))
def test_each_has_a_balanced_sheet_that_fits(room: PressRoom, part: int) -> None:
    with unit_of_work(room.engine):
        mine = chosen()[part::PARTS]
        dossiers = {geoid: assemble(geoid, ON, room.settings) for geoid in mine}
    for geoid, dossier in dossiers.items():
        sheet = compose(dossier)
        room_left = min(fits(sheet).side_one.left, fits(sheet).side_two.left)
        # A line a side is kept in reserve for what breaks once more on paper; a full sheet may begin it.
        assert (geoid, sheet.standing, room_left > -sheet.paper.type.body.leading) == (
            geoid,
            "balanced",
            True,
        )


@pytest.mark.parametrize("part", sampled(range(PARTS), every=PARTS))
def test_some_of_each_kind_are_issued(room: PressRoom, part: int) -> None:
    """Every tenth is also printed: a second of work each."""
    with unit_of_work(room.engine):
        mine = chosen()[::PRINTED][part::PARTS]
    issued = {geoid: editions.issue(room, geoid, on=ON) for geoid in mine}
    assert {geoid: edition.standing for geoid, edition in issued.items()} == dict.fromkeys(mine, "balanced")
    assert all(room.shelf.read(edition.pdf_sha256) for edition in issued.values())
