"""The links of sources: which are due for a visit, what visits said, and which links fail.

A link is dead after three failures in a row, each at least three days after the one before: a server that is
down for a weekend is not. A refusal says nothing of the page, and begins the row anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Row, Select, and_, func, or_, select

from toolkit.database import session
from toolkit.models import LinkCheck, Source

Outcome = Literal["alive", "failed", "home page", "refused"]
FAILURES, APART = 3, timedelta(days=3)
AGAIN = timedelta(days=7)  # a link that was well is left alone so long
State = Literal["dead", "failing"]
_FAILED = ("failed", "home page")
_OF_PRESENT_LINK = and_(LinkCheck.source_id == Source.id, LinkCheck.url == Source.url)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a visit found; ``status`` is of HTTP and of the last answer, ``detail`` a sentence for people."""

    outcome: Outcome
    status: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is due."""

    source_id: str
    url: str


@dataclass(frozen=True, slots=True)
class FailingLink:
    """A link that failed the last time, and how it stands."""

    source_id: str
    title: str
    url: str
    archive_url: str | None
    since: datetime  # the first failure of the row
    last: datetime
    failures: int  # that count: at least three days apart
    state: State
    detail: str


@dataclass(frozen=True, slots=True)
class RefusedLink:
    """A link whose site lets no machine in: a person has to look."""

    source_id: str
    title: str
    url: str
    last: datetime
    detail: str


def due(now: datetime, limit: int) -> tuple[Link, ...]:
    """Links to visit, those first that nobody visited for longest."""
    last = _last().subquery()
    well, not_well = LinkCheck.outcome == "alive", LinkCheck.outcome != "alive"
    rested = and_(well, LinkCheck.at <= now - AGAIN), and_(not_well, LinkCheck.at <= now - APART)
    rows = (
        select(Source.id, Source.url)
        .outerjoin(last, last.c.source_id == Source.id)
        .outerjoin(LinkCheck, LinkCheck.id == last.c.id)
        .where(Source.url != "", or_(last.c.id.is_(None), *rested))
        .order_by(LinkCheck.at.asc().nulls_first(), Source.id)
        .limit(limit)
    )
    return tuple(Link(source_id, url) for source_id, url in session().execute(rows))


def record(link: Link, seen: Seen, at: datetime) -> None:
    """Keep what a visit said."""
    row = LinkCheck(source_id=link.source_id, url=link.url, at=at)
    row.outcome, row.status, row.detail = seen.outcome, seen.status, seen.detail
    session().add(row)


def failing() -> tuple[FailingLink, ...]:
    """Links that failed at their last visit: the dead first, then those that failed for longest."""
    rows = session().execute(_failures()).all()
    found = [_standing(list(checks)) for _, checks in groupby(rows, key=lambda row: row.source_id)]
    return tuple(sorted(found, key=lambda link: (link.state != "dead", link.since, link.source_id)))


def refused() -> tuple[RefusedLink, ...]:
    """Links whose last visit was refused, by title."""
    last = _last().subquery()
    rows = (
        select(Source.id, Source.title, Source.url, LinkCheck.at, LinkCheck.detail)
        .join(last, last.c.source_id == Source.id)
        .join(LinkCheck, LinkCheck.id == last.c.id)
        .where(LinkCheck.outcome == "refused")
        .order_by(Source.title)
    )
    return tuple(RefusedLink(*row) for row in session().execute(rows))


def last_run() -> datetime | None:
    """When the last visit was."""
    return session().scalar(select(func.max(LinkCheck.at)))


def _last() -> Select[str, int]:
    """The newest visit of each source's present link, by the source's id."""
    newest = func.max(LinkCheck.id).label("id")
    return select(LinkCheck.source_id, newest).join(Source, _OF_PRESENT_LINK).group_by(LinkCheck.source_id)


def _failures() -> Select[*tuple[Any, ...]]:
    """The visits of each link since it last did not fail, in the order of time."""
    broke = (
        select(LinkCheck.source_id, func.max(LinkCheck.id).label("id"))
        .join(Source, _OF_PRESENT_LINK)
        .where(LinkCheck.outcome.not_in(_FAILED))
        .group_by(LinkCheck.source_id)
        .subquery()
    )
    source, check = Source, LinkCheck
    columns = source.title, source.url, source.archive_url, check.source_id, check.at, check.detail
    return (
        select(*columns)
        .join_from(check, source, _OF_PRESENT_LINK)
        .outerjoin(broke, broke.c.source_id == check.source_id)
        .where(check.outcome.in_(_FAILED), or_(broke.c.id.is_(None), check.id > broke.c.id))
        .order_by(check.source_id, check.id)
    )


def _standing(checks: Sequence[Row[*tuple[Any, ...]]]) -> FailingLink:
    """How the failures of one link, in the order of time, add up."""
    first, last = checks[0], checks[-1]
    failures, counted = 1, first.at
    for check in checks:
        if check.at - counted >= APART:
            failures, counted = failures + 1, check.at
    return FailingLink(
        source_id=first.source_id,
        title=first.title,
        url=first.url,
        archive_url=first.archive_url,
        since=first.at,
        last=last.at,
        failures=failures,
        state="dead" if failures >= FAILURES else "failing",
        detail=last.detail,
    )
