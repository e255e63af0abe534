"""Sources as readers see them: who published what and when, their standpoint, how far each was seen."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from fact_sheets import dossier
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.models import (
    BeforeAfter,
    Claim,
    ClaimCitation,
    ClaimRevision,
    DecisionMaker,
    GlossaryTerm,
    Source,
    StatePolicy,
    TimelineEvent,
)
from toolkit.publishing.knowing.claims import citing

VERIFIED = {
    "primary-read": "We read the original.",
    "primary-excerpt": "We read the cited part of the original.",
    "secondary-excerpt": "We read the cited words where another publication quotes them.",
    "unseen": "We have not seen this source. No claim that rests on it alone is printed.",
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list."""

    id: str
    title: str
    tag: str
    publisher: str
    published: str  # a year, year-month or date, empty where it has none
    kind: str
    perspective: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source with its link, how it was verified, and the claims that cite it."""

    line: SourceLine
    authors: tuple[str, ...]
    url: str  # empty where we know no page of the publisher's own
    read_at: str | None  # the copy that was read
    verified: str
    verified_note: str
    note: str | None
    funding: str | None
    archive_url: str | None
    claims: tuple[dossier.Claim, ...]


def every_source(subject: str = "") -> tuple[SourceLine, ...]:
    """The sources that no other subject alone rests on, by title; those that begin with a number last."""
    of, cited = subjects.find(subject).id, _subjects_citing()
    rows = (row for row in session().scalars(select(Source)) if of in cited.get(row.id, {subjects.find().id}))
    return tuple(sorted(map(_line, rows), key=lambda line: (line.title[0].isdigit(), line.title.casefold())))


def _subjects_citing() -> dict[str, set[str]]:
    """The subjects that anything cites a source for, by the source; one that nothing cites is left out."""
    cited: dict[str, set[str]] = defaultdict(set)
    claims = (
        select(ClaimCitation.source_id, Claim.subject)
        .join(ClaimRevision, ClaimRevision.id == ClaimCitation.revision_id)
        .join(Claim, Claim.id == ClaimRevision.claim_id)
        .distinct()
    )
    for source_id, subject in session().execute(claims):
        cited[source_id].add(subject)
    for table in (GlossaryTerm, TimelineEvent, BeforeAfter, StatePolicy, DecisionMaker):
        for source_ids, subject in session().execute(select(table.sources, table.subject)):
            for source_id in source_ids:
                cited[source_id].add(subject)
    return cited


def find(source_id: str, subject: str = "") -> SourcePage | None:
    """The source with this id."""
    row = session().get(Source, source_id)
    if row is None:
        return None
    return SourcePage(
        line=_line(row),
        authors=names_of(row.csl),
        url=row.url,
        read_at=row.seen_at,
        verified=VERIFIED[row.verified_level],
        verified_note=row.verified_note,
        note=row.note,
        funding=row.funding,
        archive_url=row.archive_url,
        claims=citing(source_id, subject),
    )


def names_of(csl: Mapping[str, Any]) -> tuple[str, ...]:
    """Who wrote it: "Richard M. Stana", or an organization."""
    return tuple(_name(author) for author in _list(csl.get("author")))


def published(csl: Mapping[str, Any]) -> str:
    """ "2020-09" of CSL's {"date-parts": [[2020, 9]]}; empty where it has no date."""
    issued = csl.get("issued")
    parts = _list(issued.get("date-parts")) if isinstance(issued, Mapping) else []
    return "-".join(f"{int(part):02d}" for part in parts[0]) if parts else ""


def _line(row: Source) -> SourceLine:
    return SourceLine(
        id=row.id,
        title=row.title,
        tag=row.tag,
        publisher=str(row.csl.get("publisher") or row.csl.get("container-title") or ""),
        published=published(row.csl),
        kind=row.kind,
        perspective=row.perspective,
    )


def _name(author: Mapping[str, str]) -> str:
    given_first = (author.get("given", ""), author.get("non-dropping-particle", ""), author.get("family", ""))
    return author.get("literal") or " ".join(part for part in given_first if part)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
