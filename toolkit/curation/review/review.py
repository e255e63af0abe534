"""Review: a draft is sent to readers who did not write it, comes back or is signed, and then prints.

A signature is bound to the revision that was read: ``base`` is its number, and a claim that somebody changed
meanwhile is Stale.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select

from toolkit.access import journal, roles
from toolkit.curation.errors import NotAMove, NotFit, NoticeMissing, Stale
from toolkit.curation.review import signatures, workflow
from toolkit.curation.review.printing import let_print, notice_is_due
from toolkit.curation.text import kept
from toolkit.database import session
from toolkit.ledger.revisions import numbered
from toolkit.models import Approval, Claim, ClaimRevision, Person, Source

UNSEEN = "unseen"
COMMENT = 1000  # characters
NO_SOURCE = "Cite at least one source that somebody here has seen."


def submit(
    claim_id: str, words: str, *, base: int, readers: int, faults: Sequence[str], by: Person, now: datetime
) -> None:
    """Send words to their readers: a draft, or approved words that fewer have read than are asked for now.

    ``faults`` is what the press finds wrong with revision ``base``, a sentence each. Raises NotFit,
    NoticeMissing, Stale or NotAMove.
    """
    roles.require(by, "claim.submit")
    claim = _as_read(claim_id, base)
    workflow.check(claim, "claim.submit", by=by)
    if not signatures.of([claim.id])[claim.id].missing(readers):
        raise NotAMove(claim.status, workflow.IN_REVIEW)
    words = kept(words, most=COMMENT)
    if problems := (*_unseen(claim.current), *faults):
        raise NotFit(problems)
    if notice_is_due(claim, claim.current) and not claim.current.notice:
        raise NoticeMissing
    workflow.move(claim, "claim.submit", words, by=by, now=now)
    _record(by, "claim.submit", claim, {}, now)


def give_back(claim_id: str, words: str, *, by: Person, now: datetime) -> None:
    """Return a claim to who wrote it, with what to mend. Raises NotFit or NotAMove."""
    roles.require(by, "claim.return")
    claim = workflow.hold(claim_id)
    workflow.move(claim, "claim.return", _said(words), by=by, now=now)
    _record(by, "claim.return", claim, {}, now)


def comment(claim_id: str, words: str, *, by: Person, now: datetime) -> None:
    """Say something about a claim. Raises NotFit."""
    roles.require(by, "claim.comment")
    claim = workflow.hold(claim_id)
    workflow.comment(claim, _said(words), by=by, now=now)
    _record(by, "claim.comment", claim, {}, now)


def approve(claim_id: str, side: str, *, base: int, readers: int, by: Person, now: datetime) -> None:
    """Sign the words for a side; with the last signature that they need they print.

    Raises OwnWords, AlreadySigned, NotFit, Stale or NotAMove.
    """
    roles.require(by, "claim.approve")
    claim = _as_read(claim_id, base)
    workflow.check(claim, "claim.approve", by=by)
    signatures.of([claim.id])[claim.id].check(by.id, side, readers)
    if problems := tuple(_unseen(claim.current)):  # somebody may have taken back having seen it
        raise NotFit(problems)
    signed = numbered(claim, signatures.root(claim.current)) or claim.current
    session().add(Approval(revision_id=signed.id, person_id=by.id, side=side, at=now))
    session().flush()
    whole = not signatures.of([claim.id])[claim.id].missing(readers)
    if whole:
        workflow.move(claim, "claim.approve", "", by=by, now=now)
        let_print(claim, claim.current, by=by, now=now)
    _record(by, "claim.approve", claim, {"side": side, "prints": whole}, now)


def _as_read(claim_id: str, base: int) -> Claim:
    claim = workflow.hold(claim_id)
    if claim.newest != base:
        raise Stale(claim.newest)
    return claim


def _said(words: str) -> str:
    if not words.strip():
        raise NotFit(["Say in a few words what you mean."])
    return kept(words, most=COMMENT)


def _unseen(revision: ClaimRevision) -> Iterator[str]:
    cited = [citation.source_id for citation in revision.citations]
    seen = select(Source.id).where(Source.id.in_(cited), Source.verified_level != UNSEEN).limit(1)
    if session().scalar(seen) is None:
        yield NO_SOURCE


def _record(by: Person, deed: str, claim: Claim, detail: dict[str, object], now: datetime) -> None:
    journal.record(by, deed, f"claim:{claim.id}", {"revision": claim.newest} | detail, now)
