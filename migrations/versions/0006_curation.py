"""What curation keeps: the newest revision of a claim, its public sentence, the history of other records, uploads."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    claims()
    records()
    if op.get_bind().dialect.name == "sqlite":
        triggers_on_sqlite()
    else:
        triggers_on_postgresql()


def claims() -> None:
    """Columns that SQLite can add in place: making the tables anew would drop the triggers on them."""
    op.add_column("claim", sa.Column("newest", sa.Integer(), server_default="1", nullable=False))
    op.execute(
        "UPDATE claim SET newest = COALESCE("
        "(SELECT max(number) FROM claim_revision WHERE claim_id = claim.id), 1)"
    )
    op.add_column("claim_revision", sa.Column("kind", sa.String(10)))
    op.add_column("claim_revision", sa.Column("questions", sa.JSON()))
    op.add_column("claim_revision", sa.Column("notice", sa.String(400)))
    op.add_column("claim_revision", sa.Column("words_from", sa.Integer()))
    op.add_column("source", sa.Column("funding", sa.String(300)))
    op.add_column("source", sa.Column("archive_url", sa.String(600)))
    op.add_column("link_check", sa.Column("url", sa.String(600), server_default="", nullable=False))
    op.add_column("public_body", sa.Column("review_by", sa.Date()))


def records() -> None:
    op.create_table(
        "record_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(30), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        person("record_revision", nullable=True),
        sa.Column("reason", sa.String(400), nullable=False),
        sa.Column("made_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_record_revision"),
        sa.UniqueConstraint("noun", "key", "number", name="uq_record_revision_noun_key_number"),
    )
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        person("upload", nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_upload"),
    )
    op.create_index("ix_upload_person_id", "upload", ["person_id"])


def person(table: str, *, nullable: bool) -> sa.Column:
    """A column that names a person."""
    key = sa.ForeignKey("person.id", name=f"fk_{table}_person_id_person")
    return sa.Column("person_id", sa.Integer(), key, nullable=nullable)


def triggers_on_sqlite() -> None:
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER record_revision_no_{deed.lower()} BEFORE {deed} ON record_revision "
            f"BEGIN SELECT RAISE(ABORT, 'record_revision rows cannot be changed or deleted'); END"
        )
    # INSERT OR REPLACE would delete the old row without meeting the triggers above.
    op.execute(
        "CREATE TRIGGER record_revision_no_replace BEFORE INSERT ON record_revision WHEN EXISTS "
        "(SELECT 1 FROM record_revision WHERE id = NEW.id "
        "OR (noun = NEW.noun AND key = NEW.key AND number = NEW.number)) "
        "BEGIN SELECT RAISE(ABORT, 'record_revision row exists and cannot be replaced'); END"
    )


def triggers_on_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER record_revision_immutable BEFORE UPDATE OR DELETE ON record_revision "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER record_revision_no_truncate BEFORE TRUNCATE ON record_revision "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def downgrade() -> None:
    op.drop_table("upload")
    op.drop_table("record_revision")
    op.drop_column("public_body", "review_by")
    op.drop_column("link_check", "url")
    for column in ("archive_url", "funding"):
        op.drop_column("source", column)
    for column in ("words_from", "notice", "questions", "kind"):
        op.drop_column("claim_revision", column)
    op.drop_column("claim", "newest")
