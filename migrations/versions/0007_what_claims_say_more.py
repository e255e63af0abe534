"""What nothing reads goes: the key by which places were searched before the index in memory."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.drop_column("jurisdiction", "search_key")


def downgrade() -> None:
    op.add_column(
        "jurisdiction", sa.Column("search_key", sa.String(400), server_default="", nullable=False)
    )
