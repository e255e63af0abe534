"""The facts, the library, and issued editions"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None


def upgrade() -> None:
    op.create_table('agreement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('state_code', sa.String(length=2), nullable=False),
    sa.Column('agency', sa.String(length=200), nullable=False),
    sa.Column('agency_type', sa.String(length=40), nullable=False),
    sa.Column('model', sa.String(length=3), nullable=False),
    sa.Column('signed', sa.Date(), nullable=True),
    sa.Column('moa_url', sa.String(length=400), nullable=True),
    sa.Column('first_listed', sa.Date(), nullable=False),
    sa.Column('last_listed', sa.Date(), nullable=False),
    sa.Column('gone_by', sa.Date(), nullable=True),
    sa.Column('reach', sa.String(length=10), nullable=False),
    sa.Column('geoid', sa.String(length=10), nullable=True),
    sa.Column('county_geoid', sa.String(length=5), nullable=True),
    sa.Column('other_spellings', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement'))
    )
    with op.batch_alter_table('agreement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_agreement_county_geoid'), ['county_geoid'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_geoid'), ['geoid'], unique=False)
        batch_op.create_index(batch_op.f('ix_agreement_last_listed'), ['last_listed'], unique=False)
        batch_op.create_index('ix_agreement_state_last', ['state_code', 'last_listed'], unique=False)

    op.create_table('before_after',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('feature', sa.String(length=120), nullable=False),
    sa.Column('before', sa.String(length=400), nullable=False),
    sa.Column('after', sa.String(length=400), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_before_after'))
    )
    op.create_table('claim',
    sa.Column('id', sa.String(length=20), nullable=False),
    sa.Column('topic', sa.String(length=40), nullable=False),
    sa.Column('stance', sa.String(length=20), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('draft_reason', sa.String(length=300), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_claim'))
    )
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claim_status'), ['status'], unique=False)
        batch_op.create_index(batch_op.f('ix_claim_topic'), ['topic'], unique=False)

    op.create_table('dataset',
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('publisher', sa.String(length=120), nullable=False),
    sa.Column('url', sa.String(length=300), nullable=False),
    sa.Column('published', sa.Date(), nullable=True),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_dataset'))
    )
    op.create_table('decision_maker',
    sa.Column('id', sa.String(length=40), nullable=False),
    sa.Column('level', sa.String(length=80), nullable=False),
    sa.Column('states', sa.JSON(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('line', sa.String(length=400), nullable=False),
    sa.Column('detail', sa.String(length=2000), nullable=False),
    sa.Column('as_of', sa.String(length=10), nullable=False),
    sa.Column('checked', sa.Date(), nullable=False),
    sa.Column('review_by', sa.Date(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.Column('printable', sa.Boolean(), nullable=False),
    sa.Column('recheck', sa.String(length=600), nullable=True),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision_maker'))
    )
    op.create_table('dispute',
    sa.Column('id', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('question', sa.String(length=200), nullable=False),
    sa.Column('not_known', sa.String(length=500), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dispute'))
    )
    op.create_table('edition',
    sa.Column('code', sa.String(length=11), nullable=False),
    sa.Column('geoid', sa.String(length=10), nullable=False),
    sa.Column('place_label', sa.String(length=160), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('format', sa.String(length=20), nullable=False),
    sa.Column('language', sa.String(length=5), nullable=False),
    sa.Column('first_side', sa.String(length=12), nullable=False),
    sa.Column('standing', sa.String(length=20), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('review_by', sa.Date(), nullable=True),
    sa.Column('dossier_sha256', sa.String(length=64), nullable=False),
    sa.Column('dossier_json', sa.Text(), nullable=False),
    sa.Column('pdf_sha256', sa.String(length=64), nullable=False),
    sa.Column('pdf_bytes', sa.Integer(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('press_version', sa.String(length=20), nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_edition')),
    sa.UniqueConstraint('dossier_sha256', name=op.f('uq_edition_dossier_sha256'))
    )
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_edition_geoid'), ['geoid'], unique=False)

    op.create_table('glossary_term',
    sa.Column('term', sa.String(length=80), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('definition', sa.String(length=500), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('term', name=op.f('pk_glossary_term'))
    )
    op.create_table('jurisdiction',
    sa.Column('geoid', sa.String(length=10), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('short_name', sa.String(length=120), nullable=False),
    sa.Column('designation', sa.String(length=40), nullable=False),
    sa.Column('state_code', sa.String(length=2), nullable=False),
    sa.Column('state_name', sa.String(length=40), nullable=False),
    sa.Column('state_geoid', sa.String(length=2), nullable=False),
    sa.Column('population', sa.Integer(), nullable=True),
    sa.Column('latitude', sa.Float(), nullable=True),
    sa.Column('longitude', sa.Float(), nullable=True),
    sa.Column('has_government', sa.Boolean(), nullable=False),
    sa.Column('search_key', sa.String(length=400), nullable=False),
    sa.PrimaryKeyConstraint('geoid', name=op.f('pk_jurisdiction'))
    )
    with op.batch_alter_table('jurisdiction', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_jurisdiction_state_code'), ['state_code'], unique=False)
        batch_op.create_index('ix_jurisdiction_state_kind', ['state_code', 'kind'], unique=False)

    op.create_table('meeting_rule',
    sa.Column('state_geoid', sa.String(length=2), nullable=False),
    sa.Column('right_to_speak', sa.String(length=20), nullable=False),
    sa.Column('statute', sa.String(length=300), nullable=True),
    sa.Column('notice_line', sa.String(length=400), nullable=True),
    sa.Column('notice_hours', sa.Integer(), nullable=True),
    sa.Column('notice_printable', sa.Boolean(), nullable=False),
    sa.Column('line', sa.String(length=400), nullable=False),
    sa.Column('detail', sa.String(length=2000), nullable=False),
    sa.Column('as_of', sa.String(length=10), nullable=False),
    sa.Column('checked', sa.Date(), nullable=False),
    sa.Column('review_by', sa.Date(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.Column('printable', sa.Boolean(), nullable=False),
    sa.Column('recheck', sa.String(length=600), nullable=True),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('state_geoid', name=op.f('pk_meeting_rule'))
    )
    op.create_table('official_question',
    sa.Column('id', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=400), nullable=False),
    sa.Column('topic', sa.String(length=40), nullable=False),
    sa.Column('statuses', sa.JSON(), nullable=False),
    sa.Column('models', sa.JSON(), nullable=False),
    sa.Column('claims', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_official_question'))
    )
    op.create_table('roster',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('list_date', sa.Date(), nullable=False),
    sa.Column('file_name', sa.String(length=120), nullable=False),
    sa.Column('url', sa.String(length=300), nullable=False),
    sa.Column('agreements', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_roster'))
    )
    with op.batch_alter_table('roster', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_roster_list_date'), ['list_date'], unique=False)

    op.create_table('roster_count',
    sa.Column('list_date', sa.Date(), nullable=False),
    sa.Column('agreements', sa.Integer(), nullable=False),
    sa.Column('agencies', sa.Integer(), nullable=False),
    sa.Column('states', sa.Integer(), nullable=False),
    sa.Column('task_force', sa.Integer(), nullable=False),
    sa.Column('jail', sa.Integer(), nullable=False),
    sa.Column('warrant', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('list_date', name=op.f('pk_roster_count'))
    )
    op.create_table('source',
    sa.Column('id', sa.String(length=60), nullable=False),
    sa.Column('csl', sa.JSON(), nullable=False),
    sa.Column('title', sa.String(length=400), nullable=False),
    sa.Column('url', sa.String(length=600), nullable=False),
    sa.Column('tag', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('perspective', sa.String(length=30), nullable=False),
    sa.Column('verified_level', sa.String(length=30), nullable=False),
    sa.Column('verified_note', sa.String(length=1000), nullable=False),
    sa.Column('seen_at', sa.String(length=1000), nullable=True),
    sa.Column('note', sa.String(length=1000), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_source'))
    )
    op.create_table('state_policy',
    sa.Column('state_geoid', sa.String(length=2), nullable=False),
    sa.Column('stance', sa.String(length=30), nullable=False),
    sa.Column('effective', sa.Date(), nullable=True),
    sa.Column('deadline', sa.Date(), nullable=True),
    sa.Column('applies_to', sa.JSON(), nullable=False),
    sa.Column('line', sa.String(length=400), nullable=False),
    sa.Column('detail', sa.String(length=2000), nullable=False),
    sa.Column('as_of', sa.String(length=10), nullable=False),
    sa.Column('checked', sa.Date(), nullable=False),
    sa.Column('review_by', sa.Date(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.Column('printable', sa.Boolean(), nullable=False),
    sa.Column('recheck', sa.String(length=600), nullable=True),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('state_geoid', name=op.f('pk_state_policy'))
    )
    op.create_table('timeline_event',
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('date', sa.String(length=10), nullable=False),
    sa.Column('event', sa.String(length=400), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_timeline_event'))
    )
    op.create_table('claim_revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('claim_id', sa.String(length=20), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=1000), nullable=False),
    sa.Column('spoken', sa.String(length=600), nullable=True),
    sa.Column('as_of', sa.String(length=10), nullable=False),
    sa.Column('checked', sa.Date(), nullable=False),
    sa.Column('review_by', sa.Date(), nullable=False),
    sa.Column('scope_states', sa.JSON(), nullable=False),
    sa.Column('scope_counties', sa.JSON(), nullable=False),
    sa.Column('scope_places', sa.JSON(), nullable=False),
    sa.Column('models', sa.JSON(), nullable=False),
    sa.Column('statistic', sa.Boolean(), nullable=False),
    sa.Column('story', sa.Boolean(), nullable=False),
    sa.Column('confidence', sa.String(length=20), nullable=False),
    sa.Column('counter_claims', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['claim_id'], ['claim.id'], name=op.f('fk_claim_revision_claim_id_claim')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_claim_revision')),
    sa.UniqueConstraint('claim_id', 'number', name=op.f('uq_claim_revision_claim_id_number'))
    )
    with op.batch_alter_table('claim_revision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claim_revision_claim_id'), ['claim_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_claim_revision_review_by'), ['review_by'], unique=False)

    op.create_table('dispute_claim',
    sa.Column('dispute_id', sa.String(length=20), nullable=False),
    sa.Column('claim_id', sa.String(length=20), nullable=False),
    sa.Column('side', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['claim_id'], ['claim.id'], name=op.f('fk_dispute_claim_claim_id_claim')),
    sa.ForeignKeyConstraint(['dispute_id'], ['dispute.id'], name=op.f('fk_dispute_claim_dispute_id_dispute')),
    sa.PrimaryKeyConstraint('dispute_id', 'claim_id', name=op.f('pk_dispute_claim'))
    )
    with op.batch_alter_table('dispute_claim', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dispute_claim_claim_id'), ['claim_id'], unique=False)

    op.create_table('edition_claim',
    sa.Column('code', sa.String(length=11), nullable=False),
    sa.Column('claim_id', sa.String(length=20), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['code'], ['edition.code'], name=op.f('fk_edition_claim_code_edition')),
    sa.PrimaryKeyConstraint('code', 'claim_id', name=op.f('pk_edition_claim'))
    )
    with op.batch_alter_table('edition_claim', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_edition_claim_claim_id'), ['claim_id'], unique=False)

    op.create_table('jurisdiction_county',
    sa.Column('geoid', sa.String(length=10), nullable=False),
    sa.Column('county_geoid', sa.String(length=5), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['geoid'], ['jurisdiction.geoid'], name=op.f('fk_jurisdiction_county_geoid_jurisdiction')),
    sa.PrimaryKeyConstraint('geoid', 'county_geoid', name=op.f('pk_jurisdiction_county'))
    )
    with op.batch_alter_table('jurisdiction_county', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_jurisdiction_county_county_geoid'), ['county_geoid'], unique=False)

    op.create_table('claim_citation',
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.String(length=60), nullable=False),
    sa.Column('locator', sa.String(length=300), nullable=True),
    sa.Column('quote', sa.String(length=400), nullable=True),
    sa.ForeignKeyConstraint(['revision_id'], ['claim_revision.id'], name=op.f('fk_claim_citation_revision_id_claim_revision')),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_claim_citation_source_id_source')),
    sa.PrimaryKeyConstraint('revision_id', 'position', name=op.f('pk_claim_citation'))
    )
    with op.batch_alter_table('claim_citation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claim_citation_source_id'), ['source_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('claim_citation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_citation_source_id'))

    op.drop_table('claim_citation')
    with op.batch_alter_table('jurisdiction_county', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_jurisdiction_county_county_geoid'))

    op.drop_table('jurisdiction_county')
    with op.batch_alter_table('edition_claim', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_edition_claim_claim_id'))

    op.drop_table('edition_claim')
    with op.batch_alter_table('dispute_claim', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_dispute_claim_claim_id'))

    op.drop_table('dispute_claim')
    with op.batch_alter_table('claim_revision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_revision_review_by'))
        batch_op.drop_index(batch_op.f('ix_claim_revision_claim_id'))

    op.drop_table('claim_revision')
    op.drop_table('timeline_event')
    op.drop_table('state_policy')
    op.drop_table('source')
    op.drop_table('roster_count')
    with op.batch_alter_table('roster', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_roster_list_date'))

    op.drop_table('roster')
    op.drop_table('official_question')
    op.drop_table('meeting_rule')
    with op.batch_alter_table('jurisdiction', schema=None) as batch_op:
        batch_op.drop_index('ix_jurisdiction_state_kind')
        batch_op.drop_index(batch_op.f('ix_jurisdiction_state_code'))

    op.drop_table('jurisdiction')
    op.drop_table('glossary_term')
    with op.batch_alter_table('edition', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_edition_geoid'))

    op.drop_table('edition')
    op.drop_table('dispute')
    op.drop_table('decision_maker')
    op.drop_table('dataset')
    with op.batch_alter_table('claim', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claim_topic'))
        batch_op.drop_index(batch_op.f('ix_claim_status'))

    op.drop_table('claim')
    op.drop_table('before_after')
    with op.batch_alter_table('agreement', schema=None) as batch_op:
        batch_op.drop_index('ix_agreement_state_last')
        batch_op.drop_index(batch_op.f('ix_agreement_last_listed'))
        batch_op.drop_index(batch_op.f('ix_agreement_geoid'))
        batch_op.drop_index(batch_op.f('ix_agreement_county_geoid'))

    op.drop_table('agreement')
