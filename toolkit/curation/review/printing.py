"""A revision comes to print: from now on sheets say these words, and readers of older sheets are told.

Looking at the same words again changes no sheet, so nobody is told of it.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from toolkit.curation.errors import NoticeMissing
from toolkit.database import session
from toolkit.ledger.clock import day_of
from toolkit.ledger.printed import printed, printed_last, prints_alike
from toolkit.models import Claim, ClaimRevision, Correction, DisputeClaim, Person

ONCE_MORE = "We looked at this claim again after we had withdrawn it, and it prints once more."


def let_print(claim: Claim, revision: ClaimRevision, *, by: Person, now: datetime) -> None:
    """Let sheets that are made from now on say this revision. Raises NoticeMissing."""
    if notice_is_due(claim, revision) and not revision.notice:
        raise NoticeMissing
    _tell(claim, revision, by, now)
    claim.printed, claim.draft_reason = revision.number, None
    if revision.questions is not None:
        _answer(claim, revision.questions)


def notice_is_due(claim: Claim, revision: ClaimRevision) -> bool:
    """Whether people who hold a printed sheet must be told why it says something else."""
    prints = printed(claim)
    return prints is not None and not prints_alike(prints, revision)


def _tell(claim: Claim, revision: ClaimRevision, by: Person, now: datetime) -> None:
    before, sentence = claim.printed, revision.notice
    if before is None:
        before, sentence = printed_last(claim.id), revision.notice or ONCE_MORE
    elif not notice_is_due(claim, revision):
        return
    if before is not None and sentence:
        made_on = day_of(now)
        told = Correction(
            claim_id=claim.id,
            from_revision=before,
            to_revision=revision.number,
            sentence=sentence,
            made_on=made_on,
            person_id=by.id,
        )
        session().add(told)


def _answer(claim: Claim, questions: Sequence[str]) -> None:
    """Stand under these contested questions and no others, behind the claims that are there already."""
    sided = questions if claim.stance != "background" else ()
    mine = DisputeClaim.claim_id == claim.id
    elsewhere = DisputeClaim.dispute_id.not_in(sided) | (DisputeClaim.side != claim.stance)
    session().execute(delete(DisputeClaim).where(mine, elsewhere))
    there = set(session().scalars(select(DisputeClaim.dispute_id).where(mine)))
    for dispute_id in dict.fromkeys(sided):
        if dispute_id not in there:
            place = _last_place(dispute_id) + 1
            row = DisputeClaim(dispute_id=dispute_id, claim_id=claim.id, side=claim.stance, position=place)
            session().add(row)
    session().flush()


def _last_place(dispute_id: str) -> int:
    last = select(func.max(DisputeClaim.position)).where(DisputeClaim.dispute_id == dispute_id)
    found = session().scalar(last)
    return -1 if found is None else found
