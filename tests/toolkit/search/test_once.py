"""A search that reads only what could fit finds what the search in all places finds."""

import pytest

from tests.sweeps import sampled
from tests.toolkit.search.test_first_hits import FIRST
from toolkit.publishing.search import search, search_once

pytestmark = pytest.mark.usefixtures("work")

AWKWARD = [
    *("", "?", "a", "st", "md", "san", "47", "24021", "qqqqqq", "jackson", "new york state", "county ca"),
    *("islep", "lakewoods", "stl", "princewales", "stjohnbap", "nola", "town of", "o", "lake co", "in in"),
]


@pytest.mark.parametrize("typed", [*AWKWARD, *sampled(typed for typed, _ in FIRST)])
def test_it_finds_the_same(typed: str) -> None:
    assert search_once(typed, limit=50) == search(typed, limit=50)
