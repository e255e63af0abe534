"""The door to openpyxl: links come through, and files built to do harm do not."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.toolkit.imports.samples import MOA, TODAY, row, saved, workbook
from toolkit.imports.errors import UnreadableFile
from toolkit.imports.roster import list_file
from toolkit.imports.roster.workbook import sheets

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook([row()])


def rewritten(change: dict[str, bytes], data: bytes = GOOD) -> bytes:
    """The workbook with parts replaced or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, content in change.items():
            new.writestr(name, content)
    return target.getvalue()


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return archive.read(name)


def with_xml(xml: bytes, before: bytes = b"</worksheet>") -> bytes:
    """The workbook with markup put into its sheet."""
    return rewritten({SHEET: part(SHEET).replace(before, xml + before)})


def test_a_cell_comes_with_its_value_and_its_link() -> None:
    (sheet,) = sheets(GOOD, "list.xlsx")
    assert [entry.number for entry in sheet.rows] == [1, 2]
    assert (sheet.rows[1].cells[6].value, sheet.rows[1].cells[6].link) == ("link", MOA)


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"PK\x03\x04 not a zip", id="not a zip"),
        pytest.param(GOOD[: len(GOOD) // 2], id="cut off"),
        pytest.param(rewritten({SHEET: b"<worksheet"}), id="broken part"),
        pytest.param(rewritten({"[Content_Types].xml": b"<a/>"}), id="no contents"),
    ],
)
def test_a_damaged_file_is_refused(bad: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        sheets(bad, "list.xlsx")


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(rewritten({"xl/media/zeros.bin": bytes(9_000_000)}), id="packed too well"),
        pytest.param(rewritten({f"xl/media/{number}": b"x" for number in range(101)}), id="too many parts"),
        pytest.param(rewritten({"../outside.xml": b"<a/>"}), id="climbs out"),
        pytest.param(rewritten({"/etc/outside.xml": b"<a/>"}), id="absolute path"),
        pytest.param(
            with_xml(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), id="merged sheet"
        ),
        pytest.param(with_xml(b'<mergeCells><mergeCell ref="A:XFD"/></mergeCells>'), id="merged columns"),
        pytest.param(
            with_xml(b'<hyperlinks><hyperlink ref="A1:Z9999"/></hyperlinks>'), id="link over a range"
        ),
    ],
)
def test_a_file_that_would_exhaust_the_reader_is_not_opened(bad: bytes) -> None:
    with pytest.raises(UnreadableFile, match="was not opened"):
        sheets(bad, "list.xlsx")


def test_a_file_over_two_megabytes_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="larger than 2 MB"):
        sheets(GOOD + bytes(2 * 1024 * 1024), "list.xlsx")


def test_a_file_that_unpacks_to_more_than_a_list_needs_is_not_opened() -> None:
    block = b"".join(number.to_bytes(4) + bytes(396) for number in range(27_500))  # packs well, not too well
    bomb = rewritten({f"xl/media/{number}": block for number in range(3)})
    assert len(bomb) < 2 * 1024 * 1024
    with pytest.raises(UnreadableFile, match="was not opened"):
        sheets(bomb, "list.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(encoding: str) -> None:
    entities = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(UnreadableFile, match="document type"):
        sheets(rewritten({"xl/theme/theme1.xml": entities.encode(encoding)}), "list.xlsx")


def test_a_cell_far_away_does_not_make_a_million_rows() -> None:
    book = Workbook()
    book.active["A1048576"] = "here"
    with pytest.raises(UnreadableFile, match="larger than a list"):
        sheets(saved(book), "list.xlsx")


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .xlsx"),
        (b"%PDF-1.7", "spreadsheet"),
        (b"\n <!DOCTYPE html><title>404</title>", "web page"),
        (b"  ", "empty"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, advice: str) -> None:
    with pytest.raises(UnreadableFile, match=advice):
        list_file.read(data, "participatingAgencies.xlsx", TODAY)


PARTS = {name: part(name) for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist()}
SPLINTERS = [b"", b'"', b"A1:", b"9" * 12, b"<x>", b"-1", b'r="ZZZ9"', b"\xff"]


@given(
    st.sampled_from(sorted(PARTS)), st.integers(0, 10_000), st.integers(0, 200), st.sampled_from(SPLINTERS)
)
def test_a_splintered_part_is_read_or_refused(name: str, start: int, length: int, splinter: bytes) -> None:
    whole = PARTS[name]
    start %= len(whole)
    broken = whole[:start] + splinter + whole[start + length :]
    with suppress(UnreadableFile):
        assert all(len(sheet.rows) <= 20_000 for sheet in sheets(rewritten({name: broken}), "list.xlsx"))
