"""Both databases hold the same facts, give the same edition, and let only one of two processes record it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from fact_sheets import codes
from tests import factories, library_rows
from tests.samples import small
from toolkit.config import Settings
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Claim, Correction, Edition
from toolkit.publishing.correcting.edition_page import edition_page
from toolkit.publishing.correcting.standing import standing
from toolkit.publishing.finding.search import search
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.once import Once
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.issuing.verification import verify
from toolkit.publishing.knowing import corrections
from toolkit.publishing.rendering.renderers import Renderers

ON = small.TODAY
PLACE = "24021"


@pytest.fixture
def engine(migrated: Engine) -> Engine:
    """The small world on SQLite, then on PostgreSQL."""
    with unit_of_work(migrated, write=True) as session:
        factories.settle(session)
    return migrated


@pytest.fixture
def room(engine: Engine, settings: Settings, renderers: Renderers) -> PressRoom:
    """A press room on it."""
    return PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)


def test_the_facts_are_the_same_bytes(engine: Engine, settings: Settings, small_world: str) -> None:
    of_file = make_engine(f"sqlite:///{small_world}")
    gathered = []
    for each in (engine, of_file):
        with unit_of_work(each):
            gathered.append(editions.file_of(PLACE, ON, settings))
    of_file.dispose()
    assert gathered[0] == gathered[1]


def test_two_processes_at_once_leave_one_edition(room: PressRoom) -> None:
    processes = [replace(room, once=Once()) for _ in range(2)]
    with ThreadPoolExecutor(2) as both:
        found = set(both.map(lambda each: editions.issue(each, PLACE, on=ON).code, processes))
    with unit_of_work(room.engine) as session:
        assert session.scalar(select(func.count()).select_from(Edition)) == len(found) == 1
        assert list(verify(room.shelf)) == [(*found, None)]


def test_an_edition_is_found_and_judged(room: PressRoom) -> None:
    code = editions.issue(room, PLACE, on=ON).code
    newer = replace(small.dossier().library.claims[0], revision=2, text="Federal law makes nobody join.")
    with unit_of_work(room.engine, write=True) as session:
        session.add(library_rows.revision_row(newer))
        session.get_one(Claim, newer.id).printed = 2
    with unit_of_work(room.engine):
        edition = editions.find(codes.normalise(code.lower()))
        assert edition is not None
        assert standing(edition, ON).state == "changed"


def test_places_are_found(engine: Engine) -> None:
    with unit_of_work(engine):
        assert search("fredrick county")[0].geoid == PLACE


def test_corrections_are_read_alike(room: PressRoom) -> None:
    code = editions.issue(room, PLACE, on=ON).code
    claim = next(claim for claim in small.dossier().library.claims if claim.id == "c-2")
    with unit_of_work(room.engine, write=True) as session:
        session.add(library_rows.revision_row(replace(claim, revision=2, text="They said so.")))
        session.get_one(Claim, "c-2").printed = None
        for to, day in ((None, 0), (2, 1)):
            session.add(
                Correction(
                    claim_id="c-2",
                    from_revision=1,
                    to_revision=to,
                    sentence=f"Day {day}.",
                    made_on=ON + timedelta(days=day),
                )
            )
            session.flush()
    with unit_of_work(room.engine):
        assert [entry.notice.kind for entry in corrections.newest()] == ["prints again", "withdrawn"]
        assert [(entry.today, entry.editions) for entry in corrections.newest()] == [
            ("They said so.", 1),
            (None, 1),
        ]
        page = edition_page(code, ON)
        assert page is not None
        (change,) = page.changes
        assert (page.state, [notice.sentence for notice in change.notices]) == (
            "withdrawn",
            ["Day 1.", "Day 0."],
        )
