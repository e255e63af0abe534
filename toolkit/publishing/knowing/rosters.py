"""The lists of a register as a sheet needs them: the newest one, and the growth that all of them show."""

from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, extract, func, select

from fact_sheets import here
from fact_sheets.dossier import Roster, RosterCount
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.models import Agreement
from toolkit.models import Roster as ListRow
from toolkit.models import RosterCount as CountRow
from toolkit.models.agreement import TOLD


def newest(subject: str) -> ListRow | None:
    """The newest list of this subject that is loaded."""
    lists = select(ListRow).where(ListRow.subject == subject)
    return session().scalars(lists.order_by(ListRow.list_date.desc(), ListRow.sha256).limit(1)).first()


def is_stale(list_date: date, on: date, subject: str = "") -> bool:
    """Whether a list of this day is too old, on that day, to be shown without a warning."""
    return here.is_stale(list_date, on, subjects.find(subject))


def roster(row: ListRow, state_code: str | None) -> Roster:
    """The list, and how many agreements it shows for agencies of this state."""
    in_state = None
    if state_code is not None:
        listed = select(func.count()).where(
            Agreement.subject == row.subject,
            Agreement.state_code == state_code,
            Agreement.last_listed == row.list_date,
            Agreement.standing.in_(TOLD),
        )
        in_state = session().scalar(listed)
    return Roster(row.list_date, row.sha256, row.source_id, in_state)


def counts(subject: str, until: date) -> tuple[RosterCount, ...]:
    """The counts of the last list of each month up to this day, oldest first: enough for a curve on paper."""
    rows = session().execute(_LAST_OF_MONTHS, {"subject": subject, "until": until})
    return tuple(RosterCount(*row) for row in rows)


def _last_of_months() -> Select[*tuple[Any, ...]]:
    listed, of_subject = CountRow.list_date, CountRow.subject == bindparam("subject")
    last = select(func.max(listed)).where(of_subject, listed <= bindparam("until"))
    last = last.group_by(extract("year", listed), extract("month", listed))
    columns = (listed, CountRow.agreements, CountRow.agencies, CountRow.states)
    return select(*columns).where(of_subject, listed.in_(last)).order_by(listed)


_LAST_OF_MONTHS = _last_of_months()  # putting it together takes longer than running it
