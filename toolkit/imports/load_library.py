"""The starter library into the tables. A claim's words are never changed: other words are a new revision.

A claim that organizers have taken into their hands, by writing or by moving it, is theirs: a newer starter
library does not touch it. Where they have said which contested questions it answers, it stays under those.
Where a sheet printed a claim that is worded anew or held back, readers are told.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, selectinload

from toolkit import models
from toolkit.database import session
from toolkit.imports.claim_corrections import corrections
from toolkit.imports.library import Item, ShippedLibrary, draft_reason
from toolkit.ledger.edited import edited
from toolkit.ledger.printed import printed
from toolkit.ledger.revisions import from_revision, to_revision

STARTER = "starter"
LEFT_OUT = "It is no longer part of the starter library."


class Answer(NamedTuple):
    """A claim's place under a contested question."""

    dispute_id: str
    side: str
    position: int


def load(library: ShippedLibrary, on: date) -> int:
    """Bring every table of the library to what ``library`` says; gives the number of claims.

    ``on`` is the day that corrections of printed claims bear.
    """
    now = session()
    save_sources(library.sources)
    now.flush()
    _claims(now, library, on)
    now.flush()
    chosen = _answers_by_organizers(now)
    for table in (
        models.DisputeClaim,
        models.Dispute,
        models.OfficialQuestion,
        models.GlossaryTerm,
        models.TimelineEvent,
        models.BeforeAfter,
    ):
        now.execute(delete(table))
    now.add_all(_around(library, chosen))
    now.flush()
    return len(library.claims)


def save_sources(sources: Iterable[Item]) -> None:
    """Add or renew sources given as CSL-JSON with a ``custom`` part; none is removed, claims may cite it.

    A source that organizers have edited is theirs and stays as they left it.
    """
    theirs = edited("source")
    for item in sources:
        custom = item["custom"]
        if item["id"] in theirs:
            continue
        session().merge(
            models.Source(
                id=item["id"],
                csl={name: value for name, value in item.items() if name != "custom"},
                title=item["title"],
                url=item["URL"],
                tag=custom["tag"],
                kind=custom["kind"],
                perspective=custom["perspective"],
                verified_level=custom["verified_level"],
                verified_note=custom["verified_note"],
                seen_at=custom["seen_at"],
                note=custom["note"],
            )
        )


def _claims(now: Session, library: ShippedLibrary, on: date) -> None:
    whole = selectinload(models.Claim.revisions).selectinload(models.ClaimRevision.citations)
    known = {claim.id: claim for claim in now.scalars(select(models.Claim).options(whole))}
    before = [(claim, printed(claim)) for claim in known.values()]
    theirs = _in_the_hands_of_organizers(now)
    for shipped in library.claims:
        claim = known.pop(shipped.id, None) or models.Claim(id=shipped.id, origin=STARTER)
        if claim.id not in theirs:
            words = shipped.words
            claim.topic, claim.stance = words.topic, words.stance
            # Which questions a starter claim answers is said by the disputes, not by its words.
            if not claim.revisions or from_revision(claim.current, questions=()) != words:
                claim.newest = len(claim.revisions) + 1
                claim.revisions.append(to_revision(words, number=claim.newest, questions=None))
            _stand(claim, draft_reason(shipped, library.levels))
            now.add(claim)
    for claim in known.values():
        if claim.id not in theirs:
            _stand(claim, LEFT_OUT)
    now.flush()
    now.add_all(corrections(before, on))


def _in_the_hands_of_organizers(now: Session) -> set[str]:
    written = select(models.ClaimRevision.claim_id).where(models.ClaimRevision.author_id.is_not(None))
    # A comment leaves a claim where it is: words that were only asked about still get newer ones.
    elsewhere = models.ClaimMove.came_from != models.ClaimMove.went_to
    moved = select(models.ClaimMove.claim_id).where(models.ClaimMove.person_id.is_not(None), elsewhere)
    made = select(models.Claim.id).where(models.Claim.origin != STARTER)
    return set(now.scalars(written.union(moved, made)))


def _stand(claim: models.Claim, reason: str | None) -> None:
    """Let the newest words print, or nothing for this ``reason``."""
    claim.draft_reason = reason
    claim.status, claim.printed = ("draft", None) if reason else ("approved", claim.current.number)


def _answers_by_organizers(now: Session) -> Mapping[str, list[Answer]]:
    """Where each claim stands whose questions organizers have chosen: question, side, position."""
    written = select(models.ClaimRevision.claim_id, models.ClaimRevision.questions)
    rows = now.execute(written.where(models.ClaimRevision.author_id.is_not(None)))
    chosen: dict[str, list[Answer]] = {claim_id: [] for claim_id, questions in rows if questions is not None}
    row = models.DisputeClaim
    for claim_id, dispute_id, side, place in now.execute(
        select(row.claim_id, row.dispute_id, row.side, row.position)
    ):
        if claim_id in chosen:
            chosen[claim_id].append(Answer(dispute_id, side, place))
    return chosen


def _around(library: ShippedLibrary, chosen: Mapping[str, list[Answer]]) -> Iterable[models.Base]:
    for position, item in enumerate(library.disputes):
        yield _dispute(item, position, chosen)
    for position, item in enumerate(library.questions):
        kept = {name: item[name] for name in ("id", "text", "topic", "statuses", "models", "claims")}
        yield models.OfficialQuestion(position=position, **kept)
    for position, item in enumerate(library.terms):
        yield models.GlossaryTerm(position=position, **item)
    for position, item in enumerate(library.events):
        yield models.TimelineEvent(position=position, **item)
    for position, item in enumerate(library.changes):
        yield models.BeforeAfter(position=position, **item)


def _dispute(item: Item, position: int, chosen: Mapping[str, list[Answer]]) -> models.Dispute:
    shipped = [(side, claim_id) for side in ("supporters", "critics", "mixed") for claim_id in item[side]]
    claims = [
        models.DisputeClaim(claim_id=claim_id, side=side, position=place)
        for place, (side, claim_id) in enumerate(shipped)
        if claim_id not in chosen
    ]
    claims += [
        models.DisputeClaim(claim_id=claim_id, side=answer.side, position=answer.position)
        for claim_id, answers in chosen.items()
        for answer in answers
        if answer.dispute_id == item["id"]
    ]
    return models.Dispute(
        id=item["id"],
        position=position,
        question=item["question"],
        not_known=item["not_known"],
        claims=claims,
    )
