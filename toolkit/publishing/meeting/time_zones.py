"""The time zones that the clocks of a state show, the one of most of its people first."""

EASTERN, CENTRAL, MOUNTAIN, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
ARIZONA, ALASKA, ALEUTIANS, HAWAII = (
    "America/Phoenix",
    "America/Anchorage",
    "America/Adak",
    "Pacific/Honolulu",
)
ATLANTIC, CHAMORRO, SAMOA = "America/Puerto_Rico", "Pacific/Guam", "Pacific/Pago_Pago"
CALLED = {
    EASTERN: "Eastern time",
    CENTRAL: "Central time",
    MOUNTAIN: "Mountain time",
    PACIFIC: "Pacific time",
    ARIZONA: "Arizona time, the same all year",
    ALASKA: "Alaska time",
    ALEUTIANS: "Aleutian time",
    HAWAII: "Hawaii time, the same all year",
    ATLANTIC: "Atlantic time, the same all year",
    CHAMORRO: "Chamorro time, the same all year",
    SAMOA: "Samoa time, the same all year",
}
# By the two digits that begin every GEOID of the state. The Navajo Nation in Arizona keeps Mountain time.
_OF_STATE = {
    (EASTERN,): "09 10 11 13 23 24 25 33 34 36 37 39 42 44 45 50 51 54",
    (EASTERN, CENTRAL): "12 18 21 26",
    (CENTRAL, EASTERN): "47",
    (CENTRAL,): "01 05 17 19 22 27 28 29 40 55",
    (CENTRAL, MOUNTAIN): "20 31 38 46 48",
    (MOUNTAIN,): "08 30 35 49 56",
    (MOUNTAIN, PACIFIC): "16",
    (ARIZONA, MOUNTAIN): "04",
    (PACIFIC,): "06 53",
    (PACIFIC, MOUNTAIN): "32 41",
    (ALASKA, ALEUTIANS): "02",
    (HAWAII,): "15",
    (ATLANTIC,): "72 78",
    (CHAMORRO,): "66 69",
    (SAMOA,): "60",
}
_ZONES = {state: zones for zones, states in _OF_STATE.items() for state in states.split()}


def zones_of(geoid: str) -> tuple[str, ...]:
    """The zones of the place with this GEOID; every zone for a place that is not listed."""
    return _ZONES.get(geoid[:2], tuple(CALLED))
