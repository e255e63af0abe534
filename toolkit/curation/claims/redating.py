"""Claims are compared with their sources again and found right: the same words and signatures, new dates."""

from collections.abc import Iterable
from datetime import date, datetime

from toolkit.access import journal, roles
from toolkit.curation.claims.revisions import again
from toolkit.curation.claims.words import LONGEST_REVIEW, MOST, TOO_FAR
from toolkit.curation.errors import CurationError, NotFit, OneRefused
from toolkit.curation.review import workflow
from toolkit.curation.review.signatures import root
from toolkit.curation.text import text_faults, tidy
from toolkit.ledger.clock import day_of
from toolkit.ledger.printed import printed
from toolkit.models import Claim, ClaimRevision, Person

IN_THE_PAST = "Choose a day after today to look at it again."
RETIRED = "It is retired. Bring it back first."
NO_REASON = "Say in a few words what you compared them with."


def redate(claim_ids: Iterable[str], review_by: date, reason: str, *, by: Person, now: datetime) -> None:
    """Date these claims anew, or none of them. Raises NotFit, NoSuchClaim or OneRefused."""
    roles.require(by, "claim.bulk")
    problems = [IN_THE_PAST] if review_by <= day_of(now) else []
    problems += [TOO_FAR] if review_by - day_of(now) > LONGEST_REVIEW else []
    problems += list(text_faults(tidy(reason), most=MOST["reason"])) if reason.strip() else [NO_REASON]
    if problems:
        raise NotFit(problems)
    for claim in workflow.hold_all(claim_ids):
        try:
            _redate(claim, review_by, tidy(reason), by, now)
        except CurationError as refusal:
            raise OneRefused(claim.id, refusal) from refusal


def _redate(claim: Claim, review_by: date, reason: str, by: Person, now: datetime) -> None:
    if claim.status == workflow.RETIRED:
        raise NotFit([RETIRED])
    newest = claim.current

    def anew(revision: ClaimRevision) -> int:
        return again(
            claim,
            revision,
            reason,
            by=by,
            now=now,
            checked=day_of(now),
            review_by=review_by,
            words_from=root(revision),
            notice=revision.notice,
        ).number

    prints = printed(claim)
    if prints is not None:
        claim.printed = anew(prints)
        if root(prints) != root(newest):  # words in the making stay the newest
            anew(newest)
    else:
        anew(newest)
    detail = {"revision": claim.newest, "review_by": review_by.isoformat()}
    journal.record(by, "claim.redate", f"claim:{claim.id}", detail, now)
