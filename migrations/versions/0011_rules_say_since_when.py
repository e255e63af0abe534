"""A state's rule says since when it holds and when older agreements end; who decides says with what power.

``deadline`` held both ends: of a rule that bars agreements it was the day on which older ones end.
"""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

ENDS = "prohibits"
DAY = len("2026-02-17")
ASKS = "asks"  # the least that a body can do


def upgrade() -> None:
    op.add_column("state_policy", sa.Column("since", sa.String(10)))
    op.add_column("state_policy", sa.Column("ends_agreements_on", sa.Date()))
    op.execute("UPDATE state_policy SET since = CAST(effective AS VARCHAR(10)) WHERE effective IS NOT NULL")
    op.execute(
        f"UPDATE state_policy SET ends_agreements_on = deadline, deadline = NULL WHERE stance = '{ENDS}'"
    )
    op.drop_column("state_policy", "effective")
    op.add_column("decision_maker", sa.Column("power", sa.String(10), server_default=ASKS, nullable=False))


def downgrade() -> None:
    op.drop_column("decision_maker", "power")
    op.add_column("state_policy", sa.Column("effective", sa.Date()))
    columns = sa.column("id", sa.String()), sa.column("since", sa.String()), sa.column("effective", sa.Date())
    rules = sa.table("state_policy", *columns)
    for key, since in op.get_bind().execute(sa.select(rules.c.id, rules.c.since)).all():
        if since and len(since) == DAY:  # a month has no day
            day = date.fromisoformat(since)
            op.get_bind().execute(rules.update().where(rules.c.id == key).values(effective=day))
    op.execute(
        f"UPDATE state_policy SET deadline = ends_agreements_on "
        f"WHERE ends_agreements_on IS NOT NULL AND stance = '{ENDS}'"
    )
    op.drop_column("state_policy", "ends_agreements_on")
    op.drop_column("state_policy", "since")
