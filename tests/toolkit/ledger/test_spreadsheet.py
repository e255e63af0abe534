"""No cell of a table is run by a spreadsheet, and every text comes back as it was."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.ledger import spreadsheet

TEXTS = ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "＝1", "''@x", "'plain", "\t=1", "plain", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_a_formula_is_marked_as_text(text: str) -> None:
    written = spreadsheet.table(["a"], [[text, None, 7]])
    ((_, (cell, nothing, number)),) = [list(csv.reader(StringIO(written, newline="")))]
    assert not cell.startswith(spreadsheet.FORMULA)
    assert (spreadsheet.as_typed(cell), nothing, number) == (text, "", "7")


@given(st.text("'=+-@ax", max_size=6))
def test_taking_the_mark_off_gives_the_same_text(text: str) -> None:
    assert spreadsheet.as_typed(spreadsheet.harmless(text)) == text
