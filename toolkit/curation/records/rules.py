"""The states' rules, edited: what the state says on 287(g), on speaking, and who decides.

A rule prints as fact only when its editor says what she read, cites a source that was seen, and is sure of
it. Every other rule prints as "not verified – check", whatever its words say.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import select

from toolkit.access import journal, roles
from toolkit.curation.errors import NotFit
from toolkit.curation.records import record_history, records
from toolkit.curation.text import text_faults
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.models import (
    DecisionMaker,
    Jurisdiction,
    MeetingRule,
    Person,
    RecordRevision,
    Source,
    StatePolicy,
)

DEED = "rule.write"
Rule = StatePolicy | MeetingRule | DecisionMaker
NOUNS: Mapping[str, type[Any]] = {  # of Rule, whose three kinds share a form and no table
    "state_policy": StatePolicy,
    "meeting_rule": MeetingRule,
    "decision_maker": DecisionMaker,
}
CALLED = {
    "state_policy": "Law on the subject",
    "meeting_rule": "Speaking at meetings",
    "decision_maker": "Who decides",
}
READ = {"whole": "all of it", "passage": "the passage", "": "not read"}
WEAK = frozenset({"low", "low-medium"})
CONFIDENCE = ("high", "medium-high", "medium", "low-medium", "low")
REVIEW_AFTER = timedelta(days=90)
LONGEST_REVIEW = timedelta(days=2 * 365)
MOST = {
    "line": 300,
    "head": 90,
    "detail": 2000,
    "notice_line": 300,
    "statute": 300,
    "recheck": 600,
    "level": 80,
}
UNSEEN = "unseen"
NO_LONGER_SEEN = "It printed as fact then, and no source of it is marked as seen now. Edit the rule instead."
NAMED = 3  # states; a record may be for forty
_TWO_DIGITS = tuple(f"{number:02}" for number in range(1, 100))
Standing = Literal["", "overdue", "soon", "not_verified"]


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule in the list; ``where`` is its state, or every state that it is for."""

    noun: str
    key: str
    called: str
    where: str
    line: str
    prints: bool
    checked: date
    review_by: date


def find(noun: str, key: str) -> Rule | None:
    """The rule with this key; None for a noun that is no rule too."""
    found: Rule | None = session().get(NOUNS[noun], key) if noun in NOUNS else None
    return found


def called(row: Rule) -> str:
    """What kind of rule it is, with the subject it is on: "Law on 287(g)"."""
    if isinstance(row, MeetingRule):
        return CALLED["meeting_rule"]
    name = subjects.find(row.subject).name
    return f"Law on {name}" if isinstance(row, StatePolicy) else f"Who decides on {name}"


def state_of(row: Rule, names: Mapping[str, str]) -> str:
    """The name of its state; of a record that is for several, the first ones."""
    called = [names.get(code, code) for code in _geoids(row)]
    more = len(called) - NAMED
    told = ", ".join(called[:NAMED]) + (f" and {more} more" if more > 0 else "")
    return told or "Every state"


def states() -> dict[str, str]:
    """The states' names by GEOID, in order of their names."""
    # By their two digits, for which the key has an index; looking for the kind would read all 39,000 places.
    rows = select(Jurisdiction.geoid, Jurisdiction.name).where(Jurisdiction.geoid.in_(_TWO_DIGITS))
    return {row.geoid: row.name for row in session().execute(rows.order_by(Jurisdiction.name))}


def listed(on: date, *, noun: str = "", state: str = "", standing: Standing = "") -> tuple[ListedRule, ...]:
    """The rules that are asked for: overdue ones first, then by state."""
    names = states()
    found = (
        _listed(kind, row, names)
        for kind, model in NOUNS.items()
        if noun in ("", kind)
        for row in session().scalars(select(model))
        if not state or state in _geoids(row)
    )
    wanted = [rule for rule in found if _stands(rule, standing, on)]
    return tuple(sorted(wanted, key=lambda rule: (rule.review_by >= on, rule.where, rule.called, rule.key)))


def printed_from(source_id: str) -> tuple[str, ...]:
    """The rules that print as fact and cite this source: "Law on 287(g): Maryland"."""
    names = states()
    return tuple(
        f"{called(row)}: {state_of(row, names)}"
        for model in NOUNS.values()
        for row in session().scalars(select(model).where(model.printable))
        if source_id in row.sources
    )


def faults(noun: str, values: Mapping[str, object], read: str, on: date) -> Iterator[tuple[str, str]]:
    """What keeps these values from being kept: the field, and a sentence on what to mend."""
    for name, most in MOST.items():
        text = values.get(name)
        if isinstance(text, str):
            yield from ((name, says) for says in text_faults(text, most=most))
    checked, review_by = values["checked"], values["review_by"]
    if isinstance(checked, date) and isinstance(review_by, date):
        if checked > on:
            yield "checked", "This day is still to come. Give the day on which you looked."
        if not checked < review_by <= checked + LONGEST_REVIEW:
            yield "review_by", "Give a day after the check, at most two years later."
    sources = _cited(values)
    levels = _levels(sources)
    for source_id in (each for each in sources if each not in levels):
        yield "sources", f"There is no source “{source_id}”. Write its id as the page of sources shows it."
    if read:
        yield from _untrue(noun, values, levels)


def write(
    noun: str,
    key: str,
    values: Mapping[str, object],
    *,
    read: str,
    reason: str,
    base: int,
    by: Person,
    now: datetime,
    on: date,
) -> RecordRevision:
    """Give a rule other values; ``read`` says how much of its sources the editor read.

    Raises NotAllowed, NotFit, Stale.
    """
    roles.require(by, DEED)
    found = [says for _, says in faults(noun, values, read, on)]
    if found:
        raise NotFit(found)
    row = _existing(noun, key)
    told = f"{reason} (Read: {READ[read]}.)"
    entry = records.change(row, {**values, "printable": bool(read)}, told, base=base, by=by, now=now)
    detail = {"number": entry.number, "read": READ[read], "sources": _cited(values), "reason": reason}
    journal.record(by, DEED, f"{noun}:{key}", detail, now)
    return entry


def restore(
    noun: str, key: str, number: int, *, reason: str, base: int, by: Person, now: datetime
) -> RecordRevision:
    """Make a rule what it was in entry ``number``, with the day of its check then. Raises as ``write``."""
    roles.require(by, DEED)
    values = record_history.values_of(NOUNS[noun], noun, key, number)
    if values["printable"] and all(level == UNSEEN for level in _levels(_cited(values)).values()):
        raise NotFit([NO_LONGER_SEEN])
    entry = records.change(_existing(noun, key), values, reason, base=base, by=by, now=now)
    journal.record(by, DEED, f"{noun}:{key}", {"number": entry.number, "restored": number}, now)
    return entry


def _existing(noun: str, key: str) -> Rule:
    row: Rule | None = session().get(NOUNS[noun], key, with_for_update=True)
    if row is None:
        raise NotFit(["This rule is not here any more."])
    return row


def _untrue(noun: str, values: Mapping[str, object], levels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Why a rule may not print as fact although somebody says that it was read."""
    if not levels:
        yield "sources", "Name what you read, so that readers can look there too."
    elif all(level == UNSEEN for level in levels.values()):
        says = "None of these sources is marked as seen. Say on the source’s own page how far it was read."
        yield "sources", says
    if values["confidence"] in WEAK:
        yield (
            "confidence",
            "A rule that we are not sure of prints as “not verified”: choose “not read” below.",
        )
    if noun == "meeting_rule" and values["notice_printable"] and not values["notice_line"]:
        yield "notice_line", "Write what the law says on notice, or take the tick away."


def _cited(values: Mapping[str, object]) -> list[str]:
    sources = values["sources"]
    return [str(each) for each in sources] if isinstance(sources, list) else []


def _levels(sources: Iterable[str]) -> dict[str, str]:
    """How far each of these sources was seen; one that is not here is left out."""
    rows = session().execute(select(Source.id, Source.verified_level).where(Source.id.in_(list(sources))))
    return {row.id: row.verified_level for row in rows}


def _geoids(row: Rule) -> list[str]:
    return row.states if isinstance(row, DecisionMaker) else [row.state_geoid]


def _listed(noun: str, row: Rule, names: Mapping[str, str]) -> ListedRule:
    where = state_of(row, names)
    return ListedRule(
        noun, records.key_of(row), called(row), where, row.line, row.printable, row.checked, row.review_by
    )


def _stands(rule: ListedRule, standing: Standing, on: date) -> bool:
    if standing == "overdue":
        return rule.review_by < on
    if standing == "soon":
        return on <= rule.review_by <= on + timedelta(days=30)
    return not rule.prints if standing == "not_verified" else True
