"""A place is found by its code or its name, and no name is guessed."""

import pytest
from sqlalchemy.orm import Session

from tests import factories
from toolkit.publishing.errors import AmbiguousPlace, UnknownPlace
from toolkit.publishing.finding.places import find, resolve

pytestmark = pytest.mark.usefixtures("work")


@pytest.mark.parametrize(
    "geoid, name, label",
    [
        ("24", "Maryland", "Maryland"),
        ("24021", "Frederick County", "Frederick County, Maryland"),
        ("2430325", "Frederick", "Frederick city, Maryland"),
        ("1805737000", "Jackson Township", "Jackson township, Hamilton County, Indiana"),
        ("09140", "Naugatuck Valley Planning Region", "Naugatuck Valley Planning Region, Connecticut"),
        ("US", "United States", "United States (place not listed)"),
    ],
)
def test_a_place_is_called_as_people_call_it(geoid: str, name: str, label: str) -> None:
    place = find(geoid)
    assert (place.geoid, place.name, place.label) == (geoid, name, label)


@pytest.mark.parametrize("geoid, same", [("24510", "2404000"), ("0914080070", "0980000")])
def test_two_codes_of_one_government_lead_to_one_place(geoid: str, same: str) -> None:
    assert find(geoid) == find(same)
    assert resolve(geoid).geoid == same


def test_a_place_knows_its_counties_largest_share_first() -> None:
    place = find("2457475")
    assert place.county_geoids == ("24013", "24021")
    assert place.county_names == ("Carroll County", "Frederick County")


@pytest.mark.parametrize(
    "text, geoid",
    [
        ("24021", "24021"),
        (" 24021 ", "24021"),
        ("us", "US"),
        ("Frederick County, MD", "24021"),
        ("frederick county maryland", "24021"),
        ("Frederick city, Maryland", "2430325"),
        ("Maryland", "24"),
        ("Mount Airy, MD", "2457475"),
        ("Mt. Airy town", "2457475"),
        ("Jackson township, Madison County, Indiana", "1809537010"),
        ("Waterbury", "0980000"),
        ("Baltimore city, MD", "2404000"),
    ],
)
def test_a_code_or_a_full_name_is_enough(text: str, geoid: str) -> None:
    assert resolve(text).geoid == geoid


@pytest.mark.parametrize(
    "text, choices",
    [
        ("Frederick, MD", {"24021", "2430325"}),
        ("Jackson township, Indiana", {"1805737000", "1809537010"}),
        ("Jackson Twp", {"1805737000", "1809537010"}),
    ],
)
def test_a_name_of_several_places_gives_the_choices(text: str, choices: set[str]) -> None:
    with pytest.raises(AmbiguousPlace) as told:
        resolve(text)
    assert {geoid for geoid, _ in told.value.choices} == choices


def test_a_slip_is_not_accepted_in_silence_but_answered_with_what_is_near() -> None:
    with pytest.raises(UnknownPlace, match="24021  Frederick County, Maryland"):
        resolve("Fredrick County, MD")


@pytest.mark.parametrize("text", ["Atlantis", "99999", "", "  ", "x" * 5000])
def test_what_is_no_place_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(UnknownPlace, match="“US”") as told:
        resolve(text)
    assert len(str(told.value)) < 1000


def test_places_of_one_name_in_one_state_show_their_county(work: Session) -> None:
    work.add(factories.jurisdiction("2499999", "place", "Frederick city", "city", "MD", "24005"))
    work.flush()
    assert find("2430325").label == "Frederick city, Frederick County, Maryland"
