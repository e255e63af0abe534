"""How the search tells places apart, mends slips, and keeps calm with anything that is typed."""

import pytest

from toolkit.publishing.finding.search import LONGEST, look_up, search

pytestmark = pytest.mark.usefixtures("work")


def test_the_47_jackson_townships_of_indiana_stand_by_their_counties() -> None:
    found = look_up("Jackson township, Indiana", limit=100)
    counties = [hit.counties[0] for hit in found.hits]
    assert {hit.name for hit in found.hits} == {"Jackson township"}
    assert len(counties) == len(set(counties)) == 47
    assert counties == sorted(counties)
    assert found.left_out == 0


def test_a_town_and_a_city_of_one_name_show_what_they_are() -> None:
    hits = search("waterloo ny")
    assert {(hit.name, hit.kind) for hit in hits} == {
        ("Waterloo town", "town"),
        ("Waterloo village", "village"),
    }


def test_a_city_that_is_its_own_county_comes_once() -> None:
    assert "29510" not in {hit.geoid for hit in search("st louis city missouri")}
    assert [hit.geoid for hit in search("baltimore city md")] == ["2404000"]
    assert [hit.geoid for hit in search("29510")] == ["2965000"]
    assert [hit.geoid for hit in search("waterbury ct")] == ["0980000"]


def test_a_hit_says_what_tells_it_apart() -> None:
    (hit,) = search("jackson township hamilton county indiana", limit=1)
    assert (hit.geoid, hit.kind, hit.counties, hit.state) == (
        "1805737044",
        "township",
        ("Hamilton County",),
        "Indiana",
    )
    assert hit.population is not None


def test_what_is_left_out_is_counted_and_its_states_are_named() -> None:
    few, many = look_up("washington", limit=10), look_up("washington", limit=1000)
    assert len(few.hits) + few.left_out == len(many.hits) > 200
    assert few.states == many.states
    assert few.states["GA"] == "Georgia"
    assert few.hits == many.hits[:10]


def test_in_one_state_every_washington_can_be_reached() -> None:
    everywhere = look_up("washington", limit=1000)
    by_state = [look_up(f"washington, {code}", limit=100) for code in everywhere.states]
    assert {found.left_out for found in by_state} == {0}
    assert {hit for found in by_state for hit in found.hits} >= set(everywhere.hits)


def test_a_mended_slip_is_said() -> None:
    assert look_up("fredrick md").read_as == "frederick md"
    assert look_up("frederick md").read_as is None


def test_a_word_must_begin_a_word() -> None:
    assert look_up("erick").hits != look_up("frederick").hits
    assert look_up("ederick").read_as == "frederick"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "%", "_", "\\", "'", "\x00", "🙂", "‮مدينة", "?" * 10_000, "the of", "-"],
)
def test_what_names_nothing_finds_nothing(typed: str) -> None:
    assert search(typed) == ()


@pytest.mark.parametrize(
    "typed", ["fred%", "fr_ed", "fred\x00erick", "‮frederick", "frederick 🙂", "' OR 1=1 --"]
)
def test_signs_have_no_power(typed: str) -> None:
    assert all(hit.population is not None and hit.population < 10_000_000 for hit in search(typed))


@pytest.mark.parametrize("typed", ["x", "s", "a b c d e f g h i j k l", "frederick " * 1000, "z" * 10_000])
def test_any_length_is_answered(typed: str) -> None:
    assert len(search(typed, limit=20)) <= 20


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    padding = " " * LONGEST
    assert search(f"frederick md{padding}zzz") == search("frederick md")
