"""What people type, and the place that must come first, over all 39,000 places of the country."""

import pytest

from toolkit.publishing.finding.search import search

pytestmark = pytest.mark.usefixtures("work")

FIRST = [
    # part of a name, with and without its state
    ("fred", "Frederick city, Maryland"),
    ("frederick", "Frederick city, Maryland"),
    ("frederick md", "Frederick city, Maryland"),
    ("fred md", "Frederick city, Maryland"),
    ("md frederick", "Frederick city, Maryland"),
    ("Frederick, Maryland", "Frederick city, Maryland"),
    ("frederick mary", "Frederick city, Maryland"),
    ("FREDERICK COUNTY, MD", "Frederick County, Maryland"),
    ("frederick co md", "Frederick County, Maryland"),
    ("24021", "Frederick County, Maryland"),
    (" 2430325 ", "Frederick city, Maryland"),
    # the larger place is meant, and the city before its county
    ("los angeles", "Los Angeles city, California"),
    ("springfield", "Springfield city, Missouri"),
    ("springfield il", "Springfield city, Illinois"),
    ("portland or", "Portland city, Oregon"),
    ("portland me", "Portland city, Maine"),
    ("cook", "Cook County, Illinois"),
    ("orange county", "Orange County, California"),
    ("new york", "New York city, New York"),
    ("virginia beach", "Virginia Beach city, Virginia"),
    ("carolina beach", "Carolina Beach town, North Carolina"),
    # states, also by their codes
    ("washington", "Washington"),
    ("new hamp", "New Hampshire"),
    ("tx", "Texas"),
    ("new york state", "New York"),
    ("puerto rico", "Puerto Rico"),
    ("D.C.", "District of Columbia"),
    ("washington dc", "Washington city, District of Columbia"),
    # two letters that are a state are that state
    ("jackson mi", "Jackson city, Michigan"),
    ("jackson ms", "Jackson city, Mississippi"),
    ("san ma", "Santa Maria city, California"),
    ("la porte", "La Porte city, Texas"),
    ("gary in", "Gary city, Indiana"),
    ("jackson in indiana", "Jackson township, Jackson County, Indiana"),
    # kinds tell towns, townships, counties and parishes apart
    ("jackson twp", "Jackson township, Ocean County, New Jersey"),
    ("township of jackson nj", "Jackson township, Ocean County, New Jersey"),
    ("town of islip", "Islip town, Suffolk County, New York"),
    ("orleans parish", "Orleans Parish, Louisiana"),
    ("washington county pa", "Washington County, Pennsylvania"),
    ("montgomery county maryland", "Montgomery County, Maryland"),
    ("canton township", "Canton charter township, Wayne County, Michigan"),
    ("naugatuck borough ct", "Naugatuck borough, Connecticut"),
    # the county tells townships of one name apart
    ("jackson township hamilton county indiana", "Jackson township, Hamilton County, Indiana"),
    ("jackson twp hamilton in", "Jackson township, Hamilton County, Indiana"),
    # spellings
    ("st. louis", "St. Louis city, Missouri"),
    ("saint louis county", "St. Louis County, Missouri"),
    ("St.Louis county mn", "St. Louis County, Minnesota"),
    ("mt vernon ny", "Mount Vernon city, New York"),
    ("mount vernon wa", "Mount Vernon city, Washington"),
    ("ft worth", "Fort Worth city, Texas"),
    ("fort lauderdale", "Fort Lauderdale city, Florida"),
    ("doña ana", "Doña Ana County, New Mexico"),
    ("dona ana", "Doña Ana County, New Mexico"),
    ("anasco", "Añasco Municipio, Puerto Rico"),
    ("canon city", "Cañon City, Colorado"),
    ("prince georges county", "Prince George's County, Maryland"),
    ("PRINCE GEORGE’S COUNTY", "Prince George's County, Maryland"),
    ("ofallon mo", "O'Fallon city, Missouri"),
    ("o fallon mo", "O'Fallon city, Missouri"),
    ("winston salem", "Winston-Salem city, North Carolina"),
    ("miami dade", "Miami-Dade County, Florida"),
    ("sandiego", "San Diego city, California"),
    ("n hempstead", "North Hempstead town, Nassau County, New York"),
    # names that are also kinds or states
    ("kansas city", "Kansas City, Missouri"),
    ("kansas city ks", "Kansas City, Kansas"),
    ("oklahoma", "Oklahoma"),
    ("boise", "Boise City, Idaho"),
    ("carson city nv", "Carson City, Nevada"),
    # names in use
    ("NYC", "New York city, New York"),
    ("new york city", "New York city, New York"),
    ("brooklyn", "Kings County, New York"),
    ("nashville", "Nashville-Davidson metropolitan government, Tennessee"),
    ("louisville", "Louisville/Jefferson County metro government, Kentucky"),
    ("indianapolis", "Indianapolis city, Indiana"),
    # slips
    ("philadelhpia", "Philadelphia city, Pennsylvania"),
    ("bosie id", "Boise City, Idaho"),
    ("fredrick md", "Frederick city, Maryland"),
    ("albuqerque", "Albuquerque city, New Mexico"),
    ("milwakee", "Milwaukee city, Wisconsin"),
    ("cincinatti oh", "Cincinnati city, Ohio"),
    ("marylnd", "Maryland"),
]


@pytest.mark.parametrize(("typed", "label"), FIRST)
def test_the_place_that_was_meant_comes_first(typed: str, label: str) -> None:
    assert search(typed)[0].label == label
