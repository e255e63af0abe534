"""An engine on an empty database of each kind."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from tests import factories
from toolkit import schema
from toolkit.database import make_engine, unit_of_work
from toolkit.models import (
    Approval,
    Base,
    ClaimMove,
    ClaimRevision,
    Correction,
    Edition,
    EditionClaim,
    Event,
    Person,
    RecordRevision,
)


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
        session.flush()
        session.add_all(people())
        session.flush()
        session.add_all(final_rows(session.scalars(select(ClaimRevision.id)).first() or 0))
    return engine


def people() -> list[Person]:
    """Ann is number 1, Ben number 2."""
    return [
        factories.person("ann@example.org", "reviewer", id=1),
        factories.person("ben@example.org", "admin", id=2),
    ]


def final_rows(revision_id: int) -> Iterator[Base]:
    """One row of each kind that is only added."""
    known = {"person_id": 1, "at": factories.NOW}
    yield Event(number=1, deed="claim.write", subject="claim:f-1", detail={}, previous="0", hash="1", **known)
    yield Approval(id=1, revision_id=revision_id, side="any", **known)
    yield ClaimMove(
        id=1,
        claim_id="f-1",
        revision_id=revision_id,
        came_from="draft",
        went_to="in_review",
        comment="",
        **known,
    )
    yield RecordRevision(
        id=1,
        noun="source",
        key="law",
        number=1,
        content={"title": "Law"},
        reason="",
        person_id=1,
        made_at=factories.NOW,
    )
    yield Correction(
        id=1, claim_id="f-1", from_revision=1, sentence="It was so.", made_on=factories.LISTED, person_id=1
    )


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
