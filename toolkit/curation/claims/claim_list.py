"""Finding claims by words, topic, question, stance, status, source, place and review date, page by page."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from toolkit.curation.review import signatures
from toolkit.curation.review.signatures import Signing
from toolkit.curation.review.workflow import IN_REVIEW
from toolkit.database import session
from toolkit.models import Claim, ClaimCitation, ClaimRevision, Dispute, DisputeClaim, Source

ON_A_PAGE = 50
SOON = timedelta(days=30)
OVERDUE, EXPIRES = "overdue", "soon"
BY_DATE = "date"

Newest, Printed = aliased(ClaimRevision), aliased(ClaimRevision)


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims; an empty field asks for any."""

    text: str = ""  # every word of it is in the newest words, or it begins the claim's id
    topic: str = ""
    question: str = ""  # id of a dispute
    stance: str = ""
    status: str = ""
    source: str = ""
    geoids: tuple[str, ...] = ()  # one of them is named in the scope
    whole_country: bool = False
    due: str = ""  # of what prints: overdue, or soon
    ids: Collection[str] | None = None
    order: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list: its newest words, and when what prints is due for a look."""

    id: str
    stance: str
    topic: str
    status: str
    printed: int | None
    newest: int
    text: str
    review_by: date


@dataclass(frozen=True, slots=True)
class ClaimListPage:
    """Lines of one page, and how many claims fit in all."""

    lines: tuple[ClaimLine, ...]
    rows: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.rows // self.size))


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from: names, and pairs of an id and its words."""

    topics: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]


def page(wanted: ClaimQuery, number: int, *, on: date, size: int = ON_A_PAGE) -> ClaimListPage:
    """Page ``number``, from 1; one that is not there is the last."""
    if wanted.ids is not None and not wanted.ids:
        return ClaimListPage((), 0, 1, size)
    found = _FOUND.where(*_plain(wanted), *_about(wanted), *_due(wanted.due, on))
    rows = session().scalar(found.with_only_columns(func.count(Claim.id), maintain_column_froms=True)) or 0
    number = min(max(1, number), max(1, -(-rows // size)))
    asked = found.order_by(*_order(wanted)).limit(size).offset((number - 1) * size)
    return ClaimListPage(tuple(ClaimLine(*row) for row in session().execute(asked)), rows, number, size)


def signings(lines: Iterable[ClaimLine]) -> dict[str, Signing]:
    """Whose signatures those of the lines have that are in review, by claim."""
    return signatures.of([line.id for line in lines if line.status == IN_REVIEW])


def these(ids: Sequence[str]) -> tuple[ClaimLine, ...]:
    """These claims, in their order; one that is not there is left out."""
    lines = {row.id: ClaimLine(*row) for row in session().execute(_FOUND.where(Claim.id.in_(ids)))}
    return tuple(lines[claim_id] for claim_id in ids if claim_id in lines)


def choices() -> Choices:
    """What a search may ask for."""
    run = session().execute
    topics = session().scalars(select(Claim.topic).distinct().order_by(Claim.topic))
    questions = run(select(Dispute.id, Dispute.question).order_by(Dispute.position))
    sources = run(select(Source.id, Source.tag).order_by(func.lower(Source.tag), Source.id))
    return Choices(tuple(topics), tuple((*row,) for row in questions), tuple((*row,) for row in sources))


def _found() -> Select[*tuple[Any, ...]]:
    """Every claim with its newest words, and the printed ones for their date."""
    columns = Claim.id, Claim.stance, Claim.topic, Claim.status, Claim.printed, Claim.newest
    return (
        select(*columns, Newest.text, _DUE)
        .join(Newest, and_(Newest.claim_id == Claim.id, Newest.number == Claim.newest))
        .outerjoin(Printed, and_(Printed.claim_id == Claim.id, Printed.number == Claim.printed))
    )


def _ends(revision: type[ClaimRevision]) -> ColumnElement[date]:
    """When these words are to be looked at, or are no longer true."""
    return case((revision.until < revision.review_by, revision.until), else_=revision.review_by)


_DUE = func.coalesce(_ends(Printed), _ends(Newest))
_FOUND = _found()  # putting it together takes longer than running it


def _plain(wanted: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    for word in wanted.text.split()[:10]:
        yield or_(Newest.text.icontains(word, autoescape=True), Claim.id.istartswith(word, autoescape=True))
    if wanted.topic:
        yield Claim.topic == wanted.topic
    if wanted.stance:
        yield Claim.stance == wanted.stance
    if wanted.status:
        yield Claim.status == wanted.status
    if wanted.ids is not None:
        yield Claim.id.in_(wanted.ids)


def _about(wanted: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if wanted.question:
        yield _answers(wanted.question)
    if wanted.source:
        cited = ClaimCitation.source_id == wanted.source
        yield Newest.id.in_(select(ClaimCitation.revision_id).where(cited))
    if wanted.geoids:
        yield or_(*(_lists(_of_kind(geoid), geoid) for geoid in wanted.geoids))
    if wanted.whole_country:
        scopes = Newest.scope_states, Newest.scope_counties, Newest.scope_places
        yield and_(*(cast(scope, String) == "[]" for scope in scopes))


def _answers(question: str) -> ColumnElement[bool]:
    """Its newest words say so; where they say nothing, as the starter library has it."""
    listed = select(DisputeClaim.claim_id).where(DisputeClaim.dispute_id == question)
    says_nothing = cast(Newest.questions, String).is_(None) | cast(Newest.questions, String).not_like("[%")
    return or_(_lists(Newest.questions, question), and_(says_nothing, Claim.id.in_(listed)))


def _lists(column: InstrumentedAttribute[Any], word: str) -> ColumnElement[bool]:
    """Whether a JSON list of plain words holds this one, on any database."""
    return cast(column, String).contains(f'"{word}"', autoescape=True)


def _of_kind(geoid: str) -> InstrumentedAttribute[list[str]]:
    scopes = {2: Newest.scope_states, 5: Newest.scope_counties}
    return scopes.get(len(geoid), Newest.scope_places)


def _due(due: str, on: date) -> Iterator[ColumnElement[bool]]:
    if due == OVERDUE:
        yield or_(Printed.review_by < on, Printed.until <= on)
    if due == EXPIRES:
        yield _ends(Printed).between(on, on + SOON)
        yield or_(Printed.until.is_(None), Printed.until > on)


def _order(wanted: ClaimQuery) -> tuple[Any, ...]:
    return (_DUE, Claim.id) if wanted.order == BY_DATE else (Claim.id,)
