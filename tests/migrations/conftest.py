"""An engine on an empty database of each kind."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from tests import factories
from toolkit import schema
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Edition, EditionClaim


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty database."""
    made = make_engine(database_url)
    yield made
    made.dispose()


@pytest.fixture
def settled(engine: Engine) -> Engine:
    """The newest schema with the small world and one issued edition in it."""
    schema.migrate(engine)
    with unit_of_work(engine, write=True) as session:
        factories.settle(session)
        session.add(edition())
    return engine


def edition() -> Edition:
    """An issued edition that prints two claims."""
    return Edition(
        code="27SYT-BFGHF",
        geoid="24021",
        place_label="Frederick County, Maryland",
        title="Should Frederick County keep its 287(g) agreement?",
        format="full-sheet",
        language="en",
        first_side="critics",
        standing="balanced",
        issued_on=factories.LISTED,
        review_by=None,
        dossier_sha256="a" * 64,
        dossier_json="{}",
        pdf_sha256="b" * 64,
        pdf_bytes=1,
        pages=2,
        press_version="WeasyPrint 70.0",
        claims=[
            EditionClaim(claim_id="f-1", revision=1, position=0),
            EditionClaim(claim_id="s-1", revision=1, position=1),
        ],
    )
