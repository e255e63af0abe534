"""Agencies to governments: each trap of names once, and nothing that is not exact."""

import pytest

from tests.toolkit.imports.samples import jurisdiction, listed
from toolkit.imports.census.jurisdiction import Jurisdiction
from toolkit.imports.roster import aliases
from toolkit.imports.roster.aliases import Alias
from toolkit.imports.roster.governments import Governments, key
from toolkit.imports.roster.matching import Match, Matcher

COUNTRY = [
    jurisdiction("24021", "county", "Frederick County", "county", "MD"),
    jurisdiction("24033", "county", "Prince George's County", "county", "MD"),
    jurisdiction("24005", "county", "Baltimore County", "county", "MD"),
    jurisdiction("24510", "county", "Baltimore city", "city", "MD"),
    jurisdiction("2404000", "place", "Baltimore city", "city", "MD", "24510"),
    jurisdiction("12033", "county", "Escambia County", "county", "FL"),
    jurisdiction("12005", "county", "Bay County", "county", "FL"),
    jurisdiction("12031", "county", "Duval County", "county", "FL"),
    jurisdiction("12086", "county", "Miami-Dade County", "county", "FL"),
    jurisdiction("12111", "county", "St. Lucie County", "county", "FL"),
    jurisdiction("1254700", "place", "Panama City city", "city", "FL", "12005"),
    jurisdiction("1235550", "place", "Lake City city", "city", "FL"),
    jurisdiction("1258715", "place", "Port St. Lucie city", "city", "FL", "12111"),
    jurisdiction("1216725", "place", "DeLand city", "city", "FL"),
    jurisdiction("1245000", "place", "Miami city", "city", "FL", "12086"),
    jurisdiction("2921160", "place", "Mount Vernon city", "city", "MO"),
    jurisdiction("29183", "county", "St. Charles County", "county", "MO"),
    jurisdiction("42107", "county", "Schuylkill County", "county", "PA"),
    jurisdiction("42007", "county", "Beaver County", "county", "PA"),
    jurisdiction("42133", "county", "York County", "county", "PA"),
    jurisdiction("4262416", "place", "Pottsville city", "city", "PA", "42107"),
    jurisdiction("4265312", "place", "Rochester borough", "borough", "PA", "42007"),
    jurisdiction("4200765320", "county_subdivision", "Rochester township", "township", "PA", "42007"),
    jurisdiction("4200727336", "county_subdivision", "Franklin township", "township", "PA", "42007"),
    jurisdiction("4213327432", "county_subdivision", "Franklin township", "township", "PA", "42133"),
    jurisdiction("4210710480", "county_subdivision", "Butler township", "township", "PA", "42107"),
    jurisdiction("33015", "county", "Rockingham County", "county", "NH"),
    jurisdiction("3301502820", "county_subdivision", "Auburn town", "town", "NH", "33015"),
    jurisdiction("50019", "county", "Orleans County", "county", "VT"),
    jurisdiction("5048850", "place", "Newport city", "city", "VT", "50019"),
    jurisdiction("5001948925", "county_subdivision", "Newport town", "town", "VT", "50019"),
    jurisdiction("48029", "county", "Bexar County", "county", "TX"),
    jurisdiction("48501", "county", "Yoakum County", "county", "TX"),
    jurisdiction("48285", "county", "Lavaca County", "county", "TX"),
    jurisdiction("4880560", "place", "Yoakum city", "city", "TX", "48285"),
    jurisdiction("4875428", "place", "University Park city", "city", "TX"),
    jurisdiction("22089", "county", "St. Charles Parish", "parish", "LA"),
    jurisdiction("51670", "county", "Hopewell city", "city", "VA"),
    jurisdiction("51159", "county", "Richmond County", "county", "VA"),
    jurisdiction("51760", "county", "Richmond city", "city", "VA"),
    jurisdiction("5167000", "place", "Richmond city", "city", "VA", "51760"),
    jurisdiction("2036000", "place", "Kansas City city", "city", "KS"),
    jurisdiction("2943400", "place", "Lancaster city", "city", "OH"),
    Jurisdiction(
        "0911037070",
        "county_subdivision",
        "Hartford town",
        "Hartford",
        "town",
        "CT",
        ("09110",),
        same_as="0937000",
    ),
    jurisdiction("0937000", "place", "Hartford city", "city", "CT", "09110"),
]
MATCHER = Matcher(Governments(COUNTRY), {("MO", key("North County Cooperative")): Alias(None, "29183")})


def match(agency: str, state_code: str, county: str = "", kind: str = "Municipality") -> Match:
    return MATCHER.match(listed(agency, state_code, county=county, agency_type=kind))


@pytest.mark.parametrize(
    ("agency", "code", "county", "geoid"),
    [
        ("Frederick County Sheriff's Office", "MD", "", "24021"),
        ("Prince George's County Sheriff's Office", "MD", "", "24033"),
        ("Baltimore County Police Department", "MD", "Baltimore County", "24005"),
        ("St. Charles Parish Sheriff's Office", "LA", "", "22089"),
        ("Saint Charles County Police Department", "MO", "", "29183"),
        ("Escambia County Board of County Commissioners/ Department of Corrections", "FL", "", "12033"),
        ("County of Schuylkill / Prison", "PA", "", "42107"),
        ("Miami-Dade Corrections and Rehabilitation", "FL", "Miami-Dade County", "12086"),
        ("Miami-Dade Sheriff's Office", "FL", "", "12086"),
        ("Jacksonville Sheriff's Office", "FL", "Duval County", "12031"),
        ("Hopewell County Sheriff's Office", "VA", "Hopewell County", "51670"),
        ("Richmond City Sheriff's Office", "VA", "", "51760"),
        ("Richmond County Sheriff's Office", "VA", "", "51159"),
    ],
)
def test_county_agencies_find_their_county(agency: str, code: str, county: str, geoid: str) -> None:
    assert match(agency, code, county, "County") == Match("own", geoid)


@pytest.mark.parametrize(
    ("agency", "code", "county", "geoid"),
    [
        ("Panama City Police Department", "FL", "", "1254700"),
        ("Lake City Police Department", "FL", "", "1235550"),
        ("Kansas City Police Department", "KS", "", "2036000"),
        ("Pottsville City Police Department", "PA", "Schuylkill County", "4262416"),
        ("Rochester Borough Police Department", "PA", "Beaver County", "4265312"),
        ("Rochester Police Department", "PA", "Beaver County", "4265312"),
        ("City of Miami Police Department", "FL", "", "1245000"),
        ("Port Saint Lucie Police Department", "FL", "St. Luice County", "1258715"),
        ("Deland Police Department", "FL", "", "1216725"),
        ("Mt. Vernon Marshal's Office", "MO", "", "2921160"),
        ("University Park Police Department", "TX", "", "4875428"),
        ("Rochester TWP Police Department", "PA", "Beaver", "4200765320"),
        ("Franklin Township Police Department", "PA", "York County", "4213327432"),
        ("Butler Township Police Department - Schuylkill", "PA", "Schuylkill County", "4210710480"),
        ("Pennsylvania State Constable's Office, Butler Township", "PA", "", "4210710480"),
        ("Butler Township PA State Constable", "PA", "Schuylkill County", "4210710480"),
        ("Auburn Police Department", "NH", "Rockingham County", "3301502820"),
        ("Hartford Police Department", "CT", "Hartford County", "0937000"),
        ("Richmond Police Department", "VA", "", "5167000"),
    ],
)
def test_local_agencies_find_their_place(agency: str, code: str, county: str, geoid: str) -> None:
    assert match(agency, code, county) == Match("own", geoid)


def test_the_only_place_of_a_name_is_found_although_the_list_names_another_county() -> None:
    found = match("Yoakum Police Department", "TX", "Yoakum County", "County")
    assert (found.reach, found.geoid) == ("own", "4880560")
    assert "not in Yoakum County" in (found.remark or "")


def test_a_township_in_another_county_than_the_list_says_is_not_taken() -> None:
    found = match("Butler Township Police Department", "PA", "York County")
    assert (found.reach, found.county_geoid) == ("county", "42133")


@pytest.mark.parametrize(
    ("agency", "code"), [("Franklin Township Police Department", "PA"), ("Newport Police Department", "VT")]
)
def test_one_of_several_of_a_name_is_not_guessed(agency: str, code: str) -> None:
    found = match(agency, code)
    assert found.reach == "region"
    assert "several" in (found.remark or "")


@pytest.mark.parametrize("agency", ["Fredrick County Sheriff's Office", "Fredericks County Sheriff's Office"])
def test_a_letter_too_few_or_many_is_never_mended(agency: str) -> None:
    found = match(agency, "MD")
    assert (found.reach, found.geoid) == ("region", None)
    assert "aliases.toml" in (found.remark or "")


@pytest.mark.parametrize(
    ("agency", "code", "county", "county_geoid"),
    [
        ("Bexar County Constable Precinct 3", "TX", "Bexar County", "48029"),
        ("Bexar County Constable's Office Pct.1", "TX", "", "48029"),
        ("University of West Florida Police Department", "FL", "Escambia County", "12033"),
        ("District Board of Trustees of Pensacola State College", "FL", "Escambia County", "12033"),
        ("Office of the State Attorney, 20th Judicial Circuit", "FL", "Bay County", "12005"),
        ("Bay County Port Authority Police", "FL", "", "12005"),
        ("York County Regional Police Department", "PA", "", "42133"),
        ("North County Cooperative", "MO", "North County", "29183"),
    ],
)
def test_agencies_that_are_no_government_stay_in_their_county(
    agency: str, code: str, county: str, county_geoid: str
) -> None:
    assert match(agency, code, county, "State Agency") == Match("county", county_geoid=county_geoid)


@pytest.mark.parametrize(
    ("agency", "code", "kind"),
    [
        ("Florida Department of Law Enforcement", "FL", "State Agency"),
        ("Florida Highway Patrol", "FL", "Municipality"),
        ("Ohio State Police", "OH", "County"),
        ("Office of Agricultural Law Enforcement", "FL", "State Agency"),
    ],
)
def test_statewide_agencies_are_known_by_name_or_type(agency: str, code: str, kind: str) -> None:
    found = match(agency, code, "Bay County", kind)
    assert (found.reach, len(found.geoid or "")) == ("state", 2)


def test_a_county_jail_that_ice_calls_a_state_agency_is_the_county() -> None:
    assert match("Frederick County Corrections Center", "MD", kind="State Agency") == Match("own", "24021")


def test_a_name_that_contradicts_the_county_column_is_followed_and_told() -> None:
    found = match("Frederick County Sheriff's Office", "MD", "Baltimore County")
    assert (found.reach, found.geoid) == ("own", "24021")
    assert "Baltimore County" in (found.remark or "")


def test_an_alias_without_its_reason_is_no_alias() -> None:
    with pytest.raises(KeyError, match="why"):
        aliases.read(b'[[alias]]\nstate = "MD"\nagency = "A"\ngeoid = "24021"\n')
