"""A process that asks once reads only the places that could fit, and finds what all others find."""

import re

import pytest

from tests.sweeps import sampled
from tests.toolkit.search.test_first_hits import FIRST
from toolkit.ledger.place_words import SAME_WORD
from toolkit.publishing.finding.gazetteer import ALSO_CALLED, MOST_EXCERPTED, could_begin, excerpt, gazetteer
from toolkit.publishing.finding.search import look_up

pytestmark = pytest.mark.usefixtures("work")

AWKWARD = [
    *("", "?", "a", "s", "st", "md", "san", "47", "24021", "29510", "qqqqqq", "jackson", "new york state"),
    *("county ca", "lap", "elm", "islep", "lakewoods", "stl", "princewales", "stjohnbap", "nola", "town of"),
    *("o", "lake co", "in in", "jackson twp hamilton in", "hamilton jackson", "dc", "fortworth", "boro pa"),
    *("mtvernon", "of", "charter", "utqiagvik", "coamo", "maries", "a b c d e f g h", "us", "new", "lasalle"),
]
PLACES = 200  # asked for by what somebody might type, from all over the list
PARTS = 7


def same(typed: str) -> None:
    """Both ways find the same, in the same order, and say the same of it."""
    assert look_up(typed, 50, once=True) == look_up(typed, 50)


@pytest.mark.parametrize("typed", [*AWKWARD, *sampled(typed for typed, _ in FIRST)])
def test_it_finds_the_same(typed: str) -> None:
    same(typed)


@pytest.mark.parametrize("number", sampled(range(PLACES)))
def test_it_finds_the_same_all_over_the_country(number: int) -> None:
    index = gazetteer()
    entry = index.entries[number * (len(index.entries) // PLACES)]
    name, state = entry.short_name, entry.state_code
    county = index.by_geoid[entry.counties[0]].name if entry.counties else entry.state_name
    asked = (
        f"{entry.name}, {entry.state_name}",
        f"{name[:4]} {state}",
        f"{name.split()[-1]} {entry.designation} {county}",
        name.replace(" ", "").lower(),
        f"{name[:2]}{name[3:]} {state}",
        entry.geoid,
        f"{state} {entry.designation} {name.upper()}",
    )
    same(asked[number % len(asked)])


@pytest.mark.parametrize("part", sampled(range(PARTS)))
def test_every_word_of_a_name_leads_to_it(part: int) -> None:
    index = gazetteer()
    always = {entry.geoid for entry in index.entries if entry.kind == "state"} | ALSO_CALLED.keys()
    for word in sorted(index.names.positions)[part::PARTS]:
        could = re.compile(could_begin((word,)))
        entries = [index.entries[position] for position in index.names.positions[word]]
        missed = [e for e in entries if e.geoid not in always and not could.search(e.short_name)]
        assert not missed, word


@pytest.mark.parametrize("spelling", SAME_WORD)
def test_every_spelling_leads_to_the_name(spelling: str) -> None:
    assert re.search(could_begin((SAME_WORD[spelling],)), f"Old {spelling.title()}")


def test_few_places_are_read() -> None:
    assert len(excerpt(("fred", "md")).by_geoid) < MOST_EXCERPTED < len(gazetteer().by_geoid)
