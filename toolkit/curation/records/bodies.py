"""Public bodies, edited: rules for speaking, clerk and clocks, and who confirmed that and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select

from toolkit.access import journal, roles
from toolkit.curation.errors import NotFit
from toolkit.curation.records import record_history, records
from toolkit.database import session
from toolkit.models import Jurisdiction, Person, PublicBody, RecordRevision
from toolkit.models.body import LOCAL

DEED = "meeting.write"
NOUN = PublicBody.__tablename__
REVIEW_AFTER = timedelta(days=90)  # rules for speaking are law, of a small legislature
ON_A_PAGE = 50
LONGEST_ID = 60
GONE = "This body is not here any more."


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body in the list."""

    id: str
    name: str
    place: str
    state: str
    verified_on: date | None
    review_by: date | None


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Some of the bodies that fit, and how many pages there are."""

    bodies: tuple[ListedBody, ...]
    number: int
    pages: int


def find(body_id: str) -> PublicBody | None:
    """The body with this id."""
    return session().get(PublicBody, body_id)


def place_of(body: PublicBody) -> str:
    """ "Frederick County, Maryland"."""
    where = session().get(Jurisdiction, body.geoid)
    if where is None:
        return ""
    return where.name if where.kind == "state" else f"{where.name}, {where.state_name}"


def page(words: str, number: int) -> BodyPage:
    """Bodies whose name or place has these words, those first that are overdue for another look."""
    fitting = select(PublicBody).join(Jurisdiction, Jurisdiction.geoid == PublicBody.geoid)
    for word in words.split():
        names = PublicBody.name, Jurisdiction.name, Jurisdiction.state_name
        fitting = fitting.where(or_(*(name.icontains(word, autoescape=True) for name in names)))
    rows = session().scalar(select(func.count()).select_from(fitting.subquery())) or 0
    pages = max(1, -(-rows // ON_A_PAGE))
    number = min(max(1, number), pages)
    columns = fitting.with_only_columns(
        PublicBody.id,
        PublicBody.name,
        Jurisdiction.name.label("place"),
        Jurisdiction.state_name.label("state"),
        PublicBody.verified_on,
        PublicBody.review_by,
    ).order_by(PublicBody.review_by.is_(None), PublicBody.review_by, Jurisdiction.state_name, PublicBody.id)
    shown = session().execute(columns.offset((number - 1) * ON_A_PAGE).limit(ON_A_PAGE))
    return BodyPage(tuple(ListedBody(*row) for row in shown), number, pages)


def add(geoid: str, values: Mapping[str, object], *, reason: str, by: Person, now: datetime) -> PublicBody:
    """A body that was not here. Raises NotAllowed, NotFit."""
    roles.require(by, DEED)
    where = session().get(Jurisdiction, geoid)
    if where is None:
        raise NotFit(["No place that we know has this code."])
    row = records.add(
        lambda: PublicBody(id=_id(str(values["name"]), where), geoid=geoid, origin=LOCAL, **values),
        reason,
        by=by,
        now=now,
    )
    journal.record(by, DEED, f"{NOUN}:{row.id}", {"number": 1, "reason": reason}, now)
    return row


def write(
    body_id: str, values: Mapping[str, object], *, reason: str, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Give a body other facts and rules. Raises NotAllowed, NotFit, Stale."""
    return _change(body_id, values, reason, {}, base=base, by=by, now=now)


def verify(body_id: str, how: str, *, on: date, base: int, by: Person, now: datetime) -> RecordRevision:
    """Say that the rules were confirmed today, and how; they are due again in 90 days. Raises as above."""
    values = {"verified_on": on, "verified_by": how, "review_by": on + REVIEW_AFTER}
    return _change(body_id, values, f"Verified: {how}", {"verified": how}, base=base, by=by, now=now)


def restore(
    body_id: str, number: int, *, reason: str, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Make a body what it was in entry ``number``, verified when it was then. Raises as above."""
    values = record_history.values_of(PublicBody, NOUN, body_id, number)
    return _change(body_id, values, reason, {"restored": number}, base=base, by=by, now=now)


def _change(
    body_id: str,
    values: Mapping[str, object],
    reason: str,
    told: Mapping[str, object],
    *,
    base: int,
    by: Person,
    now: datetime,
) -> RecordRevision:
    roles.require(by, DEED)
    row = session().get(PublicBody, body_id, with_for_update=True)
    if row is None:
        raise NotFit([GONE])
    # A body that somebody edited is theirs: a newer file of shipped ones leaves it alone.
    entry = records.change(row, {**values, "origin": LOCAL}, reason, base=base, by=by, now=now)
    detail = {"number": entry.number, "reason": reason, **told}
    journal.record(by, DEED, f"{NOUN}:{body_id}", detail, now)
    return entry


def _id(name: str, where: Jurisdiction) -> str:
    """A name for addresses that no body has: "county-council-frederick-county-md"."""
    said = f"{name} {where.name} {where.state_code}"
    return records.free_key(PublicBody.id, records.slug(said, LONGEST_ID - 6) or "body")
