"""The whole library, to be taken out as a file."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from toolkit.access import roles
from toolkit.curation.library import library_csv, library_file
from toolkit.curation.library.library_entry import raw_of
from toolkit.database import session
from toolkit.ledger.revisions import from_revision, of_each_claim
from toolkit.models import Claim, ClaimRevision, Dispute, Person, Source


def as_yaml(*, by: Person, topic: str = "") -> str:
    """Every claim in its newest words with its sources; those of one ``topic`` only. Raises NotAllowed."""
    roles.require(by, "library.export")
    return library_file.write(_claims(topic), _sources(), _questions())


def as_csv(*, by: Person, topic: str = "") -> str:
    """The claims alone, one a row. Raises NotAllowed."""
    roles.require(by, "library.export")
    return library_csv.write(_claims(topic))


def _claims(topic: str) -> Iterator[dict[str, Any]]:
    for revision in newest(topic):
        claim = revision.claim
        yield raw_of(claim.id, claim.newest, claim.status, from_revision(revision))


def newest(topic: str = "") -> Iterator[ClaimRevision]:
    """The newest revision of each claim, in order of their ids."""
    yield from of_each_claim(Claim.newest, *([Claim.topic == topic] if topic else []))


def _sources() -> Iterator[dict[str, Any]]:
    columns = Source.id, Source.title, Source.url, Source.tag, Source.kind, Source.perspective
    for row in session().execute(select(*columns, Source.verified_level).order_by(Source.id)):
        yield dict(row._mapping)


def _questions() -> Iterator[dict[str, Any]]:
    for row in session().execute(select(Dispute.id, Dispute.question).order_by(Dispute.position)):
        yield {"id": row.id, "question": row.question}
