"""The library as a sheet needs it: the claims that print, what they answer, terms and sources.

What prints is the revision that ``Claim.printed`` names: the approved words, while newer ones are reviewed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Row, Select, func, or_, select

from fact_sheets.dossier import (
    Citation,
    Claim,
    Dispute,
    GlossaryTerm,
    Model,
    OfficialQuestion,
    Scope,
    Source,
    Verified,
)
from toolkit import models
from toolkit.database import session
from toolkit.ledger.claim_words import ClaimWords
from toolkit.models import ClaimCitation, ClaimRevision, DisputeClaim


@dataclass(frozen=True, slots=True)
class Library:
    """Everything of the library that may print, the same for every place."""

    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    questions: tuple[OfficialQuestion, ...]
    glossary: tuple[GlossaryTerm, ...]

    def source_ids(self) -> Iterator[str]:
        """The sources that its claims and terms cite."""
        for claim in self.claims:
            yield from (citation.source_id for citation in claim.citations)
        for term in self.glossary:
            yield from term.source_ids


def library() -> Library:
    """The library as it stands in the database. Seven queries."""
    return Library(_claims(), _disputes(), _questions(), _glossary())


def sources(ids: Iterable[str]) -> tuple[Source, ...]:
    """These sources in the order of their ids, each once."""
    row = models.Source
    columns = row.id, row.csl, row.tag, row.kind, row.perspective, row.url, row.verified_level
    found = session().execute(select(*columns).where(row.id.in_(set(ids))).order_by(row.id))
    return tuple(Source(*each[:-1], cast(Verified, each.verified_level)) for each in found)


def pressed(
    said: ClaimWords | ClaimRevision | Row[*tuple[Any, ...]],
    citations: Iterable[Citation],
    **known: Any,
) -> Claim:
    """The press's record of these words; ``known`` are the id, revision, stance, topic and readers."""
    return Claim(
        text=said.text,
        as_of=said.as_of,
        checked=said.checked,
        review_by=said.review_by,
        scope=Scope(tuple(said.scope_states), tuple(said.scope_counties), tuple(said.scope_places)),
        models=cast(tuple[Model, ...], tuple(said.models)),
        statistic=said.statistic,
        story=said.story,
        citations=tuple(citations),
        counter_claims=tuple(said.counter_claims),
        spoken=said.spoken,
        until=said.until,
        **known,
    )


def _claims() -> tuple[Claim, ...]:
    citations, readers = _citations(), _readers()
    return tuple(
        pressed(
            row,
            citations[row.id],
            id=row.claim_id,
            revision=row.number,
            stance=row.stance,
            topic=row.topic,
            readers=readers.get((row.claim_id, row.words_from or row.number)),
        )
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
    cited = ClaimCitation
    rows = select(cited.revision_id, cited.source_id, cited.locator, cited.quote).order_by(cited.position)
    found: dict[int, list[Citation]] = defaultdict(list)
    for revision_id, source_id, locator, quote in session().execute(rows):
        found[revision_id].append(Citation(source_id, locator, quote))
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
