"""What prints of a claim, what printed last, and when a printed copy of it has changed."""

from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import select

from toolkit.database import session
from toolkit.ledger.claim_words import ClaimWords
from toolkit.ledger.revisions import numbered
from toolkit.models import Claim, ClaimRevision, Correction

GENTLE = frozenset({"overtaken", "narrowed", "reworded"})  # changes that make no copy wrong
Said = ClaimWords | ClaimRevision


def prints_alike(before: Said, after: Said) -> bool:
    """Whether a sheet says the same in both: the text, and where in which sources it says so.

    One that was only looked at again, or is said otherwise when spoken, prints alike.
    """
    return before.text == after.text and _cited(before) == _cited(after)


def differs_gently(before: ClaimRevision, later: Iterable[ClaimRevision]) -> bool:
    """Whether each of the revisions after ``before`` was said to be no more than told otherwise."""
    said = [before, *later]
    return all(prints_alike(one, other) or other.change in GENTLE for one, other in pairwise(said))


def printed(claim: Claim) -> ClaimRevision | None:
    """The revision that prints; None where none does."""
    return numbered(claim, claim.printed)


def printed_last(claim_id: str) -> int | None:
    """The revision that printed last, where the newest correction told that it was withdrawn."""
    told = select(Correction).where(Correction.claim_id == claim_id).order_by(Correction.id.desc()).limit(1)
    last = session().scalar(told)
    return last.from_revision if last is not None and last.to_revision is None else None


def _cited(said: Said) -> set[tuple[str, str | None]]:
    return {(each.source_id, each.locator) for each in said.citations}
