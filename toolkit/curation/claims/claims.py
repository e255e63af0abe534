"""Writing claims: a new one, other words for an old one, or words that it had before. Each is a new revision.

What prints does not change here: ``claim.printed`` moves when readers have approved the newest words.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import count

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from toolkit.access import journal, roles
from toolkit.curation.claims.words import MOST, problems, tidied
from toolkit.curation.errors import NotFit, NoticeMissing, Problem, Retired, Stale
from toolkit.curation.review import workflow
from toolkit.curation.text import text_faults, tidy
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.ledger.claim_words import ClaimWords
from toolkit.ledger.printed import printed, prints_alike
from toolkit.ledger.revisions import from_revision, numbered, to_revision
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


def faults(
    claim: Claim | None, words: ClaimWords, reason: str, notice: str = "", *, on: date | None = None
) -> tuple[Problem, ...]:
    """Everything that keeps these words from being kept, at its field; ``claim`` is None for a new one.

    ``on`` is today, by which a check that is still to come is known.
    """
    reason, notice = tidy(reason), tidy(notice)
    why = [Problem("reason", NO_REASON)] if claim is not None and not reason else []
    why += [Problem("reason", says) for says in text_faults(reason, most=MOST["reason"])]
    why += [Problem("notice", says) for says in text_faults(notice, most=MOST["notice"])]
    return (*why, *problems(words, claim.id if claim else None, on=on))


def write(words: ClaimWords, *, reason: str, by: Person, now: datetime, on: date | None = None) -> Claim:
    """Begin a claim, as a draft. Raises NotFit, NotAllowed."""
    roles.require(by, "claim.write")
    words = tidied(words)
    _refuse(faults(None, words, reason, on=on))
    claim = _new(words)
    _keep(claim, words, 1, tidy(reason), "", by, now)
    journal.record(by, "claim.write", f"claim:{claim.id}", {"revision": 1, "reason": tidy(reason)}, now)
    return claim


def revise(
    claim_id: str,
    words: ClaimWords,
    *,
    base: int,
    reason: str,
    notice: str,
    by: Person,
    now: datetime,
    on: date | None = None,
    words_of: int | None = None,
) -> ClaimRevision:
    """Give a claim other words; ``base`` is the revision that the writer began with, and started from.

    ``words_of`` is the older revision that said the same. Raises Stale, Retired, NoticeMissing, NotFit or
    NotAllowed.
    """
    roles.require(by, "claim.write")
    claim, words = workflow.hold(claim_id), tidied(words)
    if base != claim.newest:
        raise Stale(claim.newest)
    if claim.status == workflow.RETIRED:
        raise Retired
    _refuse([*faults(claim, words, reason, notice, on=on), *_idle(claim, words)])
    prints = printed(claim)
    if prints is not None and not tidy(notice) and not prints_alike(prints, words):
        raise NoticeMissing
    row = _keep(claim, words, claim.newest + 1, tidy(reason), tidy(notice), by, now)
    claim.draft_reason = None  # it told of the starter library's words
    if claim.status != workflow.DRAFT:
        workflow.move(claim, "claim.write", row.reason, by=by, now=now)
    detail = {"revision": row.number, "reason": row.reason} | ({"words of": words_of} if words_of else {})
    journal.record(by, "claim.write", f"claim:{claim_id}", detail, now)
    return row


def restore(
    claim_id: str, number: int, *, base: int, reason: str, notice: str, by: Person, now: datetime
) -> ClaimRevision:
    """Give a claim the words that it had in revision ``number``, as a new revision. Raises as ``revise``."""
    claim = find(claim_id)
    old = numbered(claim, number) if claim else None
    if old is None:
        raise NotFit((NO_REVISION,))
    words = from_revision(old)
    return revise(claim_id, words, base=base, reason=reason, notice=notice, by=by, now=now, words_of=number)


def _idle(claim: Claim, words: ClaimWords) -> Iterator[str]:
    if (words.topic, words.stance) != (claim.topic, claim.stance):
        yield SIDE_STAYS
    if tidied(from_revision(claim.current)) == words:
        yield NOTHING_NEW


def _refuse(problems: Sequence[str | Problem]) -> None:
    if problems:
        raise NotFit(problems)


def _keep(
    claim: Claim, words: ClaimWords, number: int, reason: str, notice: str, by: Person, now: datetime
) -> ClaimRevision:
    row = to_revision(
        words, number=number, reason=reason, notice=notice or None, author_id=by.id, made_at=now
    )
    claim.revisions.append(row)
    claim.newest = number
    session().flush()
    return row


def _new(words: ClaimWords) -> Claim:
    """A claim with the next id of its topic, "saf-17"; of two who ask at once one gets the one after."""
    prefix = subjects.topics(words.subject)[words.topic]
    taken = session().scalars(select(Claim.id).where(Claim.id.startswith(f"{prefix}-")))
    used = [int(tail) for each in taken if (tail := each.removeprefix(f"{prefix}-")).isdecimal()]
    for number in count(max(used, default=0) + 1):
        claim = Claim(
            id=f"{prefix}-{number:02}",
            subject=words.subject,
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
