"""The event log as files: a table for spreadsheets, and JSON with what it takes to check the chain."""

import csv
import json
from collections.abc import Iterable
from io import StringIO

from toolkit.access.journal_reading import Line

# What a spreadsheet takes for a formula, also in the full-width forms that some of them fold.
FORMULA = tuple("=+-@\t\r＝＋－＠")
COLUMNS = ("number", "at", "who", "deed", "subject", "detail", "hash")


def csv_of(lines: Iterable[Line]) -> str:
    """A table with one header row; text that a spreadsheet would run is marked as text."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        detail = json.dumps(line.detail, ensure_ascii=False, sort_keys=True)
        text = (line.at.isoformat(), line.who, line.deed, line.subject, detail, line.hash)
        writer.writerow((line.number, *map(harmless, text)))
    return table.getvalue()


def json_of(lines: Iterable[Line], head: str) -> str:
    """Every field of each row, and the head of the whole log."""
    rows = [
        {
            "number": line.number,
            "at": line.at.isoformat(),
            "person_id": line.person_id,
            "who": line.who,
            "deed": line.deed,
            "subject": line.subject,
            "detail": line.detail,
            "previous": line.previous,
            "hash": line.hash,
        }
        for line in lines
    ]
    return json.dumps({"head": head, "events": rows}, ensure_ascii=False, indent=1)


def harmless(text: str) -> str:
    """The text, with a mark before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
