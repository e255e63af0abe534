"""The library as a table: one claim a row, for people who like spreadsheets better.

A cell that a spreadsheet would run gets ``'`` before it, which is taken off again. Lists have spaces between
their parts; each citation is a line "source | locator | quote".
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from toolkit.curation.errors import NotFit
from toolkit.curation.library.library_entry import KEYS, LibraryEntry, Raw, entry
from toolkit.curation.library.library_file import LARGEST, MOST_CLAIMS
from toolkit.ledger import spreadsheet
from toolkit.ledger.claim_file import CITED
from toolkit.ledger.claim_words import FIELDS

_BAR = re.compile(r"(?<!\\)\|")
# The digits of the codes in each list: a spreadsheet takes away the zero before a number.
_DIGITS = {field.key: field.digits for field in FIELDS if field.kind == "list"}
BYTE_ORDER_MARK = "\ufeff"  # tells spreadsheets that this is UTF-8


def write(claims: Iterable[Raw]) -> str:
    """The table, with one header row."""
    rows = ([_cell(name, claim[name]) for name in KEYS] for claim in claims)
    return BYTE_ORDER_MARK + spreadsheet.table(KEYS, rows)


def read(content: bytes) -> Iterator[LibraryEntry]:
    """The claims of a table, each with the number of its row. Raises NotFit."""
    if len(content) > LARGEST:
        raise NotFit(["This file is larger than 2 MB. Send the library in parts."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotFit(["This file is not UTF-8 text. Save it as “CSV UTF-8”."]) from error
    rows = csv.reader(StringIO(text.replace("\0", "�"), newline=""))
    try:
        header = [name.strip().lower() for name in next(rows, [])]
        if not {"id", "text", "citations"} <= set(header):
            raise NotFit(["This table lacks the columns id, text and citations. Is it a library?"])
        for number, cells in enumerate(rows, start=2):
            if number > MOST_CLAIMS:
                raise NotFit([f"This table has more than {MOST_CLAIMS} rows. Send it in parts."])
            if any(cell.strip() for cell in cells):
                yield _entry(header, cells, number)
    except csv.Error as error:
        raise NotFit([f"This is not a well-formed table near line {rows.line_num}: {error}."]) from error


def _entry(header: list[str], cells: list[str], number: int) -> LibraryEntry:
    if len(cells) != len(header):
        says = f"This row has {len(cells)} cells and the header {len(header)}."
        return entry({}, number, (says,))
    raw = {name: _value(name, spreadsheet.as_typed(cell)) for name, cell in zip(header, cells, strict=True)}
    return entry(raw, number)


def _cell(name: str, value: Any) -> str:
    if name == "citations":
        return "\n".join(" | ".join(row[part].replace("|", r"\|") for part in CITED) for row in value)
    return " ".join(value) if isinstance(value, list) else str(value)


def _value(name: str, cell: str) -> Any:
    if name == "citations":
        return [_citation(line) for line in cell.splitlines() if line.strip()]
    if name in _DIGITS:
        digits = _DIGITS[name]
        return [each.zfill(digits) if each.isdigit() else each for each in cell.replace(",", " ").split()]
    return cell


def _citation(line: str) -> dict[str, str]:
    parts = [part.strip().replace(r"\|", "|") for part in _BAR.split(line)]
    return dict(zip((*CITED, *(f"part {n}" for n in range(4, len(parts) + 1))), parts, strict=False))
