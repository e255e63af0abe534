"""The same words once more: a new revision that differs in its dates, its author and its reason alone."""

from datetime import datetime

from sqlalchemy import inspect

from toolkit.database import session
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Person

_OF_THE_WORDS = (
    *("text", "spoken", "as_of", "checked", "review_by", "scope_states", "scope_counties", "scope_places"),
    *("models", "statistic", "story", "confidence", "counter_claims", "kind", "questions"),
)


def numbered(claim: Claim, number: int) -> ClaimRevision:
    """The claim's revision with this number."""
    return next(revision for revision in claim.revisions if revision.number == number)


def again(
    claim: Claim, revision: ClaimRevision, reason: str, *, by: Person, now: datetime, **other: object
) -> ClaimRevision:
    """Add these words as the claim's newest revision; ``other`` values stand in place of theirs."""
    claim.newest += 1
    made = ClaimRevision(
        **{name: getattr(revision, name) for name in _OF_THE_WORDS} | other,
        claim=claim,
        number=claim.newest,
        author_id=by.id,
        reason=reason,
        made_at=now,
        citations=[_cited_again(citation) for citation in revision.citations],
    )
    session().add(made)
    session().flush()
    return made


def _cited_again(citation: ClaimCitation) -> ClaimCitation:
    copied = (column.key for column in inspect(ClaimCitation).column_attrs if column.key != "revision_id")
    return ClaimCitation(**{name: getattr(citation, name) for name in copied})
