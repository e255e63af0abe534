"""How many agreements, agencies, states and models each of ICE's lists has shown since January 2021."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from toolkit.imports.reading import FileReading, Row, RowProblem, delimited
from toolkit.imports.roster.governments import key
from toolkit.imports.roster.list_file import ListedAgreement

FILE = "counts per list"
NUMBERS = ("agreements", "agencies", "states", "tfm", "jem", "wso")


@dataclass(frozen=True, slots=True)
class ListCount:
    """The counts of one list."""

    list_date: date
    agreements: int
    agencies: int
    states: int
    task_force: int
    jail: int
    warrant: int

    @property
    def by_model(self) -> dict[str, int]:
        """Agreements by model."""
        return {"TFM": self.task_force, "JEM": self.jail, "WSO": self.warrant}

    @property
    def columns(self) -> dict[str, object]:
        """By the columns of the table of counts."""
        names = ("list_date", "agreements", "agencies", "states", "by_model")
        return {name: getattr(self, name) for name in names}


def read(data: bytes) -> FileReading[ListCount]:
    """Counts by list, oldest first; a row whose models do not add up is reported."""
    records: dict[date, ListCount] = {}
    problems: list[RowProblem] = []
    for row in delimited(data, FILE, ("snapshot", *NUMBERS), ","):
        found = row if isinstance(row, RowProblem) else _record(row)
        if isinstance(found, RowProblem):
            problems.append(found)
        elif found.list_date in records:
            problems.append(
                RowProblem(FILE, _number(row), "snapshot", str(found.list_date), "It came before.")
            )
        else:
            records[found.list_date] = found
    return FileReading(tuple(sorted(records.values(), key=lambda count: count.list_date)), tuple(problems))


def count(list_date: date, rows: Iterable[ListedAgreement]) -> ListCount:
    """The counts of a list that was read; an agency is a name in a state."""
    listed = list(rows)
    models = [row.model for row in listed]
    return ListCount(
        list_date,
        len(listed),
        len({(row.state_code, key(row.agency)) for row in listed}),
        len({row.state_code for row in listed}),
        models.count("TFM"),
        models.count("JEM"),
        models.count("WSO"),
    )


def _record(row: Row) -> ListCount | RowProblem:
    try:
        day, numbers = date.fromisoformat(row["snapshot"]), [int(row[name]) for name in NUMBERS]
    except ValueError as error:
        return RowProblem(FILE, row.number, "whole row", str(error), "Expected a day and six numbers.")
    found = ListCount(day, *numbers)
    if sum(found.by_model.values()) != found.agreements:
        return RowProblem(
            FILE, row.number, "agreements", str(found.agreements), "The models do not add up to it."
        )
    return found


def _number(row: Row | RowProblem) -> int:
    return row.row if isinstance(row, RowProblem) else row.number
