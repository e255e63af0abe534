"""A town that is its city, and a city that is its county, name the place that is the same government.

Two entries for one government would send half of its residents to a page without its agreements.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("jurisdiction", sa.Column("same_as", sa.String(length=10), nullable=True))
    # What was loaded before lacks the column: the next "flask data load" must not find it unchanged.
    op.execute("UPDATE dataset SET sha256 = 'before 0003' WHERE name = 'jurisdictions'")


def downgrade() -> None:
    with op.batch_alter_table("jurisdiction") as batch:
        batch.drop_column("same_as")
