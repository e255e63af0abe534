"""One government, two GEOIDs: towns that are their city, and cities that are their own county.

20 Connecticut towns, Cicero in Illinois and some villages of New York have one set of officials with a
place (FUNCSTAT C); 38 cities of Virginia, Baltimore, St. Louis, Carson City and four of Alaska's cities
are county equivalents. A resident picks such a government once, as the place.
"""

from collections.abc import Iterable, Mapping

from toolkit.imports.census.census_files import GazetteerRow
from toolkit.imports.census.corrections import Corrections


def find_twins(
    counties: Iterable[GazetteerRow],
    cousubs: Iterable[GazetteerRow],
    places: Iterable[GazetteerRow],
    corrections: Corrections,
) -> Mapping[str, str]:
    """GEOID of a county or county subdivision to the place that is the same government.

    The same land and water in the same state is the same area. A county also needs the same name:
    San Francisco County and San Francisco city are told apart by everyone. The rest is in the corrections.
    """
    same_area = {(place.state_code, place.area): place for place in places}
    known = {place.geoid for place in same_area.values()}
    found = {geoid: place for geoid, place in corrections.consolidated.items() if place in known}
    for row in cousubs:
        place = same_area.get((row.state_code, row.area))
        if place and row.funcstat == "C":
            found[row.geoid] = place.geoid
    for row in counties:
        place = same_area.get((row.state_code, row.area))
        if place and row.name.casefold() == place.name.casefold():
            found[row.geoid] = place.geoid
    return found
