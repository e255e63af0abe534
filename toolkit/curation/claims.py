"""Writing claims: a new one, other words for an old one, or words that it had before. Each is a new revision.

What prints does not change here: ``claim.printed`` moves when readers have approved the newest words.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from toolkit.access import journal, roles
from toolkit.curation import workflow
from toolkit.curation.errors import NotFit, NoticeMissing, Retired, Stale
from toolkit.curation.text import text_faults, tidy
from toolkit.curation.words import (
    MOST,
    TOPICS,
    ClaimWords,
    changed_fields,
    from_revision,
    prints_alike,
    problems,
    tidied,
    to_revision,
)
from toolkit.database import session
from toolkit.models import Claim, ClaimRevision, Person

NOTHING_NEW = "Nothing is different from what is saved."
NO_REASON = "Say in a few words why you change it."
SIDE_STAYS = "A claim keeps its topic and its side. Write another claim instead."
NO_REVISION = "This claim has no revision with that number."


def find(claim_id: str) -> Claim | None:
    """The claim with this id."""
    return session().get(Claim, claim_id)


def saying(text: str) -> str | None:
    """The claim whose newest words are these and that is not retired."""
    newest = (ClaimRevision.claim_id == Claim.id) & (ClaimRevision.number == Claim.newest)
    rows = select(Claim.id).join(ClaimRevision, newest).where(ClaimRevision.text == tidy(text))
    return session().scalar(rows.where(Claim.status != workflow.RETIRED).order_by(Claim.id).limit(1))


def write(words: ClaimWords, *, reason: str, by: Person, now: datetime) -> Claim:
    """Begin a claim, as a draft. Raises NotFit, NotAllowed."""
    roles.require(by, "claim.write")
    words = tidied(words)
    _refuse([*(each.says for each in problems(words)), *text_faults(tidy(reason), most=MOST["reason"])])
    claim = _new(words)
    _keep(claim, words, 1, tidy(reason), "", by, now)
    journal.record(by, "claim.write", f"claim:{claim.id}", {"revision": 1, "reason": tidy(reason)}, now)
    return claim


def revise(
    claim_id: str, words: ClaimWords, *, base: int, reason: str, notice: str, by: Person, now: datetime
) -> ClaimRevision:
    """Give a claim other words; ``base`` is the revision that the writer began with, and started from.

    Raises Stale, Retired, NoticeMissing, NotFit, NotAllowed.
    """
    return _revise(claim_id, words, {}, base=base, reason=reason, notice=notice, by=by, now=now)


def restore(
    claim_id: str, number: int, *, base: int, reason: str, notice: str, by: Person, now: datetime
) -> ClaimRevision:
    """Give a claim the words that it had in revision ``number``, as a new revision. Raises as ``revise``."""
    wanted = select(ClaimRevision).where(ClaimRevision.claim_id == claim_id, ClaimRevision.number == number)
    old = session().scalar(wanted)
    if old is None:
        raise NotFit((NO_REVISION,))
    told: dict[str, object] = {"words of": number}
    return _revise(
        claim_id, from_revision(old), told, base=base, reason=reason, notice=notice, by=by, now=now
    )


def printed_words(claim: Claim) -> ClaimWords | None:
    """The words that print today; None where none do."""
    if claim.printed is None:
        return None
    wanted = ClaimRevision.claim_id == claim.id, ClaimRevision.number == claim.printed
    return from_revision(session().scalars(select(ClaimRevision).where(*wanted)).one())


def _revise(
    claim_id: str,
    words: ClaimWords,
    told: dict[str, object],
    *,
    base: int,
    reason: str,
    notice: str,
    by: Person,
    now: datetime,
) -> ClaimRevision:
    roles.require(by, "claim.write")
    claim, words = workflow.hold(claim_id), tidied(words)
    reason, notice = tidy(reason), tidy(notice)
    if base != claim.newest:
        raise Stale(claim.newest)
    if claim.status == workflow.RETIRED:
        raise Retired
    _refuse(_faults(claim, words, reason, notice))
    printed = printed_words(claim)
    if printed is not None and not notice and not prints_alike(printed, words):
        raise NoticeMissing
    row = _keep(claim, words, claim.newest + 1, reason, notice, by, now)
    claim.draft_reason = None  # it told of the starter library's words
    if claim.status != workflow.DRAFT:
        workflow.move(claim, "claim.write", reason, by=by, now=now)
    told = {"revision": row.number, "reason": reason} | told
    journal.record(by, "claim.write", f"claim:{claim_id}", told, now)
    return row


def _faults(claim: Claim, words: ClaimWords, reason: str, notice: str) -> Iterator[str]:
    if (words.topic, words.stance) != (claim.topic, claim.stance):
        yield SIDE_STAYS
    if not reason:
        yield NO_REASON
    yield from text_faults(reason, most=MOST["reason"])
    yield from text_faults(notice, most=MOST["notice"])
    yield from (each.says for each in problems(words, claim.id))
    if not changed_fields(tidied(from_revision(_newest(claim))), words):
        yield NOTHING_NEW


def _newest(claim: Claim) -> ClaimRevision:
    wanted = ClaimRevision.claim_id == claim.id, ClaimRevision.number == claim.newest
    return session().scalars(select(ClaimRevision).where(*wanted)).one()


def _refuse(faults: Iterator[str] | list[str]) -> None:
    if found := tuple(faults):
        raise NotFit(found)


def _keep(
    claim: Claim, words: ClaimWords, number: int, reason: str, notice: str, by: Person, now: datetime
) -> ClaimRevision:
    row = to_revision(words)
    row.number, row.reason, row.notice = number, reason, notice or None
    row.author_id, row.made_at = by.id, now
    claim.revisions.append(row)
    claim.newest = number
    session().flush()
    return row


def _new(words: ClaimWords) -> Claim:
    """A claim with the next id of its topic, "saf-17"; of two who ask at once one gets the one after."""
    prefix = TOPICS[words.topic]
    taken = session().scalars(select(Claim.id).where(Claim.id.startswith(f"{prefix}-")))
    used = [int(tail) for each in taken if (tail := each.removeprefix(f"{prefix}-")).isdecimal()]
    for number in count(max(used, default=0) + 1):
        claim = Claim(
            id=f"{prefix}-{number:02}",
            topic=words.topic,
            stance=words.stance,
            status=workflow.DRAFT,
            origin="organization",
            newest=1,
        )
        try:
            with session().begin_nested():
                session().add(claim)
                session().flush()
        except IntegrityError:
            continue
        return claim
    raise AssertionError("numbers do not end")
