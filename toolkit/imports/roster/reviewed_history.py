"""What became of every agreement that ICE's lists have shown since 2021, as a person reviewed it.

Lists before 2026 are not all kept as workbooks, and comparing them by name finds 117 departures where
there were 82: agencies come back under other spellings. So the reviewed history is read as a table.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from toolkit.imports.reading import FileReading, Row, RowProblem, delimited
from toolkit.imports.roster import cells
from toolkit.imports.roster.agreement import AgreementHistory, Standing, key_of
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.imports.roster.matching import Matcher, look_at

Doubtful = Mapping[str, str]
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


def read(data: bytes) -> FileReading[AgreementHistory]:
    """The reviewed history from its CSV table; raises UnexpectedColumns."""
    records: list[AgreementHistory] = []
    problems: list[RowProblem] = []
    for row in delimited(data, FILE, COLUMNS, ","):
        found = row if isinstance(row, RowProblem) else _record(row)
        if isinstance(found, RowProblem):
            problems.append(found)
        else:
            records.append(found)
    return FileReading(tuple(records), tuple(problems))


def _record(row: Row) -> AgreementHistory | RowProblem:
    state, model = cells.state(row["state"]), cells.model(row["model"])
    standing = STANDINGS.get(row["status"])
    signed, first, last = (_day(row[name]) for name in ("signed", "first_listed", "last_listed"))
    if state is None or model is None or standing is None:
        found = f"{row['state']}, {row['model']}, {row['status']}"
        return RowProblem(FILE, row.number, "state, model, status", found, "One is unknown: mend the table.")
    if first is None or last is None or first > last or (row["signed"] and not signed):
        found = f"{row['signed']}, {row['first_listed']}, {row['last_listed']}"
        return RowProblem(FILE, row.number, "dates", found, "Expected YYYY-MM-DD in order: mend the table.")
    spellings = tuple(cells.text(name) for name in row["other_spellings"].split("|") if name.strip())
    moa_url = cells.link(row["moa_url"]) if row["moa_url"] else None
    agency, agency_type, county = (cells.text(row[name]) for name in ("agency", "agency_type", "county"))
    return AgreementHistory(
        state.code, agency, agency_type, county, model, signed, moa_url, None,
        first, last, None, standing, "region", None, None, spellings, None,
    )  # fmt: skip


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def combine(
    listed: Sequence[ListedAgreement],
    past: Iterable[AgreementHistory],
    list_days: Sequence[date],
    matcher: Matcher,
    doubtful: Doubtful,
) -> FileReading[AgreementHistory]:
    """The newest list with what the reviewed history knows of it, and everything that left before.

    ``doubtful`` has a reason for each key that left only in appearance. A listed row that the history does
    not know is a problem: its first day on a list would be a guess.
    """
    history = list(past)
    known = {key_of(entry): entry for entry in history if entry.standing == "listed"}
    entries, problems = [], []
    for row in listed:
        match = matcher.match(row)
        problems += look_at(row, match)
        if before := known.get(key_of(row)):
            entries.append(before.as_listed(row).placed(match))
        else:
            problems.append(
                RowProblem("list", row.row, "whole row", row.agency, "The history does not know it.")
            )
    for entry in history:
        if entry.standing != "listed":
            gone_by = list_days[bisect_right(list_days, entry.last_listed)]
            doubt = doubtful.get(key_of(entry))
            entries.append(replace(entry.placed(matcher.match(entry)), gone_by=gone_by, doubt=doubt))
    return FileReading(tuple(entries), tuple(problems))
