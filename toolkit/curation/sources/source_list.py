"""The list in which editors find a source."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select

from toolkit.database import session
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Source

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class DeskSource:
    """A source in the list; ``claims`` is how many claims that print cite it."""

    id: str
    title: str
    tag: str
    kind: str
    perspective: str
    claims: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """Sources of one page, by title, and how many there are in all."""

    lines: tuple[DeskSource, ...]
    rows: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.rows // ON_A_PAGE))


def page(words: str, number: int) -> SourceList:
    """Page ``number``, from 1, of the sources that hold all these words; one that is missing is the last."""
    rows = session().scalar(select(func.count()).select_from(_found(words).subquery())) or 0
    number = min(max(1, number), max(1, -(-rows // ON_A_PAGE)))
    asked = _found(words).order_by(func.lower(Source.title), Source.id)
    found = session().execute(asked.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)).all()
    counts = _counts([row.id for row in found])
    return SourceList(tuple(DeskSource(*row, counts.get(row.id, 0)) for row in found), rows, number)


def _found(words: str) -> Select[str, str, str, str, str]:
    asked = select(Source.id, Source.title, Source.tag, Source.kind, Source.perspective)
    for word in words.split():
        columns = (Source.title, Source.tag, Source.id, Source.url)
        asked = asked.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return asked


def _counts(ids: Sequence[str]) -> dict[str, int]:
    """How many claims that print cite each of these sources."""
    cited = ClaimCitation.source_id
    printed = (ClaimRevision.claim_id == Claim.id) & (ClaimRevision.number == Claim.printed)
    asked = (
        select(cited, func.count(Claim.id.distinct()))
        .join(ClaimRevision, ClaimRevision.id == ClaimCitation.revision_id)
        .join(Claim, printed)
        .where(cited.in_(ids))
        .group_by(cited)
    )
    return {row[0]: row[1] for row in session().execute(asked)}
