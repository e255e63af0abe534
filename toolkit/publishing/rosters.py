"""ICE's lists as a sheet needs them: the newest one, and the growth that it and earlier ones show."""

from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, extract, func, select

from fact_sheets import here
from fact_sheets.dossier import Roster, RosterCount
from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.models import Agreement
from toolkit.models import Roster as ListRow
from toolkit.models import RosterCount as CountRow
from toolkit.models.roster import SOURCE_ID


def newest(subject: str) -> ListRow | None:
    """The newest list of this subject that is loaded."""
    if subject != FIRST_SUBJECT:
        return None  # no other has a register here yet
    return (
        session().scalars(select(ListRow).order_by(ListRow.list_date.desc(), ListRow.sha256).limit(1)).first()
    )


def is_stale(list_date: date, on: date, subject: str = "") -> bool:
    """Whether a list of this day is too old, on that day, to be shown without a warning."""
    return here.is_stale(list_date, on, subjects.find(subject))


def roster(row: ListRow, state_code: str | None) -> Roster:
    """The list, and how many agreements it shows for agencies of this state."""
    in_state = None
    if state_code is not None:
        listed = select(func.count()).where(
            Agreement.state_code == state_code, Agreement.last_listed == row.list_date
        )
        in_state = session().scalar(listed)
    return Roster(row.list_date, row.sha256, SOURCE_ID, in_state)


def counts(subject: str, until: date) -> tuple[RosterCount, ...]:
    """The counts of the last list of each month up to this day, oldest first: enough for a curve on paper."""
    if subject != FIRST_SUBJECT:
        return ()
    return tuple(RosterCount(*row) for row in session().execute(_LAST_OF_MONTHS, {"until": until}))


def _last_of_months() -> Select[*tuple[Any, ...]]:
    listed = CountRow.list_date
    last = select(func.max(listed)).where(listed <= bindparam("until"))
    last = last.group_by(extract("year", listed), extract("month", listed))
    columns = (
        listed,
        CountRow.agreements,
        CountRow.agencies,
        CountRow.states,
    )
    return select(*columns).where(listed.in_(last)).order_by(listed)


_LAST_OF_MONTHS = _last_of_months()  # putting it together takes longer than running it
