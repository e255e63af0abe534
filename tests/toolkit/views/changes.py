"""What happens to the library between one visit and the next."""

from flask import Flask

from toolkit.database import unit_of_work
from toolkit.models import Claim, ClaimCitation, ClaimRevision


def reword(app: Flask, claim_id: str, text: str | None = None, *, cited: bool = True) -> None:
    """The claim gets a new revision that prints, with other words or without citations."""
    with unit_of_work(app.extensions["engine"], write=True) as session:
        newest = session.get_one(Claim, claim_id).current
        columns = (column.key for column in ClaimRevision.__table__.columns if column.key != "id")
        values = {name: getattr(newest, name) for name in columns}
        values |= {"number": newest.number + 1, "text": text or newest.text}
        kept = newest.citations if cited else ()
        copied = [ClaimCitation(position=each.position, source_id=each.source_id) for each in kept]
        session.add(ClaimRevision(**values, citations=copied))
        session.get_one(Claim, claim_id).printed = newest.number + 1


def take_back(app: Flask, claim_id: str) -> None:
    """The claim is printed no more."""
    with unit_of_work(app.extensions["engine"], write=True) as session:
        claim = session.get_one(Claim, claim_id)
        claim.status, claim.printed = "retired", None
