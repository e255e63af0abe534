"""A claim is withdrawn, at once and with a public sentence where it printed; or brought back to be read."""

from collections.abc import Iterable
from datetime import datetime

from toolkit.access import journal, roles
from toolkit.curation.claims.revisions import again
from toolkit.curation.claims.words import MOST
from toolkit.curation.errors import CurationError, NoticeMissing, OneRefused
from toolkit.curation.review import signatures, workflow
from toolkit.curation.review.review import COMMENT
from toolkit.curation.text import kept
from toolkit.database import session
from toolkit.ledger.clock import day_of
from toolkit.models import Claim, Correction, Person

BROUGHT_BACK = "Brought back, to be read again."


def retire(claim_id: str, sentence: str, comment: str, *, by: Person, now: datetime) -> None:
    """Let it print no more, and tell people who hold a printed sheet. Raises NoticeMissing or NotAMove."""
    roles.require(by, "claim.retire")
    _retire(workflow.hold(claim_id), sentence, comment, by, now)


def retire_all(claim_ids: Iterable[str], sentence: str, comment: str, *, by: Person, now: datetime) -> None:
    """Retire several claims for one reason, or none of them. Raises OneRefused or NoSuchClaim."""
    roles.require(by, "claim.bulk")
    for claim in workflow.hold_all(claim_ids):
        try:
            _retire(claim, sentence, comment, by, now)
        except CurationError as refusal:
            raise OneRefused(claim.id, refusal) from refusal


def bring_back(claim_id: str, comment: str, *, by: Person, now: datetime) -> None:
    """Make a retired claim a draft again. Words that were signed become a new revision: readers read anew.

    Raises NotAMove.
    """
    roles.require(by, "claim.restore")
    claim = workflow.hold(claim_id)
    workflow.check(claim, "claim.restore", by=by)
    workflow.move(claim, "claim.restore", kept(comment, most=COMMENT), by=by, now=now)
    if signatures.of([claim.id])[claim.id].signatures:
        again(claim, claim.current, BROUGHT_BACK, by=by, now=now)
    journal.record(by, "claim.restore", f"claim:{claim.id}", {"revision": claim.newest}, now)


def _retire(claim: Claim, sentence: str, comment: str, by: Person, now: datetime) -> None:
    workflow.check(claim, "claim.retire", by=by)
    sentence, comment = kept(sentence, most=MOST["notice"]), kept(comment, most=COMMENT)
    if claim.printed is not None and not sentence:
        raise NoticeMissing
    workflow.move(claim, "claim.retire", comment, by=by, now=now)
    if claim.printed is not None:
        session().add(
            Correction(
                claim_id=claim.id,
                from_revision=claim.printed,
                to_revision=None,
                sentence=sentence,
                made_on=day_of(now),
                person_id=by.id,
            )
        )
    detail = {"revision": claim.newest, "printed": claim.printed}
    claim.printed = None
    journal.record(by, "claim.retire", f"claim:{claim.id}", detail, now)
