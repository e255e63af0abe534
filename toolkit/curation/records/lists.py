"""What stands round the claims of a subject, and its words: added, edited, moved, retired by lists of fields.

A field is one line here. The form, what may be kept and the history follow from it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, func, select

from toolkit.access import journal, roles
from toolkit.config import FIRST_SUBJECT
from toolkit.curation import known
from toolkit.curation.errors import NotFit
from toolkit.curation.records import record_history, records, subject_words
from toolkit.curation.text import is_as_of, text_faults
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.ledger.claim_words import CONFIDENCE, Field
from toolkit.models import (
    BeforeAfter,
    Claim,
    Dispute,
    GlossaryTerm,
    OfficialQuestion,
    Person,
    RecordRevision,
    Subject,
    TimelineEvent,
)

DEED = "subject.write"
STATUSES = ("recorded", "ended", "none", "unknown", "pending")
GONE = "This is not here any more."
LINE = 120  # characters; what may be longer is typed into a taller field


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of record: its table, what people call one and several, and its fields, its name first."""

    table: type[Any]
    called: str
    several: str
    fields: tuple[Field, ...]

    def name_of(self, row: Any) -> str:
        """What one of them is called in a list."""
        return str(getattr(row, self.fields[0].name))


def _noun(table: type[Any], called: str, several: str, labels: Mapping[str, str]) -> Noun:
    """A kind of record; its columns say what the fields with these labels hold."""
    return Noun(table, called, several, tuple(_field(table, *each) for each in labels.items()))


def _field(table: type[Any], name: str, label: str) -> Field:
    column = table.__table__.c[name].type
    most, may = getattr(column, "length", None) or 0, _CHOICES.get(name, ())
    if isinstance(column, JSON):
        return Field("list", label, name=name, choices=may)
    if name in ("topic", "confidence"):
        return Field("choice", label, name=name, choices=may)
    return Field("line" if most <= LINE else "text", label, name=name, most=most)


_CHOICES = {"statuses": STATUSES, "confidence": CONFIDENCE}
_RESTS = {"sources": "Sources", "confidence": "How sure we are"}
NOUNS: Mapping[str, Noun] = {
    "dispute": _noun(
        *(Dispute, "Contested question", "Contested questions"),
        {"question": "The question", "not_known": "What is not known"},
    ),
    "official_question": _noun(
        *(OfficialQuestion, "Question for officials", "Questions for officials"),
        {"text": "The question", "topic": "Topic", "statuses": "Where the place’s own agency is"}
        | {"models": "Only about these", "claims": "Claims that say more"},
    ),
    "glossary_term": _noun(
        *(GlossaryTerm, "Term", "Terms"),
        {"term": "The term", "definition": "What it means", "sources": "Sources"},
    ),
    "timeline_event": _noun(
        TimelineEvent, "Event", "Timeline", {"event": "What happened", "date": "When", **_RESTS}
    ),
    "before_after": _noun(
        *(BeforeAfter, "Change", "Before and after"),
        {"feature": "What changed", "before": "Before", "after": "After", **_RESTS},
    ),
}


def listed(noun: str, subject: str) -> Sequence[Any]:
    """The records of a subject in their order, those that are retired behind the others."""
    table = NOUNS[noun].table
    rows = select(table).where(table.subject == subject)
    return session().scalars(rows.order_by(table.retired, table.position, table.id)).all()


def find(noun: str, key: str) -> Any:
    """The record with this key, or the subject; None where there is none."""
    return session().get(_table(noun), key)


def choices(field: Field, subject: str) -> tuple[str, ...]:
    """What the field may hold; nothing for one that holds any words or ids."""
    if field.name == "topic":
        return tuple(subjects.topics(subject))
    return subjects.model_codes(subject) if field.name == "models" else field.choices


def faults(noun: str, subject: str, values: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, str]]:
    """What keeps these values from being kept: the field, and a sentence on what to mend."""
    for field in NOUNS[noun].fields:
        value, may = values.get(field.name), choices(field, subject)
        if field.kind in ("text", "line") and isinstance(value, str):
            yield from ((field.name, says) for says in text_faults(value, most=field.most))
        for each in value if isinstance(value, list) else [value]:
            if may and each is not None and each not in may:
                yield field.name, f"“{each}” is not one of these: {', '.join(may)}."
    for unknown in known.unknown_sources(values.get("sources", ())):
        yield "sources", f"There is no source “{unknown}”. Write its id as the page of sources shows it."
    for unknown in known.unknown_claims(values.get("claims", ()), subject):
        yield "claims", f"There is no claim “{unknown}”."
    if "date" in values and not is_as_of(values["date"]):
        yield "date", "Give a year, a month or a day, such as 2026, 2026-05 or 2026-05-18."
    term = values.get("term")
    same = (GlossaryTerm.subject == subject, GlossaryTerm.term == term, GlossaryTerm.id != key)
    if term and session().scalar(select(GlossaryTerm.id).where(*same)):
        yield "term", "This term is explained already."


def add(noun: str, subject: str, values: Mapping[str, Any], *, reason: str, by: Person, now: datetime) -> str:
    """A new record at the end of its list; gives its key. Raises NotAllowed, NotFit."""
    roles.require(by, DEED)
    _refuse(says for _, says in faults(noun, subject, values))
    about = NOUNS[noun]
    words = f"{'' if subject == FIRST_SUBJECT else subject} {values[about.fields[0].name]}"
    most = about.table.__table__.c.id.type.length
    last = session().scalar(select(func.max(about.table.position)).where(about.table.subject == subject))
    place = 0 if last is None else last + 1

    def make() -> Any:
        stem = records.slug(words, most - len("-99")) or noun.replace("_", "-")[: most - len("-99")]
        key = records.free_key(about.table.id, stem)
        return about.table(id=key, subject=subject, position=place, **values)

    row = records.add(make, reason, by=by, now=now)
    journal.record(by, DEED, f"{noun}:{row.id}", {"number": 1, "reason": reason}, now)
    return str(row.id)


def write(
    noun: str, key: str, values: Mapping[str, Any], *, reason: str, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Give a record, or the subject itself, other values. Raises NotAllowed, NotFit, Stale."""
    roles.require(by, DEED)
    row = _existing(noun, key)
    if noun == "subject":
        _refuse(_faults_of_subject(row, values))
    else:
        _refuse(says for _, says in faults(noun, row.subject, values, key))
    entry = records.change(row, values, reason, base=base, by=by, now=now)
    journal.record(by, DEED, f"{noun}:{key}", {"number": entry.number, "reason": reason}, now)
    return entry


def restore(
    noun: str, key: str, number: int, *, reason: str, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Make it what it was in entry ``number``, at the place where it stands now. Raises as ``write``."""
    values = record_history.values_of(_table(noun), noun, key, number)
    kept = {name: value for name, value in values.items() if name not in ("id", "subject", "position")}
    return write(noun, key, kept, reason=reason, base=base, by=by, now=now)


def move(noun: str, key: str, by_places: int, *, base: int, by: Person, now: datetime) -> None:
    """Move a record up (-1) or down (1) in its list. Raises NotAllowed, NotFit, Stale."""
    roles.require(by, DEED)
    row = _existing(noun, key)
    order = [each for each in listed(noun, row.subject) if not each.retired]
    if row in order and 0 <= order.index(row) + by_places < len(order):
        place = order.index(row)
        order.insert(place + by_places, order.pop(place))
    places = {each.id: position for position, each in enumerate(order)}
    reason = "Moved up." if by_places < 0 else "Moved down."
    entry = records.change(
        row, {"position": places.get(key, row.position)}, reason, base=base, by=by, now=now
    )
    for each in order:
        each.position = places[each.id]
    journal.record(by, DEED, f"{noun}:{key}", {"number": entry.number, "reason": reason}, now)


def answers_after(row: Dispute, claim_id: str, deed: str) -> dict[str, list[str]]:
    """Which claims answer the question, best first, after this deed: add, drop, up or down. Raises NotFit."""
    claim = session().get(Claim, claim_id)
    after = row.answers
    if claim is None or claim.subject != row.subject or claim.stance not in after:
        raise NotFit([f"There is no claim “{claim_id[:40]}” that takes part in this question."])
    side = after[claim.stance]
    place = side.index(claim_id) if claim_id in side else len(side)
    if claim_id in side:
        side.remove(claim_id)
    if deed != "drop":
        side.insert(max(0, place + {"up": -1, "down": 1}.get(deed, 0)), claim_id)
    return after


def _faults_of_subject(row: Subject, values: Mapping[str, Any]) -> Iterator[str]:
    if "content" in values:
        yield from (says for _, says in subject_words.faults(row.content, values["content"]))
    others = select(func.count()).where(Subject.open, Subject.id != row.id)
    if values.get("open") is False and not session().scalar(others):
        yield "One subject stays open: without any there would be no sheet."


def _refuse(found: Iterable[str]) -> None:
    if problems := list(found):
        raise NotFit(problems)


def _existing(noun: str, key: str) -> Any:
    row = session().get(_table(noun), key, with_for_update=True)
    if row is None:
        raise NotFit([GONE])
    return row


def _table(noun: str) -> type[Any]:
    return Subject if noun == "subject" else NOUNS[noun].table
