"""The library as a sheet needs it: the claims that print, what they answer, terms and sources.

What prints is the revision that ``Claim.printed`` names: the approved words, while newer ones are reviewed.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import JSON, Row, Select, Text, bindparam, func, or_, select
from sqlalchemy import cast as sql_cast

from fact_sheets import snapshot
from fact_sheets.citations_style import word_note
from fact_sheets.dossier import (
    Citation,
    Claim,
    Dispute,
    GlossaryTerm,
    Library,
    OfficialQuestion,
    Scope,
    Source,
    Verified,
)
from fact_sheets.errors import DossierError
from fact_sheets.measures import enough_readers, reading
from toolkit import models
from toolkit.database import session
from toolkit.ledger import memory, subjects
from toolkit.ledger.claim_words import ClaimWords
from toolkit.models import ClaimCitation, ClaimRevision, DisputeClaim
from toolkit.models.issue import InList
from toolkit.publishing.knowing import rosters

Entry = TypeVar("Entry", bound=InList)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What sheets may say of the library at one state of the ledger."""

    library: Library
    sha256: str
    checked: date | None  # the day that holds for all of the starter library


def library(subject: str = "") -> Library:
    """Everything that prints of a subject, as it stands in the database; unnamed, of the first open one."""
    known = subjects.find(subject)
    claims, terms = _claims(known.id), _glossary(known.id)
    cited = known.cited | {citation.source_id for claim in claims for citation in claim.citations}
    cited |= {source_id for term in terms for source_id in term.source_ids}
    newest = rosters.newest(known.id)
    counts = rosters.counts(known.id, newest.list_date) if newest else ()
    asked = _disputes(known.id), _questions(known.id)
    return Library(known, claims, *asked, terms, counts, sources(cited))


def remembered(readers: int, subject: str = "") -> Remembered:
    """What sheets may say, of claims that so many approved. Read anew only after the ledger has changed."""
    return memory.remembered(("library", subject, readers), lambda: _read_anew(readers, subject))


def warm(readers: int) -> None:
    """Have ready what sheets ask for again and again: libraries, claims counted, sources in words."""
    _, *others = subjects.every(closed=False)
    for subject in ("", *(other.id for other in others)):  # as pages ask: the first one goes unnamed
        for claim in remembered(readers, subject).library.claims:
            reading(claim.text).grade  # noqa: B018  remembers it
    for csl in session().scalars(select(models.Source.csl)):
        with suppress(DossierError):  # the sheet that cites it will say so
            word_note(csl)


def _read_anew(readers: int, subject: str) -> Remembered:
    whole = library(subject)
    # Fewer may have read some when the installation asked for fewer.
    kept = replace(whole, claims=tuple(claim for claim in whole.claims if enough_readers(claim, readers)))
    # One claim that was looked at since makes the starter library no newer.
    checked = min((claim.checked for claim in whole.claims if claim.readers is None), default=None)
    return Remembered(kept, snapshot.sha256_of_library(kept), checked)


def listed(table: type[Entry], subject: str) -> Sequence[Entry]:
    """What prints of a list of this subject, in its order."""
    rows = select(table).where(table.subject == subject, table.retired.is_(False))
    return session().scalars(rows.order_by(table.position, table.id)).all()


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
        scope=_scope(_listed(said.scope_states), _listed(said.scope_counties), _listed(said.scope_places)),
        models=_listed(said.models),
        statistic=said.statistic,
        story=said.story,
        citations=tuple(citations),
        counter_claims=_listed(said.counter_claims),
        spoken=said.spoken,
        until=said.until,
        needs=_listed(said.needs),
        fits=_listed(said.fits),
        **known,
    )


def _claims(subject: str) -> tuple[Claim, ...]:
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
        for row in session().execute(_PRINTED, {"of": subject})
    )


def _listed(value: str | Iterable[str]) -> tuple[str, ...]:
    """A list, or the JSON of one."""
    return _read(value) if isinstance(value, str) else tuple(value)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, ...]:
    """A list as the database keeps it. Most are empty, and few differ: to read each anew takes longest."""
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _scope(states: tuple[str, ...], counties: tuple[str, ...], places: tuple[str, ...]) -> Scope:
    """Claims about the same places share one record."""
    return Scope(states, counties, places)


def _printed() -> Select[*tuple[Any, ...]]:
    """The revision that prints of every claim that has one, its lists as text."""
    claim, revision = models.Claim, ClaimRevision.__table__.c
    columns = (sql_cast(c, Text).label(c.name) if isinstance(c.type, JSON) else c for c in revision)
    return (
        select(claim.stance, claim.topic, *columns)
        .join_from(
            claim,
            ClaimRevision.__table__,
            (revision.claim_id == claim.id) & (revision.number == claim.printed),
        )
        .where(claim.subject == bindparam("of"))
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
    """The citations of every revision that prints, by its id."""
    cited = ClaimCitation.__table__.c
    prints = (ClaimRevision.claim_id == models.Claim.id) & (ClaimRevision.number == models.Claim.printed)
    rows = (
        select(cited.revision_id, cited.source_id, cited.locator, cited.quote)
        .join(ClaimRevision, ClaimRevision.id == cited.revision_id)
        .join(models.Claim, prints)
        .order_by(cited.position)
    )
    listed: dict[int, list[Citation]] = defaultdict(list)
    for revision_id, *where in session().execute(rows):
        listed[revision_id].append(Citation(*where))
    return listed


def _disputes(subject: str) -> tuple[Dispute, ...]:
    sides: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    answers = (
        select(DisputeClaim.dispute_id, DisputeClaim.side, DisputeClaim.claim_id)
        .join(models.Claim, models.Claim.id == DisputeClaim.claim_id)
        .where(models.Claim.printed.is_not(None), models.Claim.subject == subject)
        .order_by(DisputeClaim.position)
    )
    for dispute_id, side, claim_id in session().execute(answers):
        sides[dispute_id][side].append(claim_id)
    return tuple(
        Dispute(
            row.id,
            row.question,
            supporters=tuple(sides[row.id]["supporters"]),
            critics=tuple(sides[row.id]["critics"]),
            mixed=tuple(sides[row.id]["mixed"]),
            not_known=row.not_known,
        )
        for row in listed(models.Dispute, subject)
    )


def _questions(subject: str) -> tuple[OfficialQuestion, ...]:
    rows = listed(models.OfficialQuestion, subject)
    return tuple(OfficialQuestion(row.id, row.text, tuple(row.statuses), tuple(row.models)) for row in rows)


def _glossary(subject: str) -> tuple[GlossaryTerm, ...]:
    rows = listed(models.GlossaryTerm, subject)
    return tuple(GlossaryTerm(row.term, row.definition, tuple(row.sources)) for row in rows)
