"""The register knows its subject; an agreement has a key for good, a standing, and is counted by model as data.

A key once given stays, so it is made here as the application made it on this day, not by the application.
"""

import json
import re
import unicodedata
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

SUBJECT = "287g"
LIST_SOURCE = "ice-participating-agencies"
COUNTED = {"task_force": "TFM", "jail": "JEM", "warrant": "WSO"}
SHORTENED = {
    **{"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"},
    **{"twp": "township", "boro": "borough"},
}
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l"})


def upgrade() -> None:
    with op.batch_alter_table("agreement") as batch:
        batch.add_column(subject())
        batch.add_column(sa.Column("key", sa.String(240)))
        batch.add_column(sa.Column("standing", sa.String(15)))
    name_agreements()
    with op.batch_alter_table("agreement") as batch:
        batch.alter_column("key", existing_type=sa.String(240), nullable=False)
        batch.alter_column("standing", existing_type=sa.String(15), nullable=False)
        batch.drop_index("ix_agreement_state_last")
        batch.create_index("ix_agreement_state_last", ["subject", "state_code", "last_listed"])
        batch.create_unique_constraint("uq_agreement_subject_key", ["subject", "key"])
    with op.batch_alter_table("roster") as batch:
        batch.add_column(subject())
        batch.add_column(sa.Column("source_id", sa.String(60), server_default=LIST_SOURCE, nullable=False))
        batch.drop_index("ix_roster_list_date")
        batch.create_index("ix_roster_subject_list_date", ["subject", "list_date"])
    with op.batch_alter_table("roster") as batch:
        batch.alter_column("source_id", existing_type=sa.String(60), server_default=None)
    counts = rows("SELECT * FROM roster_count")
    op.drop_table("roster_count")
    table = op.create_table(
        "roster_count",
        subject(),
        *count_columns(),
        sa.Column("by_model", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "list_date", name="pk_roster_count"),
    )
    for count in counts:
        count["by_model"] = {model: count.pop(column) for column, model in COUNTED.items()}
    insert(table, counts)


def subject() -> sa.Column:
    return sa.Column("subject", sa.String(20), server_default=SUBJECT, nullable=False)


def count_columns() -> list[sa.Column]:
    """What a count has before and after."""
    numbers = ("agreements", "agencies", "states")
    return [
        sa.Column("list_date", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers),
    ]


def name_agreements() -> None:
    """The key of each row; where a list had the same agreement twice, the later row's ends in ":2"."""
    given: dict[str, int] = {}
    update = sa.text("UPDATE agreement SET key = :key, standing = :standing WHERE id = :id")
    for row in rows("SELECT * FROM agreement ORDER BY id"):
        words = " ".join(SHORTENED.get(word, word) for word in folded(row["agency"]).split())
        day = str(row["signed"]) if row["signed"] else "undated"
        key = ":".join((row["state_code"], words.replace(" ", "-"), row["model"], day))
        given[key] = given.get(key, 0) + 1
        if given[key] > 1:
            key = f"{key}:{given[key]}"
        standing = "left" if row["gone_by"] else "listed"
        op.get_bind().execute(update, {"key": key, "standing": standing, "id": row["id"]})


def folded(text: str) -> str:
    """A name without accents, case, apostrophes and signs."""
    letters = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold()).translate(LETTERS)
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’ʻ`´]", "", letters))


def rows(query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.text(query)).mappings()]


def insert(table: sa.Table, counts: list[dict[str, Any]]) -> None:
    """SQLite gave the days as text and takes them as days."""
    days = [count | {"list_date": date.fromisoformat(str(count["list_date"]))} for count in counts]
    op.bulk_insert(table, days)


def downgrade() -> None:
    """The older schema tells every row and knows one subject: what is not told, and other subjects', goes."""
    op.execute(f"DELETE FROM agreement WHERE subject <> '{SUBJECT}' OR standing NOT IN ('listed', 'left')")
    op.execute(f"DELETE FROM roster WHERE subject <> '{SUBJECT}'")
    counts = rows(f"SELECT * FROM roster_count WHERE subject = '{SUBJECT}'")
    op.drop_table("roster_count")
    table = op.create_table(
        "roster_count",
        *count_columns(),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTED),
        sa.PrimaryKeyConstraint("list_date", name="pk_roster_count"),
    )
    for count in counts:
        by_model = count.pop("by_model")
        by_model = json.loads(by_model) if isinstance(by_model, str) else by_model
        count |= {column: by_model.get(model, 0) for column, model in COUNTED.items()}
        del count["subject"]
    insert(table, counts)
    with op.batch_alter_table("roster") as batch:
        batch.drop_index("ix_roster_subject_list_date")
        batch.create_index("ix_roster_list_date", ["list_date"])
        batch.drop_column("source_id")
        batch.drop_column("subject")
    with op.batch_alter_table("agreement") as batch:
        batch.drop_constraint("uq_agreement_subject_key", type_="unique")
        batch.drop_index("ix_agreement_state_last")
        batch.create_index("ix_agreement_state_last", ["state_code", "last_listed"])
        for column in ("standing", "key", "subject"):
            batch.drop_column(column)
