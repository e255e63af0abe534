"""An engine on an empty database of each kind, and the same with a row in every table."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from tests import factories
from tests.migrations import world
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Claim, ClaimRevision


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty database."""
    made = make_engine(database_url)
    yield made
    made.dispose()


@pytest.fixture
def settled(migrated: Engine) -> Engine:
    """The newest schema with the small world, one issued edition and a row in every table."""
    with unit_of_work(migrated, write=True) as session:
        factories.settle(session)
        session.add_all([*world.issued(), *world.fact_rows()])
        session.flush()
        session.add_all(world.people())
        session.flush()
        world.draft(session.get_one(Claim, "c-2"))
        session.add_all(world.final_rows(session.scalars(select(ClaimRevision.id)).first() or 0))
        session.add_all([*world.sign_in_rows(), *world.waiting_rows()])
    return migrated
