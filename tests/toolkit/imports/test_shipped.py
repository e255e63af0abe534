"""The facts that ship: as the manifest says, complete, every agency in its place, and nobody named."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests.toolkit.imports.samples import listed
from toolkit.imports import manifest
from toolkit.imports.census import corrections
from toolkit.imports.census.jurisdiction import Jurisdiction
from toolkit.imports.census.states import BY_CODE, STATES
from toolkit.imports.errors import ImportRefused
from toolkit.imports.roster import aliases
from toolkit.imports.roster.agreement import AgreementHistory, key_of
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.matching import Matcher
from toolkit.imports.shipped import AGREEMENTS, COUNTS, FOLDER, JURISDICTIONS, Shipped

SHIPPED = Shipped()
LIST_DAY = date(2026, 5, 18)


@cache
def places() -> dict[str, Jurisdiction]:
    return {place.geoid: place for place in SHIPPED.jurisdictions()}


@cache
def entries() -> tuple[AgreementHistory, ...]:
    return tuple(SHIPPED.agreements())


def current() -> list[AgreementHistory]:
    return [entry for entry in entries() if entry.standing == "listed"]


def test_every_table_is_the_manifests_and_says_where_it_comes_from() -> None:
    assert SHIPPED.manifest.keys() == {JURISDICTIONS, AGREEMENTS, COUNTS}
    for entry in SHIPPED.manifest.values():
        data = (FOLDER / entry.file).read_bytes()
        manifest.check(entry, data)
        assert entry.rows == data.count(b"\n") - 1
        assert entry.url.startswith("https://www.")
        assert all(re.fullmatch(r"[0-9a-f]{64}", original.sha256) for original in entry.originals)
        assert all((entry.originals, entry.licence, entry.made, entry.what))


def test_a_table_that_somebody_edited_is_refused() -> None:
    entry = SHIPPED.manifest[COUNTS]
    with pytest.raises(ImportRefused, match="freeze"):
        manifest.check(entry, (FOLDER / entry.file).read_bytes() + b"\n")


def test_the_manifest_comes_back_as_it_was_written() -> None:
    known = SHIPPED.manifest
    assert manifest.read(manifest.write(known.values())) == known


def test_all_jurisdictions_are_there() -> None:
    kinds = Counter(place.kind for place in places().values())
    assert kinds == {"state": 56, "county": 3222, "place": 19480, "county_subdivision": 16193}


def test_one_government_has_one_entry_to_pick() -> None:
    twins = [place for place in places().values() if place.same_as]
    assert Counter(twin.kind for twin in twins) == {"county": 46, "county_subdivision": 29}
    assert all(places()[twin.same_as or ""].kind == "place" for twin in twins)
    connecticut = [twin for twin in twins if twin.state_code == "CT"]
    assert len(connecticut) == 20
    assert {places()[geoid].same_as for geoid in ("24510", "29510", "32510", "51670")} == {
        "2404000", "2965000", "3209700", "5138424",
    }  # fmt: skip


def test_jurisdictions_hang_together() -> None:
    for place in places().values():
        assert place.geoid[:2] == BY_CODE[place.state_code].geoid
        assert len(place.geoid) == {"state": 2, "county": 5, "place": 7, "county_subdivision": 10}[place.kind]
        assert all(places()[county].kind == "county" for county in place.county_geoids)
        assert bool(place.county_geoids) is (place.kind in {"place", "county_subdivision"})
        assert place.name.startswith(place.short_name)
        assert "(balance)" not in place.name


@pytest.mark.parametrize(
    ("geoid", "name", "designation", "population"),
    [
        ("24021", "Frederick County", "county", 280_341),
        ("35013", "Doña Ana County", "county", 221_665),
        ("0811810", "Cañon City city", "city", 17_098),
        ("1836003", "Indianapolis city", "city", 882_043),
        ("02105", "Hoonah-Angoon Census Area", "census area", 2_313),
        ("11", "District of Columbia", "federal district", 672_079),
    ],
)
def test_some_places_by_name(geoid: str, name: str, designation: str, population: int) -> None:
    place = places()[geoid]
    assert (place.name, place.designation, place.population) == (name, designation, population)


def test_counties_without_county_government_are_marked() -> None:
    without = Counter(place.state_code for place in places().values() if not place.has_government)
    assert without == {"AK": 11, "CT": 9, "HI": 1, "MA": 9, "RI": 5}


def test_namesakes_are_there_to_be_told_apart() -> None:
    jacksons = [p for p in places().values() if p.name == "Jackson township" and p.state_code == "IN"]
    assert len(jacksons) == 47
    assert len({place.county_geoids for place in jacksons}) == 47


def test_the_list_of_18_may_2026_is_whole() -> None:
    assert Counter(entry.model for entry in current()) == {"TFM": 1162, "WSO": 499, "JEM": 182}
    assert {entry.last_listed for entry in current()} == {LIST_DAY}
    assert max(entry.signed for entry in current() if entry.signed) <= LIST_DAY
    assert {entry.gone_by for entry in current()} == {None}
    assert SHIPPED.manifest[AGREEMENTS].published == LIST_DAY


def test_agencies_are_placed_as_far_as_promised() -> None:
    reach = Counter(entry.reach for entry in current())
    total = sum(reach.values())
    assert (reach["own"] + reach["state"]) / total >= 0.96
    assert (total - reach["region"]) / total >= 0.98


def test_the_shipped_places_are_what_matching_gives_today() -> None:
    matcher = Matcher(Governments(places().values()), aliases.read(aliases.SHIPPED.read_bytes()))
    for entry in current():
        row = replace(
            listed(entry.agency, entry.state_code), agency_type=entry.agency_type, county=entry.county
        )
        match = matcher.match(row)
        assert (match.reach, match.geoid, match.county_geoid) == (
            entry.reach,
            entry.geoid,
            entry.county_geoid,
        )


def test_places_of_agencies_exist_and_are_in_their_state() -> None:
    for entry in entries():
        for geoid in filter(None, (entry.geoid, entry.county_geoid)):
            assert places()[geoid].state_code == entry.state_code
        assert bool(entry.geoid) is (entry.reach in {"own", "state"})
        assert bool(entry.county_geoid) is (entry.reach == "county")


def test_the_reviewed_history_is_kept_and_only_sure_departures_are_told() -> None:
    left = [entry for entry in entries() if entry.standing == "left"]
    assert len(left) == 82
    assert len([entry for entry in left if entry.doubt]) == 16
    assert all(entry.gone_by and entry.gone_by > entry.last_listed >= entry.first_listed for entry in left)
    told = [entry for entry in left if entry.is_told]
    assert all(entry.reach != "region" for entry in told)
    assert len({(entry.state_code, entry.agency, entry.model) for entry in told}) == len(told)


def test_links_lead_to_ice_only() -> None:
    links = {link for entry in entries() for link in (entry.moa_url, entry.addendum_url) if link}
    assert len(links) > 1500
    assert all(link.startswith("https://www.ice.gov/") for link in links)


def test_counts_span_every_list_and_agree_with_the_newest() -> None:
    counts = SHIPPED.counts()
    newest = counts[-1]
    assert (len(counts), counts[0].list_date, newest.list_date) == (780, date(2021, 1, 13), LIST_DAY)
    assert (newest.agreements, newest.task_force) == (len(current()), 1162)
    assert newest.states == len({entry.state_code for entry in current()})


def test_no_table_holds_an_address_of_a_person() -> None:
    for entry in SHIPPED.manifest.values():
        text = (FOLDER / entry.file).read_text(encoding="utf-8")
        assert not re.search(r"[\w.+-]+@[\w-]+\.\w|\(?\b\d{3}\)?[ .-]\d{3}[.-]\d{4}\b|outlook\.com", text)


def test_every_alias_leads_to_a_place_of_its_state() -> None:
    known = aliases.read(aliases.SHIPPED.read_bytes())
    assert len(known) < 60
    for (code, _), alias in known.items():
        geoid = alias.geoid or alias.county or ""
        assert places()[geoid].state_code == code
        assert alias.county is None or len(alias.county) == 5


def test_every_correction_is_about_something_that_ships() -> None:
    known = corrections.read(corrections.SHIPPED.read_bytes())
    assert known.governing <= places().keys()
    assert known.consolidated.keys() | known.place_counties.keys() <= places().keys()
    assert known.doubtful.keys() <= {key_of(entry) for entry in entries() if entry.standing == "left"}


def test_states_are_the_56() -> None:
    assert [place.geoid for place in places().values() if place.kind == "state"] == [s.geoid for s in STATES]
