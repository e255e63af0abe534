"""Every migration goes up and down on both databases and loses no row; the models are what they make."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select, text

from tests.sweeps import sampled
from toolkit import schema
from toolkit.models import Base


def versions() -> ScriptDirectory:
    """The migrations in the repository."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    return ScriptDirectory.from_config(config)


# What tells that rows have changed is changed by every step that touches them.
KEPT = [table for table in Base.metadata.sorted_tables if table.name != "ledger_change"]
REVISIONS = [script.revision for script in reversed(list(versions().walk_revisions()))]


def counts(engine: Engine) -> dict[str, int]:
    """Rows of every table of ours that is there."""
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in KEPT
            if table.name in there
        }


def contents(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table of the newest schema."""
    with engine.connect() as connection:
        return {
            table.name: sorted(str(tuple(row)) for row in connection.execute(select(table))) for table in KEPT
        }


def shape(engine: Engine) -> dict[str, object]:
    """Everything that can be told of the schema: columns, indexes, keys, and the triggers."""
    found = inspect(engine)
    tables: dict[str, object] = {
        table: (
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in found.get_columns(table)
            ],
            sorted(str(index) for index in found.get_indexes(table)),
            sorted(str(key) for key in found.get_foreign_keys(table)),
        )
        for table in found.get_table_names()
    }
    with engine.connect() as connection:
        tables["triggers"] = sorted(connection.scalars(text(TRIGGERS[engine.dialect.name])))
    return tables


TRIGGERS = {
    "sqlite": "SELECT name || ' ' || sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
}


def test_there_is_one_head_and_the_numbers_have_no_gap() -> None:
    assert len(versions().get_heads()) == 1
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_file_is_named_for_its_number_and_says_why(revision: str) -> None:
    script = versions().get_revision(revision)
    assert re.fullmatch(rf"{revision}_[a-z0-9_]+\.py", Path(script.path).name)
    assert script.doc


def test_the_models_are_what_the_migrations_make(engine: Engine) -> None:
    schema.migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("revision", sampled(reversed(REVISIONS), 5))
def test_down_to_each_revision_and_up_again_gives_the_same_shape(engine: Engine, revision: str) -> None:
    schema.migrate(engine)
    before = shape(engine)
    schema.migrate(engine, revision, down=True)
    assert schema.current(engine) == revision
    schema.migrate(engine)
    assert shape(engine) == before


@pytest.mark.parametrize("revision", sampled(reversed(REVISIONS), 5))
def test_down_to_each_revision_and_up_again_keeps_every_row(settled: Engine, revision: str) -> None:
    before = contents(settled)
    assert [table for table, rows in before.items() if not rows] == []
    schema.migrate(settled, revision, down=True)
    kept = counts(settled)
    assert kept == {table: len(before[table]) for table in kept}
    schema.migrate(settled)
    after = contents(settled)
    assert {table: len(rows) for table, rows in after.items()} == {
        table: kept.get(table, 0) for table in before
    }
    if revision == REVISIONS[-1]:
        assert after == before


def test_claims_are_what_they_were_after_a_step_down_and_up(settled: Engine) -> None:
    """0006 adds columns to these tables; the rest stays, and the newest revision is found again."""
    before = contents(settled)
    schema.migrate(settled, "0005", down=True)
    schema.migrate(settled)
    after = contents(settled)
    tables = ("claim", "claim_revision", "claim_citation", "approval", "claim_move", "correction", "event")
    assert {table: after[table] for table in tables} == {table: before[table] for table in tables}


def test_what_printed_goes_on_printing(settled: Engine) -> None:
    with settled.begin() as connection:
        connection.execute(text("UPDATE claim SET status = 'draft', printed = NULL WHERE id = 's-1'"))
    stands = "SELECT id, status, printed FROM claim ORDER BY id"
    with settled.connect() as connection:
        before = connection.execute(text(stands)).all()
    schema.migrate(settled, "0002", down=True)
    with settled.connect() as connection:
        old = dict(connection.execute(text("SELECT id, status FROM claim")).all())  # type: ignore[arg-type]
    # s-1 prints nothing; the newest words of c-2 were never approved, and the old schema prints the newest.
    assert {claim for claim, status in old.items() if status == "draft"} == {"s-1", "c-2"}
    assert set(old.values()) == {"draft", "published"}
    schema.migrate(settled)
    with settled.connect() as connection:
        after = connection.execute(text(stands)).all()
    assert set(after) - set(before) == {("c-2", "draft", None)}
    assert set(before) - set(after) == {("c-2", "draft", 1)}


def test_down_to_the_base_leaves_nothing_and_up_starts_afresh(settled: Engine) -> None:
    before = shape(settled)
    schema.migrate(settled, "base", down=True)
    assert inspect(settled).get_table_names() == ["alembic_version"]
    assert shape(settled)["triggers"] == []
    schema.migrate(settled)
    assert shape(settled) == before
    assert set(counts(settled).values()) == {0}


def test_migrating_a_current_database_changes_nothing(settled: Engine) -> None:
    before = shape(settled), counts(settled)
    schema.migrate(settled)
    assert (shape(settled), counts(settled)) == before


def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was(engine: Engine) -> None:
    schema.migrate(engine, "0001")
    with engine.begin() as connection:
        # The last thing that 0002 makes is there already, so 0002 fails after most of its work.
        connection.execute(text(BLOCKS[engine.dialect.name]))
    before = shape(engine)
    with pytest.raises(Exception, match="already exists"):
        schema.migrate(engine)
    assert schema.current(engine) == "0001"
    assert shape(engine) == before


BLOCKS = {
    "sqlite": "CREATE TRIGGER claim_citation_no_replace INSERT ON claim_citation BEGIN SELECT 1; END",
    "postgresql": "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
    "CREATE TRIGGER claim_citation_no_truncate BEFORE TRUNCATE ON claim_citation EXECUTE FUNCTION nothing()",
}


def test_subjects_come_and_go_and_what_is_the_first_ones_stays(settled: Engine) -> None:
    """0010 gives keys to lists; on the way down what is another subject's, or retired, prints nowhere."""
    schema.migrate(settled, "0009", down=True)
    with settled.begin() as connection:
        connection.execute(
            text("UPDATE official_question SET statuses = '[\"active\", \"pending\"]' WHERE id = 'q-2'")
        )
        before = connection.execute(text("SELECT term, position FROM glossary_term ORDER BY position")).all()
    schema.migrate(settled)
    with settled.begin() as connection:
        keys = connection.scalars(text("SELECT id FROM glossary_term ORDER BY position")).all()
        assert keys[:2] == ["287-g-agreement", "jail-enforcement-model-jem"]
        assert connection.scalars(text("SELECT id FROM timeline_event")).all() == ["1996-began"]
        assert "recorded" in str(
            connection.scalar(text("SELECT statuses FROM official_question WHERE id = 'q-2'"))
        )
        connection.execute(text("UPDATE dispute SET subject = 'other' WHERE id = 'd-1'"))
        connection.execute(text("UPDATE claim SET subject = 'other' WHERE id = 's-1'"))
        connection.execute(
            text(
                "INSERT INTO glossary_term (id, subject, position, term, definition, sources) "
                "VALUES ('other-ice', 'other', 0, 'ICE', 'Frozen water.', '[]')"
            )
        )
    schema.migrate(settled, "0009", down=True)
    with settled.connect() as connection:
        after = connection.execute(text("SELECT term, position FROM glossary_term ORDER BY position")).all()
        assert after == before
        assert connection.scalars(text("SELECT id FROM dispute ORDER BY id")).all() == ["d-2", "d-3", "d-4"]
        assert connection.execute(text("SELECT printed, status FROM claim WHERE id = 's-1'")).one() == (
            None,
            "draft",
        )
        assert connection.scalar(text("SELECT count(*) FROM claim_revision WHERE claim_id = 's-1'")) == 1
        assert "active" in str(
            connection.scalar(text("SELECT statuses FROM official_question WHERE id = 'q-2'"))
        )


def test_a_change_of_a_table_that_was_made_anew_is_remembered(settled: Engine) -> None:
    newest = text("SELECT mark FROM ledger_change ORDER BY id DESC LIMIT 1")
    for change in ("UPDATE glossary_term SET position = position + 1", "DELETE FROM subject"):
        with settled.begin() as connection:
            before = connection.scalar(newest)
            connection.execute(text(change))
            assert connection.scalar(newest) != before
