"""Issued editions and claim revisions cannot be changed or deleted, whoever holds the database.

The ORM refuses too; these triggers stand against SQL written by hand.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

TABLES = ("edition", "edition_claim", "claim_revision", "claim_citation")
KEYS = {
    "edition": "code = NEW.code OR dossier_sha256 = NEW.dossier_sha256",
    "edition_claim": "code = NEW.code AND claim_id = NEW.claim_id",
    "claim_revision": "id = NEW.id OR (claim_id = NEW.claim_id AND number = NEW.number)",
    "claim_citation": "revision_id = NEW.revision_id AND position = NEW.position",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for deed in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} rows cannot be changed or deleted'); END"
                )
            # INSERT OR REPLACE would delete the old row without meeting the triggers above.
            op.execute(
                f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {KEYS[table]}) "
                f"BEGIN SELECT RAISE(ABORT, '{table} row exists and cannot be replaced'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% rows cannot be changed or deleted', TG_TABLE_NAME; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for deed in ("update", "delete", "replace"):
                op.execute(f"DROP TRIGGER {table}_no_{deed}")
        return
    for table in TABLES:
        op.execute(f"DROP TRIGGER {table}_immutable ON {table}")
        op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")
    op.execute("DROP FUNCTION refuse_change()")
