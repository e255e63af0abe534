"""Public bodies with their rules for speaking, and their meetings"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    op.create_table('public_body',
    sa.Column('id', sa.String(length=60), nullable=False),
    sa.Column('geoid', sa.String(length=10), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('time_zone', sa.String(length=40), nullable=False),
    sa.Column('clerk', sa.String(length=80), nullable=True),
    sa.Column('clerk_phone', sa.String(length=24), nullable=True),
    sa.Column('origin', sa.String(length=10), nullable=False),
    sa.Column('covers', sa.String(length=160), nullable=True),
    sa.Column('limit_seconds', sa.Integer(), nullable=True),
    sa.Column('reduced_limit_seconds', sa.Integer(), nullable=True),
    sa.Column('reduced_when', sa.String(length=160), nullable=True),
    sa.Column('total_cap_minutes', sa.Integer(), nullable=True),
    sa.Column('agenda_only', sa.Boolean(), nullable=True),
    sa.Column('signup_opens', sa.String(length=160), nullable=True),
    sa.Column('signup_closes', sa.String(length=160), nullable=True),
    sa.Column('signup_how', sa.String(length=160), nullable=True),
    sa.Column('name_required', sa.Boolean(), nullable=True),
    sa.Column('address_required', sa.Boolean(), nullable=True),
    sa.Column('may_donate_time', sa.Boolean(), nullable=True),
    sa.Column('pooling', sa.String(length=160), nullable=True),
    sa.Column('pooling_minutes', sa.Integer(), nullable=True),
    sa.Column('one_spokesperson', sa.Boolean(), nullable=True),
    sa.Column('written_cap', sa.Integer(), nullable=True),
    sa.Column('written_unit', sa.String(length=12), nullable=True),
    sa.Column('written_deadline', sa.String(length=160), nullable=True),
    sa.Column('copies', sa.Integer(), nullable=True),
    sa.Column('handout_deadline', sa.String(length=160), nullable=True),
    sa.Column('remote', sa.String(length=160), nullable=True),
    sa.Column('interpreter', sa.String(length=160), nullable=True),
    sa.Column('interpreter_double_time', sa.Boolean(), nullable=True),
    sa.Column('source_url', sa.String(length=400), nullable=True),
    sa.Column('source_publisher', sa.String(length=120), nullable=True),
    sa.Column('as_of', sa.String(length=10), nullable=True),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('verified_by', sa.String(length=120), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_public_body'))
    )
    with op.batch_alter_table('public_body', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_public_body_geoid'), ['geoid'], unique=False)

    op.create_table('meeting',
    sa.Column('id', sa.String(length=60), nullable=False),
    sa.Column('body_id', sa.String(length=60), nullable=False),
    sa.Column('starts', sa.DateTime(), nullable=False),
    sa.Column('starts_second', sa.Boolean(), nullable=False),
    sa.Column('time_zone', sa.String(length=40), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('room', sa.String(length=60), nullable=True),
    sa.Column('address', sa.String(length=70), nullable=True),
    sa.Column('agenda_item', sa.String(length=60), nullable=True),
    sa.Column('sign_up', sa.String(length=70), nullable=True),
    sa.Column('signup_closes', sa.DateTime(), nullable=True),
    sa.Column('signup_closes_second', sa.Boolean(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('changed', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['body_id'], ['public_body.id'], name=op.f('fk_meeting_body_id_public_body')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting'))
    )
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_body_id'), ['body_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_meeting_starts'), ['starts'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('meeting', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meeting_starts'))
        batch_op.drop_index(batch_op.f('ix_meeting_body_id'))

    op.drop_table('meeting')
    with op.batch_alter_table('public_body', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_public_body_geoid'))

    op.drop_table('public_body')
