"""What happens to the library between one visit and the next."""

from datetime import date

from flask import Flask

from toolkit.database import unit_of_work
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Correction


def reword(
    app: Flask, claim_id: str, text: str | None = None, *, cited: bool = True, **other: object
) -> None:
    """The claim gets a new revision that prints, with other words or without citations."""
    with unit_of_work(app.extensions["engine"], write=True) as session:
        newest = session.get_one(Claim, claim_id).current
        columns = (column.key for column in ClaimRevision.__table__.columns if column.key != "id")
        values = {name: getattr(newest, name) for name in columns}
        values |= {"number": newest.number + 1, "text": text or newest.text} | other
        kept = newest.citations if cited else ()
        cited = ("position", "source_id", "locator", "quote")
        copied = [ClaimCitation(**{name: getattr(each, name) for name in cited}) for each in kept]
        session.add(ClaimRevision(**values, citations=copied))
        session.get_one(Claim, claim_id).printed = newest.number + 1


def take_back(app: Flask, claim_id: str) -> None:
    """The claim is printed no more."""
    with unit_of_work(app.extensions["engine"], write=True) as session:
        claim = session.get_one(Claim, claim_id)
        claim.status, claim.printed = "retired", None


def correct(app: Flask, claim_id: str, sentence: str, text: str | None, on: date) -> None:
    """Printed words change to ``text``, or go, and readers are told why."""
    with unit_of_work(app.extensions["engine"]) as session:
        corrections = session.query(Correction).filter_by(claim_id=claim_id).order_by(Correction.id)
        before = session.get_one(Claim, claim_id).printed or corrections.all()[-1].from_revision
    if text is None:
        take_back(app, claim_id)
    else:
        reword(app, claim_id, text)
    with unit_of_work(app.extensions["engine"], write=True) as session:
        to = session.get_one(Claim, claim_id).printed
        session.add(
            Correction(claim_id=claim_id, from_revision=before, to_revision=to, sentence=sentence, made_on=on)
        )
