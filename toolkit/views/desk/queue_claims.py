"""What waits among the claims, as the desk shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from toolkit.curation.claims import claim_list
from toolkit.curation.claims.claim_list import BY_DATE, EXPIRES, OVERDUE, ClaimLine, ClaimQuery
from toolkit.curation.review import queue
from toolkit.extensions import lazy_gettext as _
from toolkit.forms.desk.claim_review import QUESTIONS
from toolkit.ledger.claim_words import STANCES
from toolkit.publishing.wording import say_date
from toolkit.views.desk.queue_section import FIRST, QueueLine, Section
from toolkit.views.guards import person
from toolkit.views.installation import settings, today


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a section of claims is called, and what its lines say."""

    name: str  # of the queue
    title: str
    empty: str = ""


_KINDS = (
    _Kind(queue.SIGN, _("Waits for your signature"), _("Nothing waits for your signature.")),
    _Kind(queue.RETURNED, _("Returned to you")),
    _Kind(queue.DRAFTS, _("Your drafts")),
    _Kind(OVERDUE, _("Review overdue: no new sheet prints these")),
    _Kind(EXPIRES, _("To be looked at within 30 days"), _("No review is due within 30 days.")),
    _Kind(queue.OTHERS, _("Waits for other readers")),
)


def of_claims() -> Iterator[Section]:
    """Claims: to sign, returned, overdue, due soon, with other readers."""
    waiting = queue.of(person(), settings().readers)
    for kind in _KINDS:
        yield _dated(kind) if kind.name in (OVERDUE, EXPIRES) else _waiting(kind, waiting)


def _dated(kind: _Kind) -> Section:
    page = claim_list.page(ClaimQuery(due=kind.name, order=BY_DATE), 1, on=today(), size=FIRST)
    lines = tuple(_line(line, _("Review by %(day)s.", day=say_date(line.review_by))) for line in page.lines)
    address = url_for("claim_desk.index", due=kind.name, order=BY_DATE)
    return Section(kind.title, page.rows, lines, address, kind.empty)


def _waiting(kind: _Kind, waiting: queue.Queue) -> Section:
    ids = waiting.waiting[kind.name]
    lines = tuple(_line(line, _missing(line, waiting)) for line in claim_list.these(ids[:FIRST]))
    address = url_for("claim_desk.index", waits=kind.name)
    return Section(kind.title, len(ids), lines, address, kind.empty)


def _missing(line: ClaimLine, waiting: queue.Queue) -> str:
    signing = waiting.signings.get(line.id)
    return " ".join(str(QUESTIONS[side]) for side in signing.missing(settings().readers)) if signing else ""


def _line(line: ClaimLine, note: str) -> QueueLine:
    says = f"{_(STANCES[line.stance])}: {line.text}"
    return QueueLine(line.id, says, note, url_for("claim_desk.claim", claim_id=line.id))
