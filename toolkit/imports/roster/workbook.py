"""The door to openpyxl (0.3 s to import): .xlsx bytes to sheets, refused first where they could do harm.

A workbook is a zip of XML. Before openpyxl sees it, the zip is measured and every part is scanned: small
files can unpack to gigabytes, and one merged range can ask for seventeen billion cells.
"""

import io
import warnings
import zipfile
import zlib
from contextlib import suppress
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.imports.errors import UnreadableFile
from toolkit.imports.roster.sheets import Cell, Sheet, SheetRow

MEGABYTE = 1024 * 1024
LARGEST_FILE = 2 * MEGABYTE
LARGEST_UNPACKED = 30 * MEGABYTE
MOST_PARTS = 100
LARGEST_RATIO = 100
RATIO_FROM = 64 * 1024  # short parts of repeated XML pack well and harm nobody
MOST_ROWS, MOST_COLUMNS = 20_000, 100
MOST_SPANNED = 20_000
MOST_ELEMENTS = 500_000  # ICE's list has a tenth; each costs openpyxl half a kilobyte and three microseconds
WIDEST, LONGEST = 16_384, 1_048_576  # what the format allows
# All that openpyxl raises on parts that are missing, broken or of another kind than their name says.
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    NotImplementedError,
)


def sheets(data: bytes, file: str) -> list[Sheet]:
    """Every worksheet with the values that a reader of the file sees; raises UnreadableFile."""
    try:
        _measure(data, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # openpyxl's remarks on styles and extensions
            book = load_workbook(io.BytesIO(data), data_only=True)
        return [_sheet(sheet, file) for sheet in book.worksheets]
    except BROKEN as error:
        raise UnreadableFile(f"{file} is a damaged workbook: download it again ({error}).") from error


def _measure(data: bytes, file: str) -> None:
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(f"{file} is larger than {LARGEST_FILE // MEGABYTE} MB: is it ICE's list?")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        total = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or total > LARGEST_UNPACKED or any(map(_is_suspect, parts)):
            raise UnreadableFile(
                f"{file} unpacks to more than a list of agreements needs: it was not opened."
            )
        scanned = Scan()
        for part in parts:
            scanned.part(archive.read(part))
        if scanned.spanned > MOST_SPANNED:
            raise UnreadableFile(
                f"{file} spans more merged or linked cells than a list has: it was not opened."
            )


def _is_suspect(part: zipfile.ZipInfo) -> bool:
    path = part.filename.replace("\\", "/")
    escapes = path.startswith("/") or ".." in path.split("/")
    bomb = part.file_size > RATIO_FROM and part.file_size > LARGEST_RATIO * max(part.compress_size, 1)
    return escapes or bomb or bool(part.flag_bits & 1)


class Scan:
    """Counts what the parts of a workbook hold, before openpyxl makes objects of it."""

    def __init__(self) -> None:
        self.spanned = self.elements = 0

    def part(self, content: bytes) -> None:
        """Scan a part; one that is not XML counts as far as it can be read. Raises UnreadableFile."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        with suppress(expat.ExpatError):
            parser.Parse(content, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise UnreadableFile("The workbook holds many times what a list needs: it was not opened.")
        if tag.rpartition(":")[2] in {"mergeCell", "hyperlink"} and "ref" in attributes:
            left, top, right, bottom = range_boundaries(attributes["ref"])
            # A whole row or column has open ends.
            self.spanned += ((right or WIDEST) - (left or 1) + 1) * ((bottom or LONGEST) - (top or 1) + 1)

    @staticmethod
    def _doctype(*_: object) -> None:
        raise UnreadableFile("The workbook declares a document type, which no spreadsheet does.")


def _sheet(sheet: Worksheet, file: str) -> Sheet:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise UnreadableFile(f"{file}: sheet {sheet.title} is larger than a list of agreements can be.")
    rows = (
        SheetRow(
            number,
            tuple(Cell(cell.value, cell.hyperlink.target if cell.hyperlink else None) for cell in cells),
        )
        for number, cells in enumerate(sheet.iter_rows(), start=1)
    )
    return Sheet(sheet.title, tuple(rows))
