"""The same words once more: a new revision that differs in its dates, its author and its reason alone."""

from datetime import datetime

from toolkit.database import session
from toolkit.ledger.revisions import from_revision, to_revision
from toolkit.models import Claim, ClaimRevision, Person


def again(
    claim: Claim, revision: ClaimRevision, reason: str, *, by: Person, now: datetime, **other: object
) -> ClaimRevision:
    """Add these words as the claim's newest revision; ``other`` values stand in place of theirs."""
    claim.newest += 1
    known = {"claim": claim, "number": claim.newest, "author_id": by.id, "reason": reason, "made_at": now}
    words = from_revision(revision, questions=())
    made = to_revision(words, **{"questions": revision.questions} | known | other)
    session().add(made)
    session().flush()
    return made
