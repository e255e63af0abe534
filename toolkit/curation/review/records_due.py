"""Which rules and bodies are due for another look, for the queue: what is overdue and what will be soon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from toolkit.curation.records import records, rules
from toolkit.database import session
from toolkit.models import PublicBody

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RecordDue:
    """A record whose day for another look is past, or comes soon."""

    noun: str  # state_policy, meeting_rule, decision_maker, public_body
    key: str
    says: str
    review_by: date
    overdue: bool


def records_due(on: date, within: timedelta = SOON) -> tuple[RecordDue, ...]:
    """What is overdue on this day or will be ``within`` this time, the oldest first."""
    until = on + within
    return tuple(sorted((*_rules(on, until), *_bodies(on, until)), key=lambda due: (due.review_by, due.key)))


def _rules(on: date, until: date) -> Iterator[RecordDue]:
    names = rules.states()
    for noun, model in rules.NOUNS.items():
        for row in session().scalars(select(model).where(model.review_by <= until)):
            says = f"{rules.called(row)}: {rules.state_of(row, names)}"
            yield RecordDue(noun, records.key_of(row), says, row.review_by, row.review_by < on)


def _bodies(on: date, until: date) -> Iterator[RecordDue]:
    columns = PublicBody.id, PublicBody.name, PublicBody.review_by
    for row in session().execute(select(*columns).where(PublicBody.review_by <= until)):
        says = f"Rules for speaking: {row.name}"
        yield RecordDue("public_body", row.id, says, row.review_by, row.review_by < on)
