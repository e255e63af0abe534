"""The state's rules as a sheet needs them: on the subject, on speaking at a meeting, and who decides."""

from collections.abc import Iterator

from sqlalchemy import select

from fact_sheets.dossier import Rule, StatePolicy
from toolkit.database import session
from toolkit.models import DecisionMaker, MeetingRule
from toolkit.models import StatePolicy as PolicyRow
from toolkit.publishing.finding.places import Locality
from toolkit.publishing.knowing.tiers import WITHOUT_SHERIFFS

# A law that requires or bars agreements settles the matter, so it comes before who usually decides.
LAW = "state legislature"
MOST_SOURCES = 2  # of a rule: a sheet cites no more


def policy(subject: str, state_geoid: str | None) -> StatePolicy | None:
    """What the state says on the subject; None where no row is known."""
    of_state = select(PolicyRow).where(PolicyRow.subject == subject, PolicyRow.state_geoid == state_geoid)
    row = session().scalar(of_state) if state_geoid else None
    if row is None:
        return None
    days = row.review_by, row.deadline, row.since, row.ends_agreements_on
    return StatePolicy(row.stance, _rule(row), *days, row.head, tuple(row.applies_to))


def speaking(state_geoid: str | None) -> Rule | None:
    """The state's rule on speaking at a public meeting, and when it is announced if that was seen too."""
    row = session().get(MeetingRule, state_geoid) if state_geoid else None
    if row is None:
        return None
    notice = row.notice_line if row.notice_printable else None
    return _rule(row, f"{row.line} {notice}" if notice else None)


def decides(subject: str, here: Locality) -> tuple[Rule, ...]:
    """Who decides on the subject here: a law that settles it first, then the most specific record."""
    rows = select(DecisionMaker).where(DecisionMaker.subject == subject).order_by(DecisionMaker.position)
    fitting = [row for row in session().scalars(rows) if _fits(row, here)]
    return tuple(_rule(row) for row in sorted(fitting, key=lambda row: row.level != LAW))


def _fits(row: DecisionMaker, here: Locality) -> bool:
    place = here.place
    if place.kind == "unlisted":
        return not row.states
    if row.states:
        return place.state_geoid in row.states and place.kind in row.kinds
    if row.kinds == ["county"] and not _has_usual_county(here):
        return False
    return place.kind in row.kinds


def _has_usual_county(here: Locality) -> bool:
    """Whether what is usual for counties, a sheriff and a board, can be said of this one."""
    return here.state_code not in WITHOUT_SHERIFFS and all(county.has_government for county in here.counties)


def source_ids(*rules: Rule | None) -> Iterator[str]:
    """The sources that these rules cite."""
    for rule in rules:
        yield from rule.source_ids if rule else ()


def _rule(row: PolicyRow | MeetingRule | DecisionMaker, line: str | None = None) -> Rule:
    return Rule(
        line=line or row.line,
        verified=row.printable,
        as_of=row.as_of,
        source_ids=tuple(row.sources[:MOST_SOURCES]),
        checked=row.checked,
        review_by=row.review_by,
    )
