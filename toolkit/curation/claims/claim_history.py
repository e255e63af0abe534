"""A claim's revisions: who wrote each, when and why, and what differs between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from toolkit.curation import difference
from toolkit.curation.difference import Difference
from toolkit.database import session
from toolkit.ledger.claim_words import FIELDS, Citation, ClaimWords
from toolkit.models import ClaimRevision, Person

PAGE = 50
STARTER = "starter library"
# What a history shows of a claim, its words and sources first.
_SHOWN = sorted(
    (field for field in FIELDS if field.label), key=lambda field: field.kind not in ("text", "citations")
)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One revision in the list: its number, by whom, when and why."""

    number: int
    author: str
    made_at: datetime | None  # None: the starter library, which knows the day it was checked
    checked: date
    reason: str
    notice: str | None
    words_from: int | None  # the revision that this one only dates anew


def entries(claim_id: str, before: int) -> Sequence[HistoryEntry]:
    """Up to a page of revisions, the newest first, with numbers below ``before``."""
    row = ClaimRevision
    columns = row.number, Person.name, row.made_at, row.checked, row.reason, row.notice, row.words_from
    wanted = select(*columns).outerjoin(Person, Person.id == row.author_id)
    wanted = wanted.where(row.claim_id == claim_id, row.number < before)
    found = session().execute(wanted.order_by(row.number.desc()).limit(PAGE))
    return [HistoryEntry(each.number, each.name or STARTER, *each[2:]) for each in found]


def entry(row: ClaimRevision) -> HistoryEntry:
    """The line of one revision."""
    author = session().get(Person, row.author_id) if row.author_id else None
    name = author.name if author else STARTER
    return HistoryEntry(row.number, name, row.made_at, row.checked, row.reason, row.notice, row.words_from)


def differences(before: ClaimWords, after: ClaimWords) -> tuple[Difference, ...]:
    """Every field in which the two differ, the words first."""
    return difference.differences(_said(before), _said(after), {field.name: field.label for field in _SHOWN})


def _said(words: ClaimWords) -> dict[str, object]:
    """The fields in the order in which they are shown, citations a line each."""
    said: dict[str, object] = {field.name: getattr(words, field.name) for field in _SHOWN}
    return said | {"citations": "\n".join(map(_cited, words.citations))}


def _cited(citation: Citation) -> str:
    where = f", {citation.locator}" if citation.locator else ""
    return f"{citation.source_id}{where}" + (f": “{citation.quote}”" if citation.quote else "")
