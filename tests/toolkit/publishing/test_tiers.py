"""Each tier of agencies says what the newest list shows, for every kind of place."""

import pytest
from sqlalchemy.orm import Session

from fact_sheets.dossier import Tier
from tests import factories
from toolkit.config import FIRST_SUBJECT
from toolkit.publishing.finding.places import locate
from toolkit.publishing.knowing.tiers import tiers

pytestmark = pytest.mark.usefixtures("work")
NONE, SIGNED, UNKNOWN, WITHOUT = "none", "recorded", "unknown", "not_applicable"


def tiers_of(geoid: str) -> tuple[Tier, ...]:
    """The tiers of a place in the small world."""
    return tiers(FIRST_SUBJECT, locate(geoid), factories.LISTED)


def agencies(tier: Tier) -> set[str]:
    """Who holds the agreements of a tier."""
    return {agreement.agency for agreement in tier.agreements}


@pytest.mark.parametrize(
    "geoid, statuses",
    [
        ("24", [SIGNED, SIGNED, SIGNED]),
        ("24021", [SIGNED, SIGNED, SIGNED]),
        ("24005", [NONE, NONE, SIGNED]),
        ("2430325", [NONE, SIGNED, SIGNED]),
        ("2404000", [NONE, WITHOUT, SIGNED]),
        ("18", [NONE, NONE, NONE]),
        ("1805737000", [NONE, NONE, NONE]),
        ("0980000", [NONE, WITHOUT, NONE]),
        ("09140", [NONE, WITHOUT, NONE]),
        ("3671630", [NONE, UNKNOWN, NONE]),
        ("US", [UNKNOWN, UNKNOWN, UNKNOWN]),
    ],
)
def test_each_tier_has_its_status(geoid: str, statuses: list[str]) -> None:
    assert [tier.status for tier in tiers_of(geoid)] == statuses


def test_a_town_is_touched_by_all_its_counties_and_not_by_its_neighbours() -> None:
    local, county, state = tiers_of("2457475")
    assert agencies(local) == {"Mount Airy Police Department"}
    assert agencies(county) == {
        "Carroll County Sheriff's Office",
        "Frederick County Sheriff's Office",
        "Frederick Community College Police",
    }
    assert agencies(state) == {"Maryland State Guard"}


def test_a_county_counts_the_police_of_the_places_in_it() -> None:
    local, county, _ = tiers_of("24021")
    assert agencies(local) == {"Mount Airy Police Department"}
    assert agencies(county) == {"Frederick County Sheriff's Office", "Frederick Community College Police"}


def test_a_state_counts_everyone_in_it() -> None:
    assert [len(tier.agreements) for tier in tiers_of("24")] == [1, 3, 1]


def test_what_left_the_list_is_no_agreement_and_says_when() -> None:
    local = tiers_of("2430325")[0]
    assert local.agreements == ()
    (departure,) = local.departures
    assert (departure.last_listed, departure.gone_by) == (factories.EARLIER, factories.LEFT)


@pytest.mark.parametrize(
    "other", [{"standing": "taken_back"}, {"standing": "superseded"}, {"subject": "plate-readers"}]
)
def test_what_is_not_told_and_what_another_subject_lists_is_no_agreement(
    work: Session, other: dict[str, str]
) -> None:
    listed = factories.agreement("Frederick Police Department", "TFM", "own", geoid="2430325")
    gone = factories.agreement("Frederick Police Reserve", "TFM", "own", geoid="2430325", gone=True)
    for row in (listed, gone):
        for name, value in other.items():
            setattr(row, name, value)
    before = tiers_of("2430325")
    work.add_all([listed, gone])
    work.flush()
    assert tiers_of("2430325") == before


def test_without_a_list_everything_is_unknown() -> None:
    assert [tier.status for tier in tiers(FIRST_SUBJECT, locate("24021"), None)] == [UNKNOWN] * 3


def test_the_sheriff_of_an_independent_city_is_its_own(work: Session) -> None:
    work.add(factories.agreement("Baltimore City Sheriff's Office", "JEM", "own", geoid="24510"))
    work.flush()
    local, county, _ = tiers_of("2404000")
    assert agencies(local) == {"Baltimore City Sheriff's Office"}
    assert (county.status, county.agreements) == (WITHOUT, ())


def test_an_agency_on_the_list_counts_even_where_counties_have_no_sheriff(work: Session) -> None:
    listed = factories.agreement("Naugatuck Valley Marshal", "JEM", "own", geoid="09140")
    listed.state_code = "CT"
    work.add(listed)
    work.flush()
    assert tiers_of("0980000")[1].status == SIGNED


@pytest.mark.parametrize(
    "geoid, headings",
    [
        ("24", ["Local police in Maryland", "County sheriffs and jails in Maryland"]),
        ("24021", ["Local police in Frederick County", "Frederick County sheriff and jail"]),
        ("2404000", ["Baltimore city police, sheriff and jail", "County agencies"]),
        ("1805737000", ["Jackson township police", "Hamilton County sheriff and jail"]),
        ("2457475", ["Mount Airy town police", "Carroll County and Frederick County sheriffs and jails"]),
        ("0980000", ["Waterbury city police", "County agencies"]),
        ("3671630", ["Nowhere village police", "County sheriff and jail"]),
        ("US", ["Your local police", "Your county’s sheriff and jail"]),
    ],
)
def test_headings_fit_the_place(geoid: str, headings: list[str]) -> None:
    assert [tier.heading for tier in tiers_of(geoid)[:2]] == headings


@pytest.mark.parametrize(
    "geoid, heading", [("24021", "Maryland statewide agencies"), ("US", "Your state’s agencies")]
)
def test_the_state_heads_its_own_tier(geoid: str, heading: str) -> None:
    assert tiers_of(geoid)[2].heading == heading
