"""A subject into the tables. A claim's words are never changed: other words are a new revision.

A claim that organizers have taken into their hands, by writing or by moving it, is theirs: a newer starter
library does not touch it, nor what else of a subject they edited. Where they have said which contested
questions a claim answers, it stays under those. Where a sheet printed a claim that is worded anew or held
back, readers are told.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from toolkit import models
from toolkit.database import session
from toolkit.imports.errors import ImportRefused
from toolkit.imports.library.claim_corrections import corrections
from toolkit.imports.library.subject_files import Item, ShippedLibrary, draft_reason
from toolkit.imports.rules.load_rules import load_of_subject
from toolkit.imports.sources import save_sources
from toolkit.imports.upsert import bring
from toolkit.ledger import subjects
from toolkit.ledger.edited import edited
from toolkit.ledger.printed import printed
from toolkit.ledger.revisions import from_revision, to_revision
from toolkit.ledger.subjects import Subject, pressed

STARTER = "starter"
NO_TOPIC = "{}: “{}” is no topic of {}."
OTHERS = "{}: ids that begin so belong to another subject."
LEFT_OUT = "It is no longer part of the starter library."


class DisputeAnswer(NamedTuple):
    """A claim's place under a contested question."""

    dispute_id: str
    side: str
    position: int


def load(library: ShippedLibrary, on: date, position: int = 0) -> int:
    """Bring all of a subject to what ``library`` says; gives the number of its claims.

    ``on`` is the day that corrections of printed claims bear, ``position`` the place among the subjects
    that a new one gets. Raises ImportRefused.
    """
    work, subject = session(), _subject(library, position)
    save_sources(library.sources)
    work.flush()
    _claims(work, library, subject, on)
    work.flush()
    chosen = _answers_by_organizers(work)
    bring([_dispute(item, chosen) for item in library.disputes], models.Dispute, subject.id)
    bring(
        [models.OfficialQuestion(**item) for item in library.questions], models.OfficialQuestion, subject.id
    )
    bring([models.GlossaryTerm(**item) for item in library.terms], models.GlossaryTerm, subject.id)
    bring([models.TimelineEvent(**item) for item in library.events], models.TimelineEvent, subject.id)
    bring([models.BeforeAfter(**item) for item in library.changes], models.BeforeAfter, subject.id)
    load_of_subject(subject.id, library.policies, library.deciders)
    return len(library.claims)


def _subject(library: ShippedLibrary, position: int) -> Subject:
    """The subject as it is in the table now: as it ships, unless organizers edited it."""
    content = dict(library.subject)
    subject_id, is_open = content.pop("id"), content.pop("open", True)
    try:
        shipped = pressed(library.subject)
    except ValueError as error:
        raise ImportRefused(f"{subject_id}: {error}") from error
    for other in session().scalars(select(models.Subject).where(models.Subject.id != subject_id)):
        _refuse_shared(shipped, pressed({**other.content, "id": other.id}))
    row = session().get(models.Subject, subject_id)
    if row is None:
        row = models.Subject(id=subject_id, position=position, open=is_open, content=content)
        session().add(row)
    elif subject_id not in edited("subject"):
        row.content = content
    session().flush()
    return pressed({**row.content, "id": row.id})


def _refuse_shared(one: Subject, other: Subject) -> None:
    """Two subjects have two addresses, and the ids of their claims begin differently."""
    prefixes = {topic.prefix for topic in one.topics} & {topic.prefix for topic in other.topics}
    if prefixes or one.slug == other.slug:
        shared = ", ".join(prefixes) or one.slug
        raise ImportRefused(f"{one.id} and {other.id} may not both have: {shared}.")


def _claims(work: Session, library: ShippedLibrary, subject: Subject, on: date) -> None:
    whole = selectinload(models.Claim.revisions).selectinload(models.ClaimRevision.citations)
    rows = select(models.Claim).where(models.Claim.subject == subject.id)
    known = {claim.id: claim for claim in work.scalars(rows.options(whole))}
    before = [(claim, printed(claim)) for claim in known.values()]
    theirs = _in_the_hands_of_organizers(work)
    topics = {topic.name for topic in subject.topics}
    elsewhere = _prefixes_elsewhere(work, subject)
    for shipped in library.claims:
        if shipped.words.topic not in topics:
            raise ImportRefused(NO_TOPIC.format(shipped.id, shipped.words.topic, subject.name))
        if _prefix(shipped.id) in elsewhere:
            raise ImportRefused(OTHERS.format(shipped.id))
        claim = known.pop(shipped.id, None) or models.Claim(id=shipped.id, subject=subject.id, origin=STARTER)
        if claim.id not in theirs:
            words = shipped.words
            claim.topic, claim.stance = words.topic, words.stance
            # Which questions a starter claim answers is said by the disputes, not by its words.
            if not claim.revisions or from_revision(claim.current, questions=()) != words:
                claim.newest = len(claim.revisions) + 1
                kind = shipped.change.kind if shipped.change and claim.revisions else None
                claim.revisions.append(to_revision(words, number=claim.newest, questions=None, change=kind))
            _stand(claim, draft_reason(shipped, library.levels))
            if shipped.retired:
                claim.status = "retired"
            work.add(claim)
    for claim in known.values():
        if claim.id not in theirs:
            _stand(claim, LEFT_OUT)
    work.flush()
    told = {shipped.id: shipped.retired or shipped.change for shipped in library.claims}
    work.add_all(corrections(before, told, on))


def _prefix(claim_id: str) -> str:
    return claim_id.rpartition("-")[0]


def _prefixes_elsewhere(work: Session, subject: Subject) -> set[str]:
    """What the ids of other subjects' claims begin with."""
    theirs = select(models.Claim.id).where(models.Claim.subject != subject.id)
    topics = {topic.prefix for other in subjects.every() if other.id != subject.id for topic in other.topics}
    return topics | {_prefix(claim_id) for claim_id in work.scalars(theirs)}


def _in_the_hands_of_organizers(work: Session) -> set[str]:
    written = select(models.ClaimRevision.claim_id).where(models.ClaimRevision.author_id.is_not(None))
    # A comment leaves a claim where it is: words that were only asked about still get newer ones.
    elsewhere = models.ClaimMove.came_from != models.ClaimMove.went_to
    moved = select(models.ClaimMove.claim_id).where(models.ClaimMove.person_id.is_not(None), elsewhere)
    made = select(models.Claim.id).where(models.Claim.origin != STARTER)
    return set(work.scalars(written.union(moved, made)))


def _stand(claim: models.Claim, reason: str | None) -> None:
    """Let the newest words print, or nothing for this ``reason``."""
    claim.draft_reason = reason
    claim.status, claim.printed = ("draft", None) if reason else ("approved", claim.current.number)


def _answers_by_organizers(work: Session) -> Mapping[str, list[DisputeAnswer]]:
    """Where each claim stands whose questions organizers have chosen: question, side, position."""
    written = select(models.ClaimRevision.claim_id, models.ClaimRevision.questions)
    rows = work.execute(written.where(models.ClaimRevision.author_id.is_not(None)))
    chosen: dict[str, list[DisputeAnswer]] = {
        claim_id: [] for claim_id, questions in rows if questions is not None
    }
    row = models.DisputeClaim
    for claim_id, dispute_id, side, place in work.execute(
        select(row.claim_id, row.dispute_id, row.side, row.position)
    ):
        if claim_id in chosen:
            chosen[claim_id].append(DisputeAnswer(dispute_id, side, place))
    return chosen


def _dispute(item: Item, chosen: Mapping[str, list[DisputeAnswer]]) -> models.Dispute:
    sides = [(side, claim_id) for side in ("supporters", "critics", "mixed") for claim_id in item[side]]
    shipped = [
        (claim_id, DisputeAnswer(item["id"], side, position))
        for position, (side, claim_id) in enumerate(sides)
        if claim_id not in chosen
    ]
    kept = [(claim_id, answer) for claim_id, answers in chosen.items() for answer in answers]
    claims = [
        models.DisputeClaim(claim_id=claim_id, **answer._asdict())
        for claim_id, answer in (*shipped, *kept)
        if answer.dispute_id == item["id"]
    ]
    return models.Dispute(
        id=item["id"], question=item["question"], not_known=item["not_known"], claims=claims
    )
