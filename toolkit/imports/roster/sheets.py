"""A published table as cells with the links behind them, from a workbook or CSV text.

``workbook`` is the door to openpyxl; this module decides what a file is and gives both kinds one shape.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.imports.errors import UnreadableFile
from toolkit.imports.reading import LARGEST_TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds (text, number, date, nothing) and where its hyperlink leads."""

    value: object = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, numbered as a person sees it in the file."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or the only table of a CSV file."""

    title: str
    rows: tuple[SheetRow, ...]


NOT_TABLES = {
    b"\xd0\xcf\x11\xe0": "an old .xls workbook: open it and save it as .xlsx",
    b"%PDF": "a PDF: take the spreadsheet from the same page",
    b"<": "a web page, perhaps an error page: download the file again",
}


def refuse_other_kinds(data: bytes, file: str) -> None:
    """Raise UnreadableFile, saying what to do, for the files that people take for a table."""
    start = data.lstrip()[:4]
    for mark, advice in NOT_TABLES.items():
        if start.startswith(mark):
            raise UnreadableFile(f"{file} is {advice}.")
    if not start:
        raise UnreadableFile(f"{file} is empty: download it again.")


def csv_sheet(data: bytes, file: str) -> Sheet:
    """Comma-separated text in UTF-8, or in Windows-1252 as Excel saves it."""
    if len(data) > LARGEST_TEXT or b"\0" in data:
        raise UnreadableFile(f"{file} is not a list of agreements: it is too large or holds binary data.")
    try:
        return Sheet(file, tuple(_csv_rows(_text(data, file))))
    except csv.Error as error:
        raise UnreadableFile(f"{file} is not a well-formed CSV file: {error}.") from error


def _text(data: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(f"{file} is in an unknown encoding: save it as CSV UTF-8.")


def _csv_rows(text: str) -> Iterator[SheetRow]:
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline="")), start=1):
        yield SheetRow(number, tuple(Cell(cell) for cell in cells))
