"""The library is read once and remembered; it is read anew after every change of it, whoever makes it."""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event, text

from fact_sheets import snapshot
from fact_sheets.measures import enough_readers
from tests import factories, library_rows
from tests.samples import small
from tests.sweeps import sampled
from toolkit import schema
from toolkit.config import FIRST_SUBJECT, Settings
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Claim
from toolkit.publishing.issuing import editions
from toolkit.publishing.knowing.library import Remembered, library, remembered

READERS = 2
C2 = next(claim for claim in small.dossier().library.claims if claim.id == "c-2")
OTHER = replace(C2, revision=2, text="They said so.")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The small world on SQLite, then on PostgreSQL."""
    made = make_engine(database_url)
    schema.migrate(made)
    with unit_of_work(made, write=True) as session:
        factories.settle(session)
        session.add(factories.person("ann@example.org", "reviewer", id=1))
    yield made
    made.dispose()


def asked(engine: Engine) -> Remembered:
    """What is remembered in a unit of work of its own."""
    with unit_of_work(engine):
        known = remembered(READERS)
        held = library()  # and of that the claims that enough have read
        assert known.library == replace(held, claims=known.library.claims)
        assert {each.id for each in known.library.claims} == {
            each.id for each in held.claims if enough_readers(each, READERS)
        }
        assert set(map(str, known.library.claims)) <= set(map(str, held.claims))
        assert known.sha256 == snapshot.sha256_of_library(known.library)
    return known


def words_of(known: Remembered, claim_id: str = "c-2") -> str:
    """The words of one claim; none where it does not print."""
    return next((claim.text for claim in known.library.claims if claim.id == claim_id), "")


def print_other_words(engine: Engine) -> None:
    """The words of c-2 change."""
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(OTHER))
        session.get_one(Claim, "c-2").printed = 2


def test_without_a_change_it_is_the_very_same(engine: Engine) -> None:
    first = asked(engine)
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    with unit_of_work(engine):
        assert remembered(READERS) is first
    assert [each for each in statements if "claim" in each] == [], "and the claims are not read again"
    with unit_of_work(engine, write=True) as session:
        session.execute(text("UPDATE agreement SET agency = 'Another' WHERE agency LIKE 'Maryland%'"))
    assert asked(engine) is first, "what is known about places is no part of it"


def test_a_claim_that_prints_other_words_or_none_is_read_anew(engine: Engine) -> None:
    assert words_of(asked(engine)) == C2.text
    print_other_words(engine)
    assert words_of(asked(engine)) == OTHER.text
    with unit_of_work(engine, write=True) as session:
        session.get_one(Claim, "c-2").printed = None
    assert words_of(asked(engine)) == ""


# Every table that a sheet's library is read from, changed by hand past the ORM.
BY_HAND = {
    "claim": "UPDATE claim SET printed = NULL WHERE id = 's-1'",
    "claim's topic": "UPDATE claim SET topic = 'history' WHERE id = 's-1'",
    "a source": "UPDATE source SET tag = 'Another tag 2026' WHERE id = 'c1'",
    "a dispute's order": "UPDATE dispute SET position = 9 WHERE id = 'd-1'",
    "a dispute's answers": "UPDATE dispute_claim SET side = 'mixed' WHERE claim_id = 's-1'",
    "an answer less": "DELETE FROM dispute_claim WHERE claim_id = 's-1'",
    "a question": "UPDATE official_question SET text = 'Another question?' WHERE id = 'q-1'",
    "a question less": "DELETE FROM official_question WHERE id = 'q-1'",
    "a term": "UPDATE glossary_term SET definition = 'Another.' WHERE term = 'ICE'",
    "a count": "UPDATE roster_count SET agencies = 7 WHERE list_date = '2026-11-02'",
    "an older list": "UPDATE roster SET list_date = '2025-06-02'",
    "a source's record": "UPDATE source SET csl = '{\"title\": \"Another\"}' WHERE id = 'c1'",
    "an approval": (
        "INSERT INTO approval (revision_id, person_id, side, at) "
        "SELECT id, 1, 'any', '2026-11-23 15:00:00' FROM claim_revision WHERE claim_id = 'c-2'"
    ),
    "a citation more": (
        "INSERT INTO claim_citation (revision_id, position, source_id) "
        "SELECT id, 9, 'law' FROM claim_revision WHERE claim_id = 'c-2'"
    ),
}


@pytest.mark.parametrize("change", sampled(BY_HAND, 4))
def test_a_change_by_hand_is_noticed(engine: Engine, change: str) -> None:
    before = asked(engine)
    with engine.begin() as connection:
        connection.execute(text(BY_HAND[change]))
    after = asked(engine)
    assert after is not before
    assert after.sha256 != before.sha256


# Each table with as many rows as kinds of change that are told: insert, update, delete.
WATCHED = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%INTO ledger_change%'",
    "postgresql": (
        "SELECT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid, "
        "LATERAL generate_series(1, 3) AS deed "
        "WHERE proname = 'remember_change' AND tgtype & (1 << (deed + 1)) > 0"
    ),
}


def test_every_table_that_the_library_is_read_from_is_watched(engine: Engine) -> None:
    """One more that is read is one more to watch; a migration that makes one anew drops its triggers."""
    statements: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    with unit_of_work(engine) as session:
        library()
        read = set(re.findall(r"(?:FROM|JOIN) (\w+)", " ".join(statements))) - {"ledger_change"}
        watched = Counter(session.scalars(text(WATCHED[engine.dialect.name])))
    assert {"claim", "claim_revision", "source", "roster_count"} <= read
    assert {table: watched[table] for table in read} == dict.fromkeys(read, 3)


def test_a_revision_that_does_not_print_is_no_change_of_what_sheets_say(engine: Engine) -> None:
    before = asked(engine)
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(OTHER))
    assert asked(engine).sha256 == before.sha256


def test_words_that_were_never_committed_are_not_remembered(engine: Engine) -> None:
    before = asked(engine)
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(OTHER))
        session.get_one(Claim, "c-2").printed = 2
        assert words_of(remembered(READERS)) == OTHER.text, "who changes it sees it changed"
        session.rollback()
    assert words_of(asked(engine)) == C2.text
    assert asked(engine).sha256 == before.sha256
    print_other_words(engine)
    assert words_of(asked(engine)) == OTHER.text


def test_who_writes_and_who_reads_at_once_see_each_their_own(postgresql_url: str) -> None:
    """On PostgreSQL readers go on while somebody writes; SQLite lets them wait."""
    engine = make_engine(postgresql_url)
    schema.migrate(engine)
    with unit_of_work(engine, write=True) as session:
        factories.settle(session)
    with ThreadPoolExecutor(1) as other, unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(OTHER))
        session.get_one(Claim, "c-2").printed = 2
        for _ in range(3):
            assert words_of(remembered(READERS)) == OTHER.text
            assert words_of(other.submit(asked, engine).result()) == C2.text
    assert words_of(asked(engine)) == OTHER.text
    engine.dispose()


def test_an_order_keeps_to_the_library_that_it_was_made_from(postgresql_url: str, settings: Settings) -> None:
    """On PostgreSQL each question sees what was committed before it."""
    engine = make_engine(postgresql_url)
    schema.migrate(engine)
    with unit_of_work(engine, write=True) as session:
        factories.settle(session)
    writer = make_engine(postgresql_url)
    changed: list[str] = []

    def change(*call: object) -> None:
        if "FROM glossary_term" in str(call[2]) and not changed:  # the claims have been read by then
            changed.append("c-2")
            print_other_words(writer)

    event.listen(engine, "before_cursor_execute", change)
    with unit_of_work(engine):
        order = editions._order("24021", small.TODAY, settings, None, FIRST_SUBJECT)
    assert changed
    assert snapshot.sha256_of_library(order.dossier.library) == order.library
    assert words_of(asked(engine)) == OTHER.text
    for each in (engine, writer):
        each.dispose()


def test_each_number_of_readers_has_its_own(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as session:
        row = library_rows.revision_row(OTHER)
        row.author_id = 1
        session.add(row)
        session.get_one(Claim, "c-2").printed = 2
        session.add(factories.person("ben@example.org", "reviewer", id=2))
        session.flush()
        approve = "INSERT INTO approval (revision_id, person_id, side, at) VALUES (:id, 2, 'any', :at)"
        session.execute(text(approve), {"id": row.id, "at": "2026-11-23 15:00:00"})
    with unit_of_work(engine):
        for _ in range(2):
            assert words_of(remembered(1)) == OTHER.text
            assert words_of(remembered(2)) == ""
