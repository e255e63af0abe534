"""Every migration goes up and down on both databases and loses no row; the models are what they make."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select, text

from toolkit import schema
from toolkit.models import Base


def versions() -> ScriptDirectory:
    """The migrations in the repository."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    return ScriptDirectory.from_config(config)


REVISIONS = [script.revision for script in reversed(list(versions().walk_revisions()))]


def counts(engine: Engine) -> dict[str, int]:
    """Rows of every table of ours that is there."""
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name in there
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


@pytest.mark.parametrize("revision", REVISIONS)
def test_down_to_each_revision_and_up_again_gives_the_same_shape(engine: Engine, revision: str) -> None:
    schema.migrate(engine)
    before = shape(engine)
    schema.migrate(engine, revision, down=True)
    assert schema.current(engine) == revision
    schema.migrate(engine)
    assert shape(engine) == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_down_to_each_revision_and_up_again_keeps_every_row(settled: Engine, revision: str) -> None:
    before = counts(settled)
    assert min(before[table] for table in ("jurisdiction", "claim_revision", "edition", "edition_claim")) > 0
    schema.migrate(settled, revision, down=True)
    kept = counts(settled)
    assert kept == {table: before[table] for table in kept}
    schema.migrate(settled)
    assert counts(settled) == {table: kept.get(table, 0) for table in before}


def test_what_printed_goes_on_printing(settled: Engine) -> None:
    with settled.begin() as connection:
        connection.execute(text("UPDATE claim SET status = 'draft', printed = NULL WHERE id = 's-1'"))
    stands = "SELECT id, status, printed FROM claim ORDER BY id"
    with settled.connect() as connection:
        before = connection.execute(text(stands)).all()
    schema.migrate(settled, "0002", down=True)
    with settled.connect() as connection:
        old = dict(connection.execute(text("SELECT id, status FROM claim")).all())  # type: ignore[arg-type]
    assert {status for claim, status in old.items() if claim != "s-1"} == {"published"}
    assert old["s-1"] == "draft"
    schema.migrate(settled)
    with settled.connect() as connection:
        assert connection.execute(text(stands)).all() == before


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
