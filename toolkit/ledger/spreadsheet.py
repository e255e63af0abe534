"""Tables that spreadsheets open: no cell of them is run as a formula."""

import csv
from collections.abc import Iterable
from io import StringIO

# What a spreadsheet takes for a formula, also in the full-width forms that some of them fold.
FORMULA = tuple("=+-@\t\r＝＋－＠")


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """CSV with one header row; nothing is empty, and text that a spreadsheet would run is marked as text."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless("" if cell is None else str(cell)) for cell in row] for row in rows)
    return text.getvalue()


def harmless(text: str) -> str:
    """The text, with ``'`` before it where a spreadsheet would run it, or would take that mark for ours."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def as_typed(cell: str) -> str:
    """The text of which ``harmless`` made this cell."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell
