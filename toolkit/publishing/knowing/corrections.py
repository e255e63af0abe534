"""Corrections as the public reads them: what a claim said, what it says, why, and how many sheets said it.

Nobody is named here: what organizers did stands in their event log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Row, ScalarSelect, Select, func, select
from sqlalchemy.orm import aliased

from toolkit.database import session
from toolkit.models import ClaimRevision, Correction, EditionClaim

ON_A_PAGE = 50
Kind = Literal["changed", "told more exactly now", "withdrawn", "no longer printed", "prints again"]


@dataclass(frozen=True, slots=True)
class Notice:
    """The public sentence of one correction, and its day."""

    claim_id: str
    from_revision: int  # the last that printed before
    kind: Kind
    sentence: str
    made_on: date
    grave: bool  # whether what was printed is called wrong


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A correction in the log. ``today`` is None where the claim was withdrawn."""

    number: int
    notice: Notice
    was: str
    today: str | None
    editions: int  # how many had printed the claim before


@dataclass(frozen=True, slots=True)
class Log:
    """One page of the log, the newest day first, and how many corrections there are in all."""

    days: tuple[tuple[date, tuple[LogEntry, ...]], ...]
    rows: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.rows // ON_A_PAGE))


def log(number: int = 1) -> Log:
    """Page ``number``, from 1; one that is not there is the last."""
    rows = session().scalar(select(func.count()).select_from(Correction)) or 0
    number = min(max(1, number), max(1, -(-rows // ON_A_PAGE)))
    found = entries(_newest_first().limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE))
    days = groupby(found, key=lambda entry: entry.notice.made_on)
    return Log(tuple((day, tuple(each)) for day, each in days), rows, number)


def newest(most: int = ON_A_PAGE) -> tuple[LogEntry, ...]:
    """The newest corrections."""
    return entries(_newest_first().limit(most))


def of_claim(claim_id: str) -> tuple[LogEntry, ...]:
    """Every correction of one claim, the newest first."""
    return entries(_newest_first().where(Correction.claim_id == claim_id))


def notices(claim_ids: Iterable[str]) -> tuple[Notice, ...]:
    """The corrections of these claims, the newest first."""
    rows = _newest_first().where(Correction.claim_id.in_(list(claim_ids)))
    return tuple(_notice(row) for row in session().execute(rows))


def entries(asked: Select[*tuple[Any, ...]]) -> tuple[LogEntry, ...]:
    """The corrections of a selection with the words before and after."""
    rows = session().execute(asked).all()
    printed = _editions([row.id for row in rows])
    return tuple(LogEntry(row.id, _notice(row), row.was, row.today, printed.get(row.id, 0)) for row in rows)


def _newest_first() -> Select[*tuple[Any, ...]]:
    was, today = aliased(ClaimRevision), aliased(ClaimRevision)
    correction = Correction
    return (
        select(
            correction.id,
            correction.claim_id,
            correction.from_revision,
            correction.to_revision,
            correction.sentence,
            correction.grave,
            correction.made_on,
            was.text.label("was"),
            today.text.label("today"),
            _taken_back().label("taken_back"),
        )
        .join(was, (was.claim_id == correction.claim_id) & (was.number == correction.from_revision))
        .outerjoin(today, (today.claim_id == correction.claim_id) & (today.number == correction.to_revision))
        .order_by(correction.made_on.desc(), correction.id.desc())
    )


def _taken_back() -> ScalarSelect[int]:
    """The claim's correction right before this one, if that took it out of print."""
    one, other = aliased(Correction), aliased(Correction)
    last = select(func.max(one.id)).where(one.claim_id == Correction.claim_id, one.id < Correction.id)
    before = last.correlate(Correction).scalar_subquery()
    return select(other.id).where(other.id == before, other.to_revision.is_(None)).scalar_subquery()


def _notice(row: Row[*tuple[Any, ...]]) -> Notice:
    kind: Kind = "changed" if row.grave else "told more exactly now"
    if row.to_revision is None:
        kind = "withdrawn" if row.grave else "no longer printed"
    elif row.taken_back is not None:
        kind = "prints again"
    return Notice(row.claim_id, row.from_revision, kind, row.sentence, row.made_on, row.grave)


def _editions(numbers: list[int]) -> dict[int, int]:
    """How many editions had printed the claim of each of these corrections, in whichever words before it."""
    rows = (
        select(Correction.id, func.count(EditionClaim.code))
        .join(
            EditionClaim,
            (EditionClaim.claim_id == Correction.claim_id)
            & (EditionClaim.revision <= Correction.from_revision),
        )
        .where(Correction.id.in_(numbers))
        .group_by(Correction.id)
    )
    return dict(session().execute(rows).all())
