"""The same order is answered without choosing anew; other libraries may lead to the same edition."""

import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select, text, update

from fact_sheets import snapshot
from fact_sheets.dossier import Dossier
from tests import factories, library_rows
from tests.samples import small
from toolkit import schema
from toolkit.config import FIRST_SUBJECT, Settings
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Base, Claim, Edition, EditionRequest, LibraryState
from toolkit.publishing.errors import RenderFailed
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.once import Once
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.shelf import Shelf
from toolkit.publishing.issuing.verification import verify
from toolkit.publishing.rendering.renderers import Renderers

ON = small.TODAY
PLACE = "24021"
NEVADAN = replace(
    small.FACTS[0], id="f-9", topic="history", scope=replace(small.FACTS[0].scope, states=("32",))
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The small world on SQLite, then on PostgreSQL."""
    made = make_engine(database_url)
    schema.migrate(made)
    with unit_of_work(made, write=True) as session:
        factories.settle(session)
    yield made
    made.dispose()


@pytest.fixture
def room(engine: Engine, settings: Settings, renderers: Renderers) -> PressRoom:
    """A press room on it."""
    return PressRoom(settings, engine, Shelf(settings.shelf_dir), renderers)


@pytest.fixture
def closed(room: PressRoom) -> Iterator[PressRoom]:
    """The same room where nothing can be printed: its renderers are programs that end at once."""
    with Renderers(room.settings, workers=1, program=["false"]) as broken:
        yield replace(room, renderers=broken, once=Once())


def counted(room: PressRoom, table: type[Base]) -> int:
    """How many rows a table has."""
    with unit_of_work(room.engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def counts(room: PressRoom) -> tuple[int, int, int]:
    """Editions, requests and libraries."""
    return counted(room, Edition), counted(room, EditionRequest), counted(room, LibraryState)


def add_elsewhere(engine: Engine) -> None:
    """A claim about Nevada joins the library."""
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.claim_row(NEVADAN))


def refuse_to_choose(dossier: Dossier) -> Dossier:
    """What must not be called."""
    raise AssertionError(f"{dossier.local.place.label} was chosen anew")


def test_the_same_order_is_answered_without_choosing_or_printing(
    closed: PressRoom, room: PressRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = editions.issue(room, PLACE, on=ON)
    monkeypatch.setattr(editions, "choose", refuse_to_choose)
    monkeypatch.setattr(editions, "compose", refuse_to_choose)
    assert editions.issue(closed, PLACE, on=ON).code == first.code
    assert counts(room) == (1, 1, 1)
    with pytest.raises(AssertionError, match="chosen anew"):
        editions.issue(closed, PLACE, on=ON + timedelta(days=1))


def test_another_library_that_prints_the_same_is_the_same_edition_and_another_order(
    closed: PressRoom, room: PressRoom
) -> None:
    first = editions.issue(room, PLACE, on=ON)
    add_elsewhere(room.engine)
    assert editions.issue(closed, PLACE, on=ON).code == first.code, "nothing had to be printed"
    assert counts(room) == (1, 2, 2)
    assert editions.issue(closed, PLACE, on=ON).code == first.code
    assert counts(room) == (1, 2, 2)
    with pytest.raises(RenderFailed):
        editions.issue(closed, PLACE, on=ON + timedelta(days=1))
    assert counts(room) == (1, 2, 2), "what fails leaves nothing"
    with unit_of_work(room.engine):
        assert list(verify(room.shelf)) == [(first.code, None)]


def test_words_that_print_are_another_edition(room: PressRoom) -> None:
    first = editions.issue(room, PLACE, on=ON)
    with unit_of_work(room.engine, write=True) as session:
        printed = session.get_one(Edition, first.code).claims[0].claim_id
        known = next(claim for claim in small.dossier().library.claims if claim.id == printed)
        words = known.text.replace(" not ", " not at all ") + " So it is."
        session.add(library_rows.revision_row(replace(known, revision=2, text=words)))
        session.get_one(Claim, printed).printed = 2
    assert editions.issue(room, PLACE, on=ON).code != first.code
    assert counts(room) == (2, 2, 2)


def test_another_place_day_or_side_is_another_order_of_one_library(room: PressRoom) -> None:
    editions.issue(room, PLACE, on=ON, first_side="critics")
    editions.issue(room, PLACE, on=ON, first_side="supporters")
    editions.issue(room, "2430325", on=ON)
    editions.issue(room, PLACE, on=ON + timedelta(days=1), first_side="critics")
    assert counts(room) == (4, 4, 1)
    with unit_of_work(room.engine) as session:
        (state,) = session.scalars(select(LibraryState))
        files = session.scalars(select(Edition.dossier_json)).all()
        assert {snapshot.library_of_file(file.encode()) for file in files} == {state.sha256}
        kept = zlib.decompress(state.packed)
        assert kept == snapshot.library_json(
            editions._order(PLACE, ON, room.settings, None, FIRST_SUBJECT).dossier.library
        )
        assert len(state.packed) < len(kept)


def test_two_orders_at_once_that_print_the_same_leave_one_edition(room: PressRoom) -> None:
    """Two processes, each with the library of another moment."""
    with unit_of_work(room.engine):
        before = editions._order(PLACE, ON, room.settings, None, FIRST_SUBJECT)
    add_elsewhere(room.engine)
    with unit_of_work(room.engine):
        after = editions._order(PLACE, ON, room.settings, None, FIRST_SUBJECT)
    assert before.key != after.key
    processes = [(replace(room, once=Once()), order) for order in (before, after)]
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda each: editions._make(*each), processes))
    assert counts(room) == (1, 2, 2)
    with unit_of_work(room.engine):
        assert [wrong for _, wrong in verify(room.shelf)] == [None]
        answers = {editions._answer(order).code for order in (before, after)}  # type: ignore[union-attr]
    assert len(answers) == 1


def test_who_ask_at_once_for_one_order_are_answered_alike(room: PressRoom) -> None:
    processes = [replace(room, once=Once()) for _ in range(2)]
    with ThreadPoolExecutor(12) as askers:
        codes = set(askers.map(lambda n: editions.issue(processes[n % 2], PLACE, on=ON).code, range(12)))
    assert (len(codes), counts(room)) == (1, (1, 1, 1))


DAMAGES = {
    "cut short": lambda packed: packed[:-9],
    "of another library": lambda packed: zlib.compress(zlib.decompress(packed).replace(b"law", b"saw")),
    "empty": lambda packed: b"",
}
UNLOCK = {
    "sqlite": [
        "DROP TRIGGER library_state_no_update",
        "DROP TRIGGER library_state_no_delete",
    ],
    "postgresql": ["DROP TRIGGER library_state_immutable ON library_state"],
}


def damage(engine: Engine, sha256: str, packed: bytes | None) -> None:
    """Whoever owns the database can take the triggers away."""
    with engine.begin() as connection:
        for statement in UNLOCK[engine.dialect.name]:
            connection.execute(text(statement))
        table = LibraryState.__table__
        if packed is None:
            connection.execute(table.delete().where(LibraryState.sha256 == sha256))
        else:
            changed = update(LibraryState).where(LibraryState.sha256 == sha256)
            connection.execute(changed.values(packed=packed))


@pytest.mark.parametrize("kind", [*DAMAGES, "gone"])
def test_a_library_that_is_damaged_or_missing_is_found(room: PressRoom, kind: str) -> None:
    damaged = editions.issue(room, PLACE, on=ON)
    with unit_of_work(room.engine) as session:
        (state,) = session.scalars(select(LibraryState))
        sha256, packed = state.sha256, state.packed
    add_elsewhere(room.engine)
    whole = editions.issue(room, "2430325", on=ON)
    damage(room.engine, sha256, DAMAGES[kind](packed) if kind in DAMAGES else None)
    with unit_of_work(room.engine):
        verdicts = dict(verify(room.shelf))
    assert verdicts[whole.code] is None
    assert verdicts[damaged.code] == (
        "The library that it was chosen from is damaged. Restore the database from a backup."
    )
