"""Editions of schema 2: the library that an edition was chosen from is kept once, and requests find editions.

``ledger_change`` gets a row with every change of what a sheet may say of the library, whoever makes it, so that
a process that remembers the library knows when to read it again. SQLite has one writer at a time, so the last
row is enough there; on PostgreSQL writers would wait for each other to delete one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

FINAL = {"library_state": "sha256 = NEW.sha256", "edition_request": "key = NEW.key"}
WATCHED = (
    *("claim", "claim_revision", "claim_citation", "approval", "source"),
    *("dispute", "dispute_claim", "official_question", "glossary_term", "roster", "roster_count"),
)


def upgrade() -> None:
    op.create_table(
        "library_state",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_library_state"),
    )
    op.create_table(
        "edition_request",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("code", sa.String(11), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["edition.code"], name="fk_edition_request_code_edition"),
        sa.PrimaryKeyConstraint("key", name="pk_edition_request"),
    )
    op.create_index("ix_edition_request_code", "edition_request", ["code"])
    op.create_table(
        "ledger_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_change"),
    )
    if op.get_bind().dialect.name == "sqlite":
        triggers_on_sqlite()
    else:
        triggers_on_postgresql()


def triggers_on_sqlite() -> None:
    for table, same in FINAL.items():
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} rows cannot be changed or deleted'); END"
            )
        # INSERT OR REPLACE would delete the old row without meeting the triggers above.
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} row exists and cannot be replaced'); END"
        )
    for table in WATCHED:
        for deed in ("INSERT", "UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_changed_by_{deed.lower()} AFTER {deed} ON {table} "
                f"BEGIN DELETE FROM ledger_change; "
                f"INSERT INTO ledger_change (mark) VALUES (hex(randomblob(16))); END"
            )


def triggers_on_postgresql() -> None:
    for table in FINAL:
        op.execute(
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute(
        "CREATE FUNCTION remember_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN INSERT INTO ledger_change (mark) VALUES (md5(random()::text || clock_timestamp()::text)); "
        "RETURN NULL; END $$"
    )
    for table in WATCHED:
        op.execute(
            f"CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION remember_change()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in WATCHED:
            for deed in ("insert", "update", "delete"):
                op.execute(f"DROP TRIGGER {table}_changed_by_{deed}")
    else:
        for table in WATCHED:
            op.execute(f"DROP TRIGGER {table}_changed ON {table}")
        op.execute("DROP FUNCTION remember_change()")
    for table in ("ledger_change", "edition_request", "library_state"):
        op.drop_table(table)
