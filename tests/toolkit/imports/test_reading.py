"""Text to numbered rows: nothing of a file is lost, and what is not a table is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.imports.errors import UnexpectedColumns, UnreadableFile
from toolkit.imports.reading import Row, RowProblem, clean, decode, delimited, fold


def rows(
    text: str | bytes, delimiter: str = ",", needed: tuple[str, ...] = ("a", "b")
) -> list[Row | RowProblem]:
    data = text.encode() if isinstance(text, str) else text
    return list(delimited(data, "file", needed, delimiter))


def test_byte_order_mark_line_ends_and_stray_spaces_do_not_matter() -> None:
    (row,) = rows("\ufeff A \u00a0,B\r\n  one\u00a0two ,  2\t\r\n")
    assert isinstance(row, Row)
    assert (row.number, dict(row.cells)) == (2, {"a": "one two", "b": "2"})


def test_a_row_of_another_width_is_reported_with_its_number() -> None:
    found = rows("a,b\n1,2\n\n3\n4,5\n")
    assert [row.number for row in found if isinstance(row, Row)] == [2, 5]
    (problem,) = (row for row in found if isinstance(row, RowProblem))
    assert (problem.row, problem.found, problem.kept) == (4, "1 cells", False)


def test_a_quotation_mark_in_a_gazetteer_file_is_a_letter() -> None:
    (row,) = rows('a|b\nCut "N" Shoot|"x\n', "|")
    assert isinstance(row, Row)
    assert row["a"] == 'Cut "N" Shoot'


def test_missing_columns_are_named() -> None:
    with pytest.raises(UnexpectedColumns, match="no column b"):
        rows("a,c\n1,2\n")


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"a,b\n\x00,1", b"a,b\n\xe9,1"])
def test_what_is_not_utf8_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        rows(data)


def test_a_cell_that_never_ends_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="near line"):
        rows('a,b\n"' + "x" * 200_000)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(UnreadableFile, match="larger than"):
        decode(b" " * (30 * 1024 * 1024 + 1), "file")


def test_accents_are_composed_and_invisible_letters_fall_out() -> None:
    assert clean("Utqiag\u0307vik\u200b \u00ad city") == "Utqiaġvik city"
    assert fold(" Law\u00a0Enforcement  AGENCY") == "law enforcement agency"


@given(st.lists(st.lists(st.text("abc |", max_size=4), min_size=1, max_size=4), max_size=12))
def test_every_line_is_a_row_a_problem_or_blank(lines: list[list[str]]) -> None:
    text = "\n".join(["a|b", *("|".join(cells) for cells in lines)])
    wanted = {number for number, line in enumerate(text.split("\n"), 1) if line.replace("|", "").strip()} - {
        1
    }
    found = {row.number if isinstance(row, Row) else row.row for row in rows(text, "|")}
    assert found == wanted
