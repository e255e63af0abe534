"""What became of every agreement that ICE's lists have shown since 2021, as a person reviewed it.

Lists before 2026 are not all kept as workbooks, and comparing them by name finds 117 departures where
there were 82: agencies come back under other spellings. So the reviewed history is read as a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from toolkit.imports.reading import Reading, Row, RowProblem, delimited
from toolkit.imports.roster import cells
from toolkit.imports.roster.cells import Model

Standing = Literal["listed", "left", "model_dropped", "superseded"]
FILE = "reviewed history"
COLUMNS = (
    "state",
    "agency",
    "agency_type",
    "county",
    "model",
    "signed",
    "moa_url",
    "first_listed",
    "last_listed",
    "status",
    "other_spellings",
)
STANDINGS: Mapping[str, Standing] = {
    "active": "listed",
    "left_list": "left",
    "left_list_agency_still_listed": "model_dropped",
    "superseded": "superseded",
}


@dataclass(frozen=True, slots=True)
class PastAgreement:
    """One agreement over all lists. ``left``: the whole agency is gone from the list; ``model_dropped``:
    the agency is listed under another model; ``superseded``: listed on with another date or spelling.
    """

    state_code: str
    agency: str
    agency_type: str
    county: str
    model: Model
    signed: date | None
    moa_url: str | None
    first_listed: date
    last_listed: date
    standing: Standing
    other_spellings: tuple[str, ...]


def read(data: bytes) -> Reading[PastAgreement]:
    """The reviewed history from its CSV table; raises UnexpectedColumns."""
    records: list[PastAgreement] = []
    problems: list[RowProblem] = []
    for row in delimited(data, FILE, COLUMNS, ","):
        found = row if isinstance(row, RowProblem) else _record(row)
        if isinstance(found, RowProblem):
            problems.append(found)
        else:
            records.append(found)
    return Reading(tuple(records), tuple(problems))


def _record(row: Row) -> PastAgreement | RowProblem:
    state, model = cells.state(row["state"]), cells.model(row["model"])
    standing = STANDINGS.get(row["status"])
    signed, first, last = (_day(row[name]) for name in ("signed", "first_listed", "last_listed"))
    if state is None or model is None or standing is None:
        found = f"{row['state']}, {row['model']}, {row['status']}"
        return RowProblem(FILE, row.number, "state, model, status", found, "One is unknown: mend the table.")
    if first is None or last is None or first > last or (row["signed"] and not signed):
        found = f"{row['signed']}, {row['first_listed']}, {row['last_listed']}"
        return RowProblem(FILE, row.number, "dates", found, "Expected YYYY-MM-DD in order: mend the table.")
    return PastAgreement(
        state.code,
        cells.text(row["agency"]),
        cells.text(row["agency_type"]),
        cells.text(row["county"]),
        model,
        signed,
        cells.link(row["moa_url"]) if row["moa_url"] else None,
        first,
        last,
        standing,
        tuple(cells.text(name) for name in row["other_spellings"].split("|") if name.strip()),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
