"""ICE's lists as a sheet needs them: the newest one, and the growth that it and earlier ones show."""

from datetime import date

from sqlalchemy import func, select

from fact_sheets.dossier import Roster, RosterCount
from toolkit.database import session
from toolkit.models import Agreement
from toolkit.models import Roster as ListRow
from toolkit.models import RosterCount as CountRow

# The Source row of the library that stands for ICE's page of lists.
SOURCE_ID = "ice-participating-agencies"


def newest() -> ListRow | None:
    """The newest list that is loaded."""
    return (
        session().scalars(select(ListRow).order_by(ListRow.list_date.desc(), ListRow.sha256).limit(1)).first()
    )


def roster(row: ListRow, state_code: str | None, counts: tuple[RosterCount, ...]) -> Roster:
    """The list with its history, and how many agreements it shows for agencies of this state."""
    in_state = None
    if state_code is not None:
        listed = select(func.count()).where(
            Agreement.state_code == state_code, Agreement.last_listed == row.list_date
        )
        in_state = session().scalar(listed)
    return Roster(row.list_date, row.sha256, SOURCE_ID, counts, in_state)


def counts(until: date) -> tuple[RosterCount, ...]:
    """The counts of the last list of each month up to this day, oldest first: enough for a curve on paper."""
    rows = session().scalars(select(CountRow).where(CountRow.list_date <= until).order_by(CountRow.list_date))
    last_of_month = {(row.list_date.year, row.list_date.month): row for row in rows}
    return tuple(
        RosterCount(
            row.list_date,
            row.agreements,
            row.agencies,
            row.states,
            row.task_force,
            row.jail,
            row.warrant,
        )
        for row in last_of_month.values()
    )
