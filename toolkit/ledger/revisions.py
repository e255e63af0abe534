"""The revisions of claims as rows: to the record of what they say, and back."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, selectinload

from toolkit.database import session
from toolkit.ledger.claim_words import FIELDS, Citation, ClaimWords
from toolkit.models import Claim, ClaimCitation, ClaimRevision, DisputeClaim

_OF_THE_CLAIM = ("topic", "stance", "subject")
_COLUMNS = tuple(each for each in FIELDS if each.kind != "citations" and each.name not in _OF_THE_CLAIM)


def from_revision(revision: ClaimRevision, questions: Iterable[str] | None = None) -> ClaimWords:
    """The words of a stored revision.

    Where it names no questions, they are ``questions``, or else those that its claim stands under.
    """
    said: dict[str, Any] = {each.name: getattr(revision, each.name) for each in _COLUMNS}
    if revision.questions is not None:
        questions = revision.questions
    elif questions is None:
        listed = select(DisputeClaim.dispute_id).where(DisputeClaim.claim_id == revision.claim_id)
        questions = session().scalars(listed.order_by(DisputeClaim.dispute_id))
    said |= {each.name: tuple(said[each.name] or ()) for each in _COLUMNS if each.kind == "list"}
    said |= {name: getattr(revision.claim, name) for name in _OF_THE_CLAIM}
    cited = tuple(Citation(each.source_id, each.locator, each.quote) for each in revision.citations)
    return ClaimWords(**said | {"questions": tuple(questions), "citations": cited})


def to_revision(words: ClaimWords, **other: Any) -> ClaimRevision:
    """A new row with these words; ``other`` are its number, its author and what else is not theirs."""
    said = {each.name: getattr(words, each.name) for each in _COLUMNS}
    said |= {each.name: list(said[each.name]) for each in _COLUMNS if each.kind == "list"}
    citations = [
        ClaimCitation(position=position, source_id=each.source_id, locator=each.locator, quote=each.quote)
        for position, each in enumerate(words.citations)
    ]
    return ClaimRevision(**{"citations": citations} | said | other)


def numbered(claim: Claim, number: int | None) -> ClaimRevision | None:
    """The claim's revision with this number; None where it has none."""
    return next((revision for revision in claim.revisions if revision.number == number), None)


def of_each_claim(number: InstrumentedAttribute[Any], *which: ColumnElement[bool]) -> Iterator[ClaimRevision]:
    """Of each claim the revision that ``number`` names (Claim.newest, Claim.printed), by the ids."""
    rows = (
        select(ClaimRevision)
        .join(Claim, (Claim.id == ClaimRevision.claim_id) & (number == ClaimRevision.number))
        .options(contains_eager(ClaimRevision.claim), selectinload(ClaimRevision.citations))
        .where(*which)
        .order_by(Claim.id)
    )
    yield from session().scalars(rows)
