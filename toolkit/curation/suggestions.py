"""What readers suggest: kept as they typed it, with what it is about and the day, and nothing about them.

Organizers answer, or set aside with a reason. Both are notes for the house; nobody can be written to.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import ColumnElement, func, select

from toolkit.access import journal, roles
from toolkit.access.limits import Limits
from toolkit.curation.errors import AlreadySettled, TooManyOpen
from toolkit.database import session
from toolkit.models import Claim, Correction, Edition, Person, Suggestion

OPEN, ANSWERED, SET_ASIDE = "open", "answered", "set aside"
Settled = Literal["answered", "set aside"]
STATES = (OPEN, ANSWERED, SET_ASIDE)
ON_A_PAGE = 50
MOST_OPEN = 200
LONGEST = 2000
_HIDDEN = frozenset({"Cf", "Cn", "Co", "Cs"})  # what no one sees, and what is no character


@dataclass(frozen=True, slots=True)
class SuggestionPage:
    """Suggestions of one state on one page, and how many there are in all."""

    rows: Sequence[Suggestion]
    count: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.count // ON_A_PAGE))


def is_known(subject: str) -> bool:
    """Whether it names a claim or an edition that has a page: "claim:saf-03", "edition:K7M2P-4QXRT"."""
    noun, _, key = subject.partition(":")
    if noun == "edition":
        return session().scalar(select(Edition.code).where(Edition.code == key)) is not None
    corrected = select(Correction.id).where(Correction.claim_id == Claim.id).exists()
    claims = select(Claim.id).where(Claim.id == key, Claim.printed.is_not(None) | corrected)
    return noun == "claim" and session().scalar(claims) is not None


def keep(subject: str, text: str, limits: Limits, *, on: date, now: datetime) -> None:
    """Keep a suggestion of anybody's; what was suggested in the same words before is kept once.

    Raises TooManyOpen, or TooManyTries where too many came within the hour.
    """
    words = readable(text)
    same = select(Suggestion.id).where(Suggestion.subject == subject, Suggestion.text == words)
    if session().scalar(same.limit(1)) is not None:
        return
    if open_count() >= MOST_OPEN:
        raise TooManyOpen
    limits.suggestion(now)
    session().add(Suggestion(subject=subject, text=words, made_on=on, state=OPEN))
    session().flush()


def readable(text: str) -> str:
    """The words as they are kept: composed (NFC), line ends alike, without characters that nobody sees."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(each for each in composed if unicodedata.category(each) not in _HIDDEN).strip()


def open_count() -> int:
    """How many wait for an answer."""
    return _count(Suggestion.state == OPEN)


def first_open(most: int = 10) -> Sequence[Suggestion]:
    """Those that wait longest."""
    rows = select(Suggestion).where(Suggestion.state == OPEN).order_by(Suggestion.id).limit(most)
    return session().scalars(rows).all()


def listed(state: str, number: int) -> SuggestionPage:
    """Page ``number``, from 1, of a state: the oldest first of what waits, else the newest."""
    count = _count(Suggestion.state == state)
    number = min(max(1, number), max(1, -(-count // ON_A_PAGE)))
    order = Suggestion.id if state == OPEN else Suggestion.id.desc()
    rows = select(Suggestion).where(Suggestion.state == state).order_by(order)
    page = rows.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE)
    return SuggestionPage(session().scalars(page).all(), count, number)


def find(number: int) -> Suggestion | None:
    """The suggestion with this number."""
    return session().get(Suggestion, number)


def settle(row: Suggestion, state: Settled, note: str, *, by: Person, now: datetime) -> None:
    """Answer a suggestion with a note, or set it aside with a reason. Raises AlreadySettled, NotAllowed."""
    roles.require(by, "suggestion.answer")
    session().refresh(row, with_for_update=True)
    if row.state != OPEN:
        raise AlreadySettled
    row.state, row.answer, row.answered_by, row.answered_at = state, note, by.id, now
    journal.record(
        by, "suggestion.answer", f"suggestion:{row.id}", {"about": row.subject, "state": state}, now
    )


def _count(where: ColumnElement[bool]) -> int:
    return session().scalar(select(func.count()).select_from(Suggestion).where(where)) or 0
