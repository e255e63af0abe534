"""What was issued, and what a claim once said, cannot be changed by anybody: not by SQL, not by the ORM."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DatabaseError

from tests import factories, library_rows
from tests.samples import small
from toolkit.database import unit_of_work
from toolkit.models import (
    Approval,
    ClaimCitation,
    ClaimMove,
    ClaimRevision,
    Correction,
    Edition,
    EditionClaim,
    EditionRequest,
    Event,
    LibraryState,
    RecordRevision,
    RowIsFinal,
)

CHANGES = {
    "edition": "title = 'Other'",
    "edition_claim": "revision = 9",
    "edition_request": "code = 'Other'",
    "library_state": "packed = ''",
    "claim_revision": "text = 'Other'",
    "claim_citation": "source_id = 'law'",
    "event": "deed = 'claim.read'",
    "approval": "person_id = 2",
    "claim_move": "went_to = 'approved'",
    "correction": "sentence = 'Other'",
    "record_revision": "reason = 'Other'",
}
KEYS = {
    "edition": "code",
    "edition_claim": "code, claim_id",
    "edition_request": "key",
    "library_state": "sha256",
    "claim_revision": "id",
    "claim_citation": "revision_id, position",
    "event": "number",
    "approval": "id",
    "claim_move": "id",
    "correction": "id",
    "record_revision": "id",
}


def rows(engine: Engine, table: str) -> list[tuple[object, ...]]:
    """Everything in a table."""
    with engine.connect() as connection:
        found = connection.execute(text("SELECT * FROM " + table))
        return sorted((tuple(map(str, row)) for row in found), key=str)


def refused(engine: Engine, statement: str) -> None:
    """The database must answer this with an error and stay as it was."""
    with pytest.raises(DatabaseError, match=r"cannot be (changed|replaced)"), engine.begin() as connection:
        connection.execute(text(statement))


def test_no_row_is_updated_or_deleted(settled: Engine) -> None:
    for table, change in CHANGES.items():
        before = rows(settled, table)
        refused(settled, f"UPDATE {table} SET {change}")
        refused(settled, f"DELETE FROM {table}")
        assert rows(settled, table) == before


def test_no_row_is_replaced(settled: Engine) -> None:
    sqlite = settled.dialect.name == "sqlite"
    for table, key in KEYS.items():
        before = rows(settled, table)
        column = key.split(", ")[0]
        again = f"INSERT INTO {table} SELECT * FROM {table} "
        upsert = f"ON CONFLICT ({key}) DO UPDATE SET {column} = excluded.{column}"
        refused(settled, again.replace("INSERT", "INSERT OR REPLACE") if sqlite else again + upsert)
        assert rows(settled, table) == before


def test_no_table_is_emptied(settled: Engine) -> None:
    deed = {"sqlite": "DELETE FROM {}", "postgresql": "TRUNCATE {} CASCADE"}[settled.dialect.name]
    for table in CHANGES:
        refused(settled, deed.format(table))
    assert all(rows(settled, table) for table in CHANGES)


def test_the_orm_refuses_to_change_an_edition(settled: Engine) -> None:
    with (
        pytest.raises(RowIsFinal, match="cannot be changed"),
        unit_of_work(settled, write=True) as session,
    ):
        session.scalars(select(Edition)).one().title = "Other"
    with (
        pytest.raises(RowIsFinal, match="cannot be changed"),
        unit_of_work(settled, write=True) as session,
    ):
        session.delete(session.scalars(select(EditionClaim)).first())


def test_the_orm_refuses_to_change_what_is_only_added(settled: Engine) -> None:
    changes = {
        Event: ("deed", "claim.read"),
        Approval: ("side", "critics"),
        ClaimMove: ("comment", "Other"),
        Correction: ("sentence", "Other"),
        RecordRevision: ("reason", "Other"),
        ClaimRevision: ("text", "Other"),
        ClaimCitation: ("locator", "Other"),
        EditionRequest: ("code", "Other"),
        LibraryState: ("packed", b""),
    }
    for model, (column, value) in changes.items():
        with (
            pytest.raises(RowIsFinal, match="cannot be changed"),
            unit_of_work(settled, write=True) as session,
        ):
            setattr(session.scalars(select(model).limit(1)).one(), column, value)
    del changes[ClaimRevision]  # it has citations, which would have to go first
    for model in changes:
        with (
            pytest.raises(RowIsFinal, match="cannot be changed"),
            unit_of_work(settled, write=True) as session,
        ):
            session.delete(session.scalars(select(model).limit(1)).one())


def test_nobody_approves_their_own_words(settled: Engine) -> None:
    ann, ben = 1, 2
    with unit_of_work(settled, write=True) as session:
        theirs = library_rows.revision_row(replace(small.dossier().library.claims[0], revision=2))
        theirs.author_id = ann
        session.add(theirs)
        session.flush()
        revision_id = theirs.id
    own = f"INSERT INTO approval (revision_id, person_id, side, at) VALUES ({revision_id}, {ann}, 'any', "
    with pytest.raises(DatabaseError, match="nobody approves"), settled.begin() as connection:
        connection.execute(text(own + "'2026-11-23 15:00:00')"))
    with unit_of_work(settled, write=True) as session:
        session.add(Approval(revision_id=revision_id, person_id=ben, side="any", at=factories.NOW))


def test_a_reader_signs_once_and_for_one_side(settled: Engine) -> None:
    with unit_of_work(settled) as session:
        first = session.scalars(select(Approval)).one()
    for person_id, side in ((1, "critics"), (2, "any")):
        with pytest.raises(DatabaseError), unit_of_work(settled, write=True) as session:
            session.add(
                Approval(revision_id=first.revision_id, person_id=person_id, side=side, at=factories.NOW)
            )


def test_new_rows_still_come_in(settled: Engine) -> None:
    before = len(rows(settled, "edition_claim"))
    with unit_of_work(settled, write=True) as session:
        session.add(EditionClaim(code="27SYT-BFGHF", claim_id="c-1", revision=1, position=2))
    assert len(rows(settled, "edition_claim")) == before + 1
