"""What a change of a claim means for copies, where a claim fits, and the line that says what a law has decided."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
LISTS = ("needs", "fits")


def upgrade() -> None:
    op.add_column("claim_revision", sa.Column("change", sa.String(12)))
    for name in LISTS:
        op.add_column("claim_revision", sa.Column(name, sa.JSON(), server_default="[]", nullable=False))
    op.add_column("correction", sa.Column("grave", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("state_policy", sa.Column("head", sa.String(90)))


def downgrade() -> None:
    op.drop_column("state_policy", "head")
    op.drop_column("correction", "grave")
    for name in ("change", *LISTS):
        op.drop_column("claim_revision", name)
