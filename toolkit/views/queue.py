"""What waits on the desk, section by section: each has a count, its first lines, and a way to all of them.

A provider makes the sections of one noun; ``PROVIDERS`` is their order on the desk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import url_for

from toolkit.access import roles
from toolkit.curation import claim_list, links, queue, suggestions
from toolkit.curation.claim_list import BY_DATE, EXPIRES, OVERDUE, ClaimLine, Wanted
from toolkit.curation.records_due import RecordDue, records_due
from toolkit.forms.claim_review import QUESTIONS
from toolkit.publishing.wording import STANCES, say_date
from toolkit.views.guards import person
from toolkit.views.installation import settings, today

FIRST = 10
BODY = "public_body"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: what it is called, what it says, what it waits for, and where to do it."""

    name: str
    says: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """Things that wait for the same; one with words for ``empty`` is shown even when nothing waits."""

    title: str
    count: int
    lines: tuple[Line, ...]
    url: str  # all of them
    empty: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a section of claims is called, and what its lines say."""

    name: str  # of the queue
    title: str
    empty: str = ""


_KINDS = (
    _Kind(queue.SIGN, "Waits for your signature", "Nothing waits for your signature."),
    _Kind(queue.RETURNED, "Returned to you"),
    _Kind(queue.DRAFTS, "Your drafts"),
    _Kind(OVERDUE, "Review overdue: no new sheet prints these"),
    _Kind(EXPIRES, "To be looked at within 30 days", "No review is due within 30 days."),
    _Kind(queue.OTHERS, "Waits for other readers"),
)


def sections() -> tuple[Section, ...]:
    """Everything that waits, as this organizer sees it; what is empty and says nothing is left out."""
    made = (section for deed, provider in PROVIDERS if roles.may(person(), deed) for section in provider())
    return tuple(section for section in made if section.count or section.empty)


def of_claims() -> Iterator[Section]:
    """Claims: to sign, returned, overdue, due soon, with other readers."""
    waiting = queue.of(person(), settings().readers)
    for kind in _KINDS:
        yield _dated(kind) if kind.name in (OVERDUE, EXPIRES) else _waiting(kind, waiting)


def _dated(kind: _Kind) -> Section:
    page = claim_list.page(Wanted(due=kind.name, order=BY_DATE), 1, on=today(), size=FIRST)
    lines = tuple(_line(line, f"Review by {say_date(line.review_by)}.") for line in page.lines)
    address = url_for("claim_desk.index", due=kind.name, order=BY_DATE)
    return Section(kind.title, page.rows, lines, address, kind.empty)


def _waiting(kind: _Kind, waiting: queue.Queue) -> Section:
    ids = waiting.waiting[kind.name]
    lines = tuple(_line(line, _missing(line, waiting)) for line in claim_list.these(ids[:FIRST]))
    address = url_for("claim_desk.index", waits=kind.name)
    return Section(kind.title, len(ids), lines, address, kind.empty)


def _missing(line: ClaimLine, waiting: queue.Queue) -> str:
    signing = waiting.signings.get(line.id)
    return " ".join(QUESTIONS[side] for side in signing.missing(settings().readers)) if signing else ""


def _line(line: ClaimLine, note: str) -> Line:
    says = f"{STANCES[line.stance]}: {line.text}"
    return Line(line.id, says, note, url_for("claim_desk.claim", claim_id=line.id))


def of_suggestions() -> Iterator[Section]:
    """What readers say is wrong."""
    lines = tuple(
        Line(
            row.subject.partition(":")[2],
            row.text,
            f"Sent {say_date(row.made_on)}.",
            url_for("suggestions.one", number=row.id),
        )
        for row in suggestions.first_open(FIRST)
    )
    yield Section("Readers suggest", suggestions.open_count(), lines, url_for("suggestions.index"))


def of_links() -> Iterator[Section]:
    """Links of sources that fail, the dead first."""
    found = links.failing()
    lines = tuple(
        Line(
            link.source_id,
            link.title,
            f"{link.state.capitalize()} since {say_date(link.since.date())}.",
            url_for("source_desk.edit", source_id=link.source_id),
        )
        for link in found[:FIRST]
    )
    yield Section("Links that fail", len(found), lines, url_for("source_desk.failing_links"))


def of_records() -> Iterator[Section]:
    """Rules of states, and bodies' rules for speaking, that are due for a look."""
    due = records_due(today())
    bodies = [each for each in due if each.noun == BODY]
    rules = [each for each in due if each.noun != BODY]
    if roles.may(person(), "rule.write"):
        lines = tuple(map(_due_record, rules[:FIRST]))
        yield Section("State rules to look at", len(rules), lines, url_for("rules.index"))
    lines = tuple(map(_due_record, bodies[:FIRST]))
    yield Section("Bodies to look at", len(bodies), lines, url_for("bodies.index"))


def _due_record(due: RecordDue) -> Line:
    what, _, name = due.says.partition(": ")
    note = f"{'Overdue since' if due.overdue else 'By'} {say_date(due.review_by)}."
    return Line(name, what, note, _address(due))


def _address(due: RecordDue) -> str:
    if due.noun == BODY:
        return url_for("bodies.one", body_id=due.key)
    return url_for("rules.one", noun=due.noun, key=due.key)


Provider = Callable[[], Iterator[Section]]
# In the order of the desk, each with the deed that its lines lead to.
PROVIDERS: tuple[tuple[str, Provider], ...] = (
    ("claim.read", of_claims),
    ("suggestion.answer", of_suggestions),
    ("source.write", of_links),
    ("meeting.write", of_records),
)
