"""What waits beside the claims, as the desk shows it: suggestions, links that fail, rules and bodies."""

from collections.abc import Iterator

from flask import url_for

from toolkit.access import roles
from toolkit.curation import suggestions
from toolkit.curation.links import links
from toolkit.curation.review.records_due import RecordDue, records_due
from toolkit.extensions import gettext as _
from toolkit.forms.names import say_name
from toolkit.publishing.wording import say_date
from toolkit.views.desk.queue_section import FIRST, QueueLine, Section
from toolkit.views.guards import person
from toolkit.views.installation import today

BODY = "public_body"


def of_suggestions() -> Iterator[Section]:
    """What readers say is wrong."""
    lines = tuple(
        QueueLine(
            row.subject.partition(":")[2],
            row.text,
            _("Sent %(day)s.", day=say_date(row.made_on)),
            url_for("suggestions.one", number=row.id),
        )
        for row in suggestions.first_open(FIRST)
    )
    yield Section(_("Readers suggest"), suggestions.open_count(), lines, url_for("suggestions.index"))


def of_links() -> Iterator[Section]:
    """Links of sources that fail, the dead first."""
    found = links.failing()
    lines = tuple(
        QueueLine(
            link.source_id,
            link.title,
            _(
                "%(state)s since %(day)s.",
                state=say_name(link.state).capitalize(),
                day=say_date(link.since.date()),
            ),
            url_for("source_desk.edit", source_id=link.source_id),
        )
        for link in found[:FIRST]
    )
    yield Section(_("Links that fail"), len(found), lines, url_for("source_desk.failing_links"))


def of_records() -> Iterator[Section]:
    """Rules of states, and bodies' rules for speaking, that are due for a look."""
    due = records_due(today())
    bodies = [each for each in due if each.noun == BODY]
    rules = [each for each in due if each.noun != BODY]
    if roles.may(person(), "rule.write"):
        lines = tuple(map(_due_record, rules[:FIRST]))
        yield Section(_("State rules to look at"), len(rules), lines, url_for("rules.index"))
    lines = tuple(map(_due_record, bodies[:FIRST]))
    yield Section(_("Bodies to look at"), len(bodies), lines, url_for("bodies.index"))


def _due_record(due: RecordDue) -> QueueLine:
    what, _colon, name = due.says.partition(": ")
    day = say_date(due.review_by)
    note = _("Overdue since %(day)s.", day=day) if due.overdue else _("By %(day)s.", day=day)
    return QueueLine(name, what, note, _address(due))


def _address(due: RecordDue) -> str:
    if due.noun == BODY:
        return url_for("bodies.one", body_id=due.key)
    return url_for("rules.one", noun=due.noun, key=due.key)
