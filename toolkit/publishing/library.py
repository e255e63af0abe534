"""The library as a sheet needs it: the claims that print, what they answer, terms and sources.

What prints is the revision that ``Claim.printed`` names: the approved words, while newer ones are reviewed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Row, Select, func, or_, select

from fact_sheets import snapshot
from fact_sheets.dossier import (
    Citation,
    Claim,
    Dispute,
    GlossaryTerm,
    Library,
    Model,
    OfficialQuestion,
    Scope,
    Source,
    Stance,
    Verified,
)
from fact_sheets.measures import enough_readers
from toolkit import models
from toolkit.database import session
from toolkit.models import ClaimCitation, ClaimRevision, DisputeClaim, LedgerChange
from toolkit.publishing import rosters


@dataclass(frozen=True, slots=True)
class Remembered:
    """What sheets may say of the library at one state of the ledger."""

    library: Library
    sha256: str
    checked: date | None  # the day that holds for all of the starter library


# By the pool of connections that engines on one database share, then by the number of readers.
_REMEMBERED: WeakKeyDictionary[object, dict[int, tuple[object, Remembered]]] = WeakKeyDictionary()


def library() -> Library:
    """Everything of the library that prints, as it stands in the database."""
    claims, terms = _claims(), _glossary()
    cited = {citation.source_id for claim in claims for citation in claim.citations}
    cited |= {source_id for term in terms for source_id in term.source_ids}
    newest = rosters.newest()
    counts = rosters.counts(newest.list_date) if newest else ()
    return Library(claims, _disputes(), _questions(), terms, counts, sources(cited))


def remembered(readers: int) -> Remembered:
    """What sheets may say, of claims that so many approved. Read anew only after the ledger has changed."""
    memory = _REMEMBERED.setdefault(session().get_bind().engine.pool, {})
    state = tuple(session().execute(_STATE).one())
    known = memory.get(readers)  # looked up once: another thread may remember another state at any moment
    if known is None or known[0] != state:
        known = memory[readers] = (state, _read_anew(readers))
    return known[1]


def _read_anew(readers: int) -> Remembered:
    whole = library()
    # Fewer may have read some when the installation asked for fewer.
    kept = replace(whole, claims=tuple(claim for claim in whole.claims if enough_readers(claim, readers)))
    # One claim that was looked at since makes the starter library no newer.
    checked = min((claim.checked for claim in whole.claims if claim.readers is None), default=None)
    return Remembered(kept, snapshot.sha256_of_library(kept), checked)


def sources(ids: Iterable[str]) -> tuple[Source, ...]:
    """These sources in the order of their ids, each once."""
    row = models.Source
    columns = row.id, row.csl, row.tag, row.kind, row.perspective, row.url, row.verified_level
    found = session().execute(select(*columns).where(row.id.in_(set(ids))).order_by(row.id))
    return tuple(Source(*each[:-1], cast(Verified, each.verified_level)) for each in found)


def _claims() -> tuple[Claim, ...]:
    citations, readers = _citations(), _readers()
    return tuple(
        _claim(row, citations[row.id], readers.get((row.claim_id, row.words_from or row.number)))
        for row in session().execute(_PRINTED)
    )


def _printed() -> Select[*tuple[Any, ...]]:
    """The revision that prints of every claim that has one."""
    claim, revision = models.Claim, ClaimRevision.__table__.c
    return (
        select(claim.stance, claim.topic, *revision)
        .join_from(
            claim,
            ClaimRevision.__table__,
            (revision.claim_id == claim.id) & (revision.number == claim.printed),
        )
        .order_by(claim.id)
    )


_PRINTED = _printed()  # putting it together takes longer than running it
_LAST = select(LedgerChange.mark).order_by(LedgerChange.id.desc()).limit(1).scalar_subquery()
_STATE = select(func.count(LedgerChange.id), _LAST)


def _claim(row: Row[*tuple[Any, ...]], citations: list[Citation], readers: int | None) -> Claim:
    return Claim(
        id=row.claim_id,
        revision=row.number,
        stance=cast(Stance, row.stance),
        topic=row.topic,
        text=row.text,
        as_of=row.as_of,
        checked=row.checked,
        review_by=row.review_by,
        scope=Scope(tuple(row.scope_states), tuple(row.scope_counties), tuple(row.scope_places)),
        models=tuple(row.models),
        statistic=row.statistic,
        story=row.story,
        citations=tuple(citations),
        counter_claims=tuple(row.counter_claims),
        spoken=row.spoken,
        readers=readers,
    )


def _readers() -> dict[tuple[str, int], int]:
    """How many approved each revision that an organizer wrote, or that was read here; by claim and number."""
    revision, approvals = ClaimRevision, func.count(models.Approval.id)
    written = revision.author_id.is_not(None)
    rows = session().execute(
        select(revision.claim_id, revision.number, approvals)
        .join(models.Claim, models.Claim.id == revision.claim_id)
        .outerjoin(models.Approval, models.Approval.revision_id == revision.id)
        .where(revision.words_from.is_(None), or_(written, models.Claim.status == "approved"))
        .group_by(revision.claim_id, revision.number, revision.author_id)
        .having(or_(written, approvals > 0))
    )
    return {(claim_id, number): count for claim_id, number, count in rows}


def _citations() -> dict[int, list[Citation]]:
    """The citations of every revision, by its id."""
    columns = (
        ClaimCitation.revision_id,
        ClaimCitation.source_id,
        ClaimCitation.locator,
        ClaimCitation.quote,
    )
    found: dict[int, list[Citation]] = defaultdict(list)
    for row in session().execute(select(*columns).order_by(ClaimCitation.position)):
        found[row.revision_id].append(Citation(row.source_id, row.locator, row.quote))
    return found


def _disputes() -> tuple[Dispute, ...]:
    sides: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    answers = (
        select(DisputeClaim.dispute_id, DisputeClaim.side, DisputeClaim.claim_id)
        .join(models.Claim, models.Claim.id == DisputeClaim.claim_id)
        .where(models.Claim.printed.is_not(None))
        .order_by(DisputeClaim.position)
    )
    for dispute_id, side, claim_id in session().execute(answers):
        sides[dispute_id][side].append(claim_id)
    rows = session().scalars(select(models.Dispute).order_by(models.Dispute.position))
    return tuple(
        Dispute(
            row.id,
            row.question,
            supporters=tuple(sides[row.id]["supporters"]),
            critics=tuple(sides[row.id]["critics"]),
            mixed=tuple(sides[row.id]["mixed"]),
            not_known=row.not_known,
        )
        for row in rows
    )


def _questions() -> tuple[OfficialQuestion, ...]:
    rows = session().scalars(select(models.OfficialQuestion).order_by(models.OfficialQuestion.position))
    return tuple(
        OfficialQuestion(
            row.id, row.text, cast(Any, tuple(row.statuses)), cast(tuple[Model, ...], tuple(row.models))
        )
        for row in rows
    )


def _glossary() -> tuple[GlossaryTerm, ...]:
    rows = session().scalars(select(models.GlossaryTerm).order_by(models.GlossaryTerm.position))
    return tuple(GlossaryTerm(row.term, row.definition, tuple(row.sources)) for row in rows)
