"""A claim's revisions: who wrote each, when and why, and what differs between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from toolkit.curation.word_diff import Piece, word_diff
from toolkit.curation.words import ClaimWords, changed_fields
from toolkit.database import session
from toolkit.models import Claim, ClaimRevision, Person

PAGE = 50
STARTER = "starter library"
_LABELS = {
    "text": "The claim",
    "spoken": "Spoken",
    "citations": "Sources",
    "as_of": "As of",
    "checked": "Checked on",
    "review_by": "Next review by",
    "kind": "Kind",
    "questions": "Questions",
    "counter_claims": "Answered by",
    "scope_states": "States",
    "scope_counties": "Counties",
    "scope_places": "Places",
    "models": "Models",
    "statistic": "Rests on a statistic",
    "story": "Tells one person’s story",
    "confidence": "Confidence",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision in the list: its number, by whom, when and why."""

    number: int
    author: str
    made_at: datetime | None  # None: the starter library, which knows the day it was checked
    checked: date
    reason: str
    notice: str | None
    words_from: int | None  # the revision that this one only dates anew


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a claim in two revisions, word by word."""

    label: str
    pieces: tuple[Piece, ...]


def entries(claim_id: str, before: int) -> Sequence[Entry]:
    """Up to a page of revisions, the newest first, with numbers below ``before``."""
    row = ClaimRevision
    columns = row.number, Person.name, row.made_at, row.checked, row.reason, row.notice, row.words_from
    wanted = select(*columns).outerjoin(Person, Person.id == row.author_id)
    wanted = wanted.where(row.claim_id == claim_id, row.number < before)
    found = session().execute(wanted.order_by(row.number.desc()).limit(PAGE))
    return [Entry(each.number, each.name or STARTER, *each[2:]) for each in found]


def revision(claim: Claim, number: int) -> ClaimRevision | None:
    """The claim's revision with this number; whoever asks may have typed any."""
    if not 0 < number <= claim.newest:
        return None
    wanted = ClaimRevision.claim_id == claim.id, ClaimRevision.number == number
    return session().scalar(select(ClaimRevision).where(*wanted))


def entry(row: ClaimRevision) -> Entry:
    """The line of one revision."""
    author = session().get(Person, row.author_id) if row.author_id else None
    name = author.name if author else STARTER
    return Entry(row.number, name, row.made_at, row.checked, row.reason, row.notice, row.words_from)


def differences(before: ClaimWords, after: ClaimWords) -> tuple[Difference, ...]:
    """Every field in which the two differ, the words first."""
    changed = changed_fields(before, after)
    return tuple(
        Difference(label, word_diff(said(before, name), said(after, name)))
        for name, label in _LABELS.items()
        if name in changed
    )


def said(words: ClaimWords, name: str) -> str:
    """A field's value as text: lists with commas, citations a line each."""
    value = getattr(words, name)
    if name == "citations":
        return "\n".join(_cited(*each) for each in words.citations)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value) if value else "none"


def _cited(source: str, locator: str | None, quote: str | None) -> str:
    where = f", {locator}" if locator else ""
    return f"{source}{where}: “{quote}”" if quote else f"{source}{where}"
