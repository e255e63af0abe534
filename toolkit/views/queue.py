"""What waits on the desk, section by section: each has a count, its first lines, and a way to all of them.

A provider makes the sections of one noun; ``PROVIDERS`` is their order on the desk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import url_for

from toolkit.curation import claim_list, queue
from toolkit.curation.claim_list import EXPIRES, OVERDUE, ClaimLine
from toolkit.forms.claim_review import QUESTIONS
from toolkit.publishing.wording import STANCES, say_date
from toolkit.views.guards import person
from toolkit.views.installation import settings, today

FIRST = 10


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
    made = (section for provider in PROVIDERS for section in provider())
    return tuple(section for section in made if section.count or section.empty)


def of_claims() -> Iterator[Section]:
    """Claims: to sign, returned, overdue, due soon, with other readers."""
    waiting = queue.of(person(), settings().readers)
    wanted = waiting.wanted()
    for kind in _KINDS:
        page = claim_list.page(wanted[kind.name], 1, on=today(), size=FIRST)
        dated = kind.name in (OVERDUE, EXPIRES)
        due, waits = (kind.name, None) if dated else (None, kind.name)
        yield Section(
            title=kind.title,
            count=page.rows,
            lines=tuple(_line(line, kind, waiting) for line in page.lines),
            url=url_for("claim_desk.index", due=due, waits=waits),
            empty=kind.empty,
        )


def _line(line: ClaimLine, kind: _Kind, waiting: queue.Queue) -> Line:
    note = f"Review by {say_date(line.review_by)}."
    if kind.name in (queue.SIGN, queue.OTHERS):
        missing = waiting.signings[line.id].missing(settings().readers)
        note = " ".join(QUESTIONS[side] for side in missing)
    says = f"{STANCES[line.stance]}: {line.text}"
    return Line(line.id, says, note, url_for("claim_desk.claim", claim_id=line.id))


PROVIDERS: tuple[Callable[[], Iterator[Section]], ...] = (of_claims,)
