"""The press by hand, without a database: ``python -m fact_sheets dossier.json sheet.pdf``.

Prints the edition code and how the sheet stands. Exit code 0: balanced. 1: printed, but not called balanced.
2: the command, the files or the dossier are wrong, and nothing was written.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from fact_sheets import balance, pdf
from fact_sheets.document import FactSheet
from fact_sheets.errors import PressError

USAGE = "usage: python -m fact_sheets dossier.json sheet.pdf"
BALANCED, NOT_BALANCED, WRONG = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Press one dossier; the exit code."""
    if len(arguments) != 2:
        return _refuse(USAGE)
    given, wanted = (Path(argument) for argument in arguments)
    try:
        printed = pdf.press(given.read_bytes())
        wanted.write_bytes(printed.pdf)
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}")
    except PressError as error:
        return _refuse(f"{given}: {error}")
    for line in _report(printed.sheet, wanted):
        print(line)
    return BALANCED if printed.sheet.standing == "balanced" else NOT_BALANCED


def _report(sheet: FactSheet, path: Path) -> list[str]:
    """What was printed, and each rule that keeps it from being called balanced."""
    first = f"{path}: {sheet.place_label}, edition {sheet.code}, {sheet.standing}"
    reasons = [f"  {found.sentence}: {found.numbers}" for found in balance.blocking(sheet.findings)]
    if sheet.standing == "review overdue":
        reasons = [f"  {sheet.standing_line}"]
    return [first, *(reasons if sheet.standing != "balanced" else [])]


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return WRONG


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
