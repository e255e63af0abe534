"""Claims say from which day they are no longer true and on what kind of evidence they rest; a key nobody reads goes.

Columns that SQLite can add in place: making the table of revisions anew would drop the triggers on it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("claim_revision", sa.Column("until", sa.Date()))
    op.add_column("claim_revision", sa.Column("evidence", sa.String(20)))
    # By it places were searched before the index in memory.
    op.drop_column("jurisdiction", "search_key")


def downgrade() -> None:
    op.add_column(
        "jurisdiction", sa.Column("search_key", sa.String(400), server_default="", nullable=False)
    )
    for column in ("evidence", "until"):
        op.drop_column("claim_revision", column)
