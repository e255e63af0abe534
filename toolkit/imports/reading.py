"""The floor of the room: what a reader gives back, and delimited text to numbered rows.

Row numbers are those a person sees when opening the file: the header is row 1.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from toolkit.imports.errors import UnexpectedColumns, UnreadableFile

LARGEST_TEXT = 30 * 1024 * 1024
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something in one row that was not understood, and what a person can do about it.

    ``kept`` says that the row still gave a record, with the doubtful cell left empty.
    """

    file: str
    row: int
    column: str
    found: str
    advice: str
    kept: bool = False

    def __str__(self) -> str:
        outcome = "kept without it" if self.kept else "row left out"
        return f"{self.file} row {self.row}, {self.column}: {self.found!r} ({outcome}). {self.advice}"


@dataclass(frozen=True, slots=True)
class FileReading(Generic[Record]):
    """Records, the rows that were left out or doubted, and the rows that by rule are not meant.

    Every row of the file is in exactly one place: a record, a problem that is not ``kept``, or a count
    in ``set_aside`` (reason to number of rows).
    """

    records: tuple[Record, ...]
    problems: tuple[RowProblem, ...] = ()
    set_aside: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows the file held."""
        lost = {(problem.file, problem.row) for problem in self.problems if not problem.kept}
        return len(self.records) + len(lost) + sum(self.set_aside.values())


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a delimited file; cells are stripped, keys are folded headers."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def fold(text: str) -> str:
    """Compare headers and words without case, doubled spaces or exotic spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def clean(text: str) -> str:
    """One line of text as published, without stray, doubled, non-breaking or invisible spaces."""
    if not text.isascii() or not text.isprintable():  # most cells are plain, and there are many
        text = "".join(letter for letter in text if letter.isspace() or letter.isprintable())
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def decode(data: bytes, file: str) -> str:
    """UTF-8 with or without a byte order mark; raises UnreadableFile for anything else."""
    if len(data) > LARGEST_TEXT:
        raise UnreadableFile(f"{file} is larger than {LARGEST_TEXT // 1024**2} MB: is it the right file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{file} is not UTF-8 text (byte {error.start}): save it as CSV UTF-8."
        ) from error
    if "\0" in text:
        raise UnreadableFile(f"{file} holds binary data: is it the right file?")
    return text


def delimited(data: bytes, file: str, needed: Sequence[str], delimiter: str) -> Iterator[Row | RowProblem]:
    """Rows of a delimited file with a header row; a row of another width is a problem, a blank one nothing.

    ``needed`` are folded header names; raises UnexpectedColumns when one is missing.
    """
    text = io.StringIO(decode(data, file), newline="")
    quoted = delimiter == ","  # in a Gazetteer file a quotation mark is a letter
    lines = csv.reader(text) if quoted else csv.reader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    try:
        header = [fold(cell) for cell in next(lines, [])]
        missing = [name for name in needed if name not in header]
        if missing:
            raise UnexpectedColumns(f"{file} has no column {', '.join(missing)}: is it the right file?")
        for number, cells in enumerate(lines, start=2):
            if any(cell.strip() for cell in cells):
                yield _row(file, number, header, cells)
    except csv.Error as error:
        raise UnreadableFile(
            f"{file} is not a well-formed table near line {lines.line_num}: {error}."
        ) from error


def _row(file: str, number: int, header: Sequence[str], cells: Sequence[str]) -> Row | RowProblem:
    if len(cells) != len(header):
        advice = f"The header has {len(header)} cells: mend the row or take the official file again."
        return RowProblem(file, number, "whole row", f"{len(cells)} cells", advice)
    return Row(number, dict(zip(header, map(clean, cells), strict=True)))
