"""People who keep the library, their reviews and corrections, and an event log to which rows are only added.

What printed so far goes on printing: ``claim.printed`` names the revision, whatever is being written after it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

FINAL = {
    "event": "number = NEW.number OR hash = NEW.hash",
    "approval": "id = NEW.id OR (revision_id = NEW.revision_id "
    "AND (person_id = NEW.person_id OR side = NEW.side))",
    "claim_move": "id = NEW.id",
    "correction": "id = NEW.id",
}
BY_AUTHOR = "SELECT 1 FROM claim_revision WHERE id = NEW.revision_id AND author_id = NEW.person_id"
NOT_BY_AUTHOR = "nobody approves their own words"


def upgrade() -> None:
    people()
    sign_in()
    log()
    claims()
    reviews()
    readers()
    if op.get_bind().dialect.name == "sqlite":
        triggers_on_sqlite()
    else:
        triggers_on_postgresql()


def people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("totp_secret", sa.String(64)),
        sa.Column("totp_counter", sa.Integer()),
        sa.Column("joined_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("email", name="uq_person_email"),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        person("person_id", "invitation", nullable=True),
        person("invited_by", "invitation", nullable=True),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("token_hash", name="uq_invitation_token_hash"),
    )


def sign_in() -> None:
    op.create_table(
        "passkey",
        sa.Column("credential_id", sa.LargeBinary(1023), nullable=False),
        person("person_id", "passkey"),
        sa.Column("public_key", sa.LargeBinary(2048), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.String(60), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("credential_id", name="pk_passkey"),
    )
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(64), nullable=False),
        person("person_id", "recovery_code"),
        sa.Column("used_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("code_hash", name="pk_recovery_code"),
    )
    op.create_table(
        "signed_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        person("person_id", "signed_in"),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=False),
        sa.Column("second_factor", sa.Boolean(), nullable=False),
        sa.Column("challenge", sa.LargeBinary(64)),
        sa.Column("offered_secret", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_signed_in"),
        sa.UniqueConstraint("token_hash", name="uq_signed_in_token_hash"),
    )
    for table in ("passkey", "recovery_code", "signed_in"):
        index(table, "person_id")


def log() -> None:
    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        person("person_id", "event", nullable=True),
        sa.Column("deed", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_event"),
        sa.UniqueConstraint("hash", name="uq_event_hash"),
    )
    for column in ("at", "person_id", "deed", "subject"):
        index("event", column)


def claims() -> None:
    """Columns that SQLite can add in place: making the tables anew would drop the triggers on them."""
    op.add_column("claim", sa.Column("origin", sa.String(20), server_default="starter", nullable=False))
    op.add_column("claim", sa.Column("printed", sa.Integer()))
    op.execute(
        "UPDATE claim SET status = 'approved', printed = "
        "(SELECT max(number) FROM claim_revision WHERE claim_id = claim.id) WHERE status = 'published'"
    )
    op.add_column(
        "claim_revision", person("author_id", "claim_revision", nullable=True), inline_references=True
    )
    op.add_column("claim_revision", sa.Column("reason", sa.String(400), server_default="", nullable=False))
    op.add_column("claim_revision", sa.Column("made_at", sa.DateTime()))


def reviews() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer(), nullable=False),
        revision_of("approval"),
        person("person_id", "approval"),
        sa.Column("side", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_approval"),
        sa.UniqueConstraint("revision_id", "person_id", name="uq_approval_revision_id_person_id"),
        sa.UniqueConstraint("revision_id", "side", name="uq_approval_revision_id_side"),
    )
    index("approval", "person_id")
    index("approval", "revision_id")
    op.create_table(
        "claim_move",
        sa.Column("id", sa.Integer(), nullable=False),
        claim_of("claim_move"),
        revision_of("claim_move"),
        sa.Column("came_from", sa.String(20), nullable=False),
        sa.Column("went_to", sa.String(20), nullable=False),
        person("person_id", "claim_move", nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("comment", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claim_move"),
    )
    index("claim_move", "claim_id")


def readers() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        claim_of("correction"),
        sa.Column("from_revision", sa.Integer(), nullable=False),
        sa.Column("to_revision", sa.Integer()),
        sa.Column("sentence", sa.String(400), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        person("person_id", "correction", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
    )
    index("correction", "claim_id")
    index("correction", "made_on")
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("text", sa.String(2000), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("answer", sa.String(1000)),
        person("answered_by", "suggestion", nullable=True),
        sa.Column("answered_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_suggestion"),
    )
    index("suggestion", "subject")
    op.create_table(
        "link_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "source_id",
            sa.String(60),
            sa.ForeignKey("source.id", name="fk_link_check_source_id_source"),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("status", sa.Integer()),
        sa.Column("detail", sa.String(300), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_link_check"),
    )
    index("link_check", "source_id")


def person(column: str, table: str, *, nullable: bool = False) -> sa.Column:
    """A column that names a person."""
    key = sa.ForeignKey("person.id", name=f"fk_{table}_{column}_person")
    return sa.Column(column, sa.Integer(), key, nullable=nullable)


def claim_of(table: str) -> sa.Column:
    """A column that names a claim."""
    key = sa.ForeignKey("claim.id", name=f"fk_{table}_claim_id_claim")
    return sa.Column("claim_id", sa.String(20), key, nullable=False)


def revision_of(table: str) -> sa.Column:
    """A column that names a revision."""
    key = sa.ForeignKey("claim_revision.id", name=f"fk_{table}_revision_id_claim_revision")
    return sa.Column("revision_id", sa.Integer(), key, nullable=False)


def index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])


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
    op.execute(
        f"CREATE TRIGGER approval_not_by_author BEFORE INSERT ON approval WHEN EXISTS ({BY_AUTHOR}) "
        f"BEGIN SELECT RAISE(ABORT, '{NOT_BY_AUTHOR}'); END"
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
        "CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF EXISTS ({BY_AUTHOR}) THEN RAISE EXCEPTION '{NOT_BY_AUTHOR}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER approval_not_by_author BEFORE INSERT ON approval "
        "FOR EACH ROW EXECUTE FUNCTION refuse_own_approval()"
    )


def downgrade() -> None:
    """The tables go with their triggers; what prints is again the newest revision of a published claim.

    Where newer words were being written, these would print though nobody has read them: such a claim is a draft.
    """
    for table in ("link_check", "suggestion", "correction", "claim_move", "approval"):
        op.drop_table(table)
    for column in ("made_at", "reason", "author_id"):
        op.drop_column("claim_revision", column)
    op.execute(
        "UPDATE claim SET status = CASE WHEN printed = "
        "(SELECT max(number) FROM claim_revision WHERE claim_id = claim.id) THEN 'published' ELSE 'draft' END"
    )
    op.drop_column("claim", "printed")
    op.drop_column("claim", "origin")
    for table in ("event", "signed_in", "recovery_code", "passkey", "invitation", "person"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_own_approval()")
