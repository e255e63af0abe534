"""The event log as files: the rows of a table, and JSON with what it takes to check the chain."""

import json
from collections.abc import Iterable, Iterator

from toolkit.access.journal_reading import JournalLine

COLUMNS = ("number", "at", "who", "deed", "subject", "detail", "hash")


def rows(lines: Iterable[JournalLine]) -> Iterator[tuple[object, ...]]:
    """The lines as rows of ``COLUMNS``."""
    for line in lines:
        detail = json.dumps(line.detail, ensure_ascii=False, sort_keys=True)
        yield line.number, line.at.isoformat(), line.who, line.deed, line.subject, detail, line.hash


def json_of(lines: Iterable[JournalLine], head: str) -> str:
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
