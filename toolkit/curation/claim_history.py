"""A claim's revisions: who wrote each, when and why, and what differs between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from toolkit.curation import difference
from toolkit.curation.difference import Difference
from toolkit.curation.words import ClaimWords
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
    return difference.differences(_said(before), _said(after), _LABELS)


def _said(words: ClaimWords) -> dict[str, object]:
    """The fields in the order of the labels, citations a line each."""
    fields: dict[str, object] = {name: getattr(words, name) for name in _LABELS}
    return fields | {"citations": "\n".join(_cited(*each) for each in words.citations)}


def _cited(source: str, locator: str | None, quote: str | None) -> str:
    where = f", {locator}" if locator else ""
    return f"{source}{where}: “{quote}”" if quote else f"{source}{where}"
