"""Subjects in a table; claims, questions, terms, rules and editions know theirs; lists have keys and histories.

A key once given stays, so it is made here as on this day, not by the application. A table whose key changes is
made anew and loses its triggers; of those only ``glossary_term`` had some. The others get columns in place.
"""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

FIRST = "287g"
IN_PLACE = ("claim", "dispute", "official_question", "decision_maker", "edition")
LISTS = {"glossary_term": "term", "timeline_event": "position", "before_after": "position"}  # with their old keys
RETIRABLE = ("dispute", "official_question", *LISTS)
UNIQUE = {"glossary_term": "term", "state_policy": "state_geoid"}  # once for each subject
STATUSES = {"active": "recorded"}
LONGEST = 56  # of a key, before the number of one of several


def upgrade() -> None:
    op.create_table(
        "subject",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subject"),
    )
    for table in (*IN_PLACE, *LISTS, "state_policy"):
        op.add_column(table, sa.Column("subject", sa.String(20), server_default=FIRST, nullable=False))
    for table in RETIRABLE:
        op.add_column(table, sa.Column("retired", sa.Boolean(), server_default=sa.false(), nullable=False))
    for table in LISTS:
        op.add_column(table, sa.Column("id", sa.String(60)))
        name_rows(table)
        make_anew(table, "id", unique=UNIQUE.get(table))
    op.add_column("state_policy", sa.Column("id", sa.String(30)))
    op.execute("UPDATE state_policy SET id = state_geoid")
    make_anew("state_policy", "id", unique=UNIQUE["state_policy"])
    rename_statuses(STATUSES)
    watch("glossary_term")
    watch("subject")
    op.execute(f"UPDATE dataset SET name = 'library {FIRST}' WHERE name = 'library'")


def name_rows(table: str) -> None:
    """The key of each row: its name as part of an address; of an event its day and its longest word."""
    given: set[str] = set()
    for row in op.get_bind().execute(sa.text(f"SELECT * FROM {table} ORDER BY position")).mappings().all():
        if table == "timeline_event":
            words = f"{row['date']} {max(slug(row['event']).split('-'), key=len)}"
        else:
            words = row["term" if table == "glossary_term" else "feature"]
        stem = slug(words)[:LONGEST].strip("-")
        names = (stem, *(f"{stem}-{number}" for number in range(2, len(given) + 3)))
        key = next(name for name in names if name not in given)
        given.add(key)
        named = sa.text(f"UPDATE {table} SET id = :key WHERE position = :position")
        op.get_bind().execute(named, {"key": key, "position": row["position"]})


def slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def make_anew(table: str, key: str, *, unique: str | None = None, without: tuple[str, ...] = ()) -> None:
    """The same rows under another primary key."""
    columns = [
        sa.Column(
            each["name"],
            each["type"],
            nullable=each["nullable"] and each["name"] != key,
            server_default=sa.text(each["default"]) if each["name"] in ("subject", "retired") else None,
        )
        for each in sa.inspect(op.get_bind()).get_columns(table)
        if each["name"] not in without
    ]
    columns.sort(key=lambda column: column.name != key)
    keys: list[sa.Constraint] = [sa.PrimaryKeyConstraint(key, name=f"pk_{table}")]
    if unique:
        keys.append(sa.UniqueConstraint("subject", unique, name=f"uq_{table}_subject_{unique}"))
    names = ", ".join(f'"{column.name}"' for column in columns)
    op.execute(f"CREATE TABLE kept AS SELECT * FROM {table}")
    op.drop_table(table)
    op.create_table(table, *columns, *keys)
    op.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM kept")
    op.drop_table("kept")


def rename_statuses(names: dict[str, str]) -> None:
    table = sa.table("official_question", sa.column("id", sa.String()), sa.column("statuses", sa.JSON()))
    bind = op.get_bind()
    for key, statuses in bind.execute(sa.select(table.c.id, table.c.statuses)).all():
        renamed = [names.get(status, status) for status in statuses]
        if renamed != statuses:
            bind.execute(table.update().where(table.c.id == key).values(statuses=renamed))


def watch(table: str) -> None:
    """A row in ``ledger_change`` with every change of this table, as 0009 has it for the others."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            f"CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION remember_change()"
        )
        return
    for deed in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_changed_by_{deed.lower()} AFTER {deed} ON {table} "
            f"BEGIN DELETE FROM ledger_change; "
            f"INSERT INTO ledger_change (mark) VALUES (hex(randomblob(16))); END"
        )


def downgrade() -> None:
    """What is the first subject's stays, but for what is retired: it would print again.

    Claims of other subjects stay with their history, as drafts: no sheet of the first prints them.
    """
    op.execute(f"UPDATE claim SET printed = NULL, status = 'draft' WHERE subject <> '{FIRST}'")
    gone = f"subject <> '{FIRST}' OR retired"
    op.execute(f"DELETE FROM dispute_claim WHERE dispute_id IN (SELECT id FROM dispute WHERE {gone})")
    for table in RETIRABLE:
        op.execute(f"DELETE FROM {table} WHERE {gone}")
    for table in ("state_policy", "decision_maker"):
        op.execute(f"DELETE FROM {table} WHERE subject <> '{FIRST}'")
    rename_statuses({new: old for old, new in STATUSES.items()})
    make_anew("state_policy", "state_geoid", without=("id", "subject"))
    for table, key in LISTS.items():
        number_rows(table)
        make_anew(table, key, without=("id", "subject", "retired"))
    watch("glossary_term")
    for table in ("dispute", "official_question"):
        op.drop_column(table, "retired")
    for table in IN_PLACE:
        op.drop_column(table, "subject")
    op.drop_table("subject")
    op.execute(f"UPDATE dataset SET name = 'library' WHERE name = 'library {FIRST}'")
    op.execute("DELETE FROM dataset WHERE name LIKE 'library %'")


def number_rows(table: str) -> None:
    """Positions from 0 on, each once."""
    keys = op.get_bind().scalars(sa.text(f"SELECT id FROM {table} ORDER BY position, id")).all()
    numbered = sa.text(f"UPDATE {table} SET position = :position WHERE id = :id")
    for position, key in enumerate(keys):
        op.get_bind().execute(numbered, {"id": key, "position": position})
