"""Records as CSV and back: nothing changes on the way."""

from dataclasses import astuple, dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.imports import table
from toolkit.imports.errors import UnexpectedColumns


@dataclass(frozen=True, slots=True)
class Everything:
    """One field of every kind that a shipped table has."""

    text: str
    maybe: str | None
    number: int | None
    degrees: float | None
    day: date
    maybe_day: date | None
    sure: bool
    names: tuple[str, ...]


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="|\0\r"), min_size=1, max_size=8)
RECORDS = st.builds(
    Everything,
    text=WORDS,
    maybe=st.none() | WORDS,
    number=st.none() | st.integers(),
    degrees=st.none() | st.floats(allow_nan=False),
    day=st.dates(),
    maybe_day=st.none() | st.dates(),
    sure=st.booleans(),
    names=st.lists(WORDS, max_size=3).map(tuple),
)


@given(st.lists(RECORDS, max_size=4))
def test_what_is_written_is_read_again(records: list[Everything]) -> None:
    assert table.read(table.write(records, Everything), Everything) == records


def test_a_geoid_stays_text() -> None:
    record = Everything("01001", "01", None, None, date(2026, 1, 1), None, True, ("01001", "01003"))
    (found,) = table.read(table.write([record], Everything), Everything)
    assert astuple(found) == astuple(record)
    assert b"01001,01,,,2026-01-01,,yes,01001|01003" in table.write([record], Everything)


def test_another_header_is_refused() -> None:
    with pytest.raises(UnexpectedColumns, match="freeze it again"):
        table.read(b"text,maybe\na,b\n", Everything)


@pytest.mark.parametrize("line", ["a,b", "a,,,,2026-01-01,,maybe,", "a,,one,,2026-01-01,,yes,"])
def test_a_cell_of_another_kind_raises(line: str) -> None:
    header = table.write([], Everything).decode()
    with pytest.raises((ValueError, KeyError)):
        table.read((header + line + "\n").encode(), Everything)
