"""Dossiers of real places on the list of May 18, 2026, with the library that the project ships."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Any

from fact_sheets.dossier import (
    Agreement,
    Departure,
    Dossier,
    Library,
    Local,
    Model,
    Place,
    PlaceKind,
    Roster,
    RosterCount,
    Tier,
)
from tests.samples import library
from tests.samples.small import IMPRINT, changed
from toolkit.ledger import subjects

TODAY = date(2026, 11, 26)
LISTED = date(2026, 5, 18)
ROSTER = Roster(list_date=LISTED, sha256="5" * 64, source_id="ice-lists-archive")
COUNTS = (
    RosterCount(date(2021, 1, 13), 150, 147, 26),
    RosterCount(date(2025, 1, 31), 135, 133, 21),
    RosterCount(date(2025, 12, 31), 1274, 1064, 40),
    RosterCount(LISTED, 1843, 1549, 40),
)
STATES = {
    "01": "Alabama", "02": "Alaska", "04": "Arizona", "05": "Arkansas", "06": "California", "08": "Colorado",
    "09": "Connecticut", "10": "Delaware", "11": "District of Columbia", "12": "Florida", "13": "Georgia",
    "15": "Hawaii", "16": "Idaho", "17": "Illinois", "18": "Indiana", "19": "Iowa", "20": "Kansas",
    "21": "Kentucky", "22": "Louisiana", "23": "Maine", "24": "Maryland", "25": "Massachusetts",
    "26": "Michigan", "27": "Minnesota", "28": "Mississippi", "29": "Missouri", "30": "Montana",
    "31": "Nebraska", "32": "Nevada", "33": "New Hampshire", "34": "New Jersey", "35": "New Mexico",
    "36": "New York", "37": "North Carolina", "38": "North Dakota", "39": "Ohio", "40": "Oklahoma",
    "41": "Oregon", "42": "Pennsylvania", "44": "Rhode Island", "45": "South Carolina", "46": "South Dakota",
    "47": "Tennessee", "48": "Texas", "49": "Utah", "50": "Vermont", "51": "Virginia", "53": "Washington",
    "54": "West Virginia", "55": "Wisconsin", "56": "Wyoming", "60": "American Samoa", "66": "Guam",
    "69": "Commonwealth of the Northern Mariana Islands", "72": "Puerto Rico", "78": "U.S. Virgin Islands",
}  # fmt: skip


def frederick_md() -> Dossier:
    """A county whose jail agreement left the list; the state bars agreements."""
    left = Departure("Frederick County Sheriff's Office", "JEM", date(2026, 2, 13), date(2026, 2, 16))
    tiers = (
        Tier("local", "Local police in Frederick County", "none"),
        Tier("county", "Frederick County sheriff and jail", "none", (), (left,)),
        Tier("state", "Maryland statewide agencies", "none"),
    )
    return _dossier(_place("24021", "county", "Frederick County", "24"), tiers, state_agreements=0)


def key_west_fl() -> Dossier:
    """A city with a Task Force agreement, in a state that requires jails to join."""
    monroe = "Monroe County Sheriff's Office"
    tiers = (
        Tier(
            "local",
            "Key West city police",
            "recorded",
            (_signed("Key West Police Department", "TFM", date(2025, 3, 5)),),
        ),
        Tier(
            "county",
            "Monroe County sheriff and jail",
            "recorded",
            (_signed(monroe, "TFM", date(2025, 2, 26)), _signed(monroe, "WSO", date(2019, 10, 15))),
        ),
        Tier("state", "Florida statewide agencies", "recorded", tuple(_many("Florida agency", 12))),
    )
    place = _place("1236550", "place", "Key West", "12", counties={"12087": "Monroe County"})
    return _dossier(place, tiers, state_agreements=348)


def harris_tx() -> Dossier:
    """A county with nothing listed of its own, in a state that requires its sheriff to seek an agreement."""
    village = _signed("Southside Place Police Department", "TFM", date(2025, 6, 13))
    tiers = (
        Tier("local", "Local police in Harris County", "recorded", (village,)),
        Tier("county", "Harris County sheriff and jail", "none"),
        Tier("state", "Texas statewide agencies", "recorded", tuple(_many("Texas agency", 5))),
    )
    return _dossier(_place("48201", "county", "Harris County", "48"), tiers, state_agreements=387)


def none_listed_wi() -> Dossier:
    """A county with nothing listed at any level, in a state without a rule."""
    return plain("55", "county")


def unlisted() -> Dossier:
    """A place that the data does not know."""
    place = Place("US", "unlisted", "United States", "United States (place not listed)", None, None)
    tiers = (
        Tier("local", "Your local police", "unknown"),
        Tier("county", "Your county’s sheriff and jail", "unknown"),
        Tier("state", "Your state’s agencies", "unknown"),
    )
    return _dossier(place, tiers)


def plain(state: str, kind: PlaceKind, model: Model | None = None) -> Dossier:
    """An invented place of this kind in a real state, with one agreement of its own or none."""
    names = {"state": STATES[state], "county": "Lake County", "place": "Lakeside"}
    geoids = {"state": state, "county": f"{state}999", "place": f"{state}99999"}
    name, geoid = names.get(kind, "Lake Township"), geoids.get(kind, f"{state}99999999")
    counties = {f"{state}999": "Lake County"} if kind in ("place", "county_subdivision") else {}
    own = {"state": "state", "county": "county"}.get(kind, "local")
    held = (_signed(f"{name} Agency", model, date(2025, 9, 22)),) if model else ()
    headings = {
        "local": f"{name} police",
        "county": "Lake County sheriff and jail",
        "state": "Statewide agencies",
    }
    tiers = tuple(
        Tier(level, heading, "recorded" if held and level == own else "none", held if level == own else ())
        for level, heading in headings.items()
    )
    return _dossier(_place(geoid, kind, name, state, counties), tiers, state_agreements=len(held))


# The real places and one of each awkward kind: their names are known before any of them is put together.
VARIANTS: dict[str, Callable[[], Dossier]] = {
    "frederick-county-md": frederick_md,
    "key-west-fl": key_west_fl,
    "harris-county-tx": harris_tx,
    "none-listed-wi": none_listed_wi,
    "maryland": partial(plain, "24", "state"),
    "district-of-columbia": partial(plain, "11", "state"),
    "puerto-rico": partial(plain, "72", "state"),
    "northern-marianas": partial(plain, "69", "state", "JEM"),
    "a-township-in-nj": partial(plain, "34", "county_subdivision"),
    "unlisted": unlisted,
}


@cache
def variant(name: str) -> Dossier:
    """One of them."""
    return VARIANTS[name]()


def every_variant() -> dict[str, Dossier]:
    """All of them, by their names."""
    return {name: variant(name) for name in VARIANTS}


def _place(
    geoid: str, kind: PlaceKind, name: str, state: str, counties: dict[str, str] | None = None
) -> Place:
    label = name if kind == "state" else f"{name}, {STATES[state]}"
    inside = counties or {}
    return Place(geoid, kind, name, label, state, STATES[state], tuple(inside), tuple(inside.values()))


def _signed(agency: str, model: Model, day: date) -> Agreement:
    return Agreement(agency, model, day, "https://www.ice.gov/doclib/287gMOA/example.pdf")


def _many(agency: str, count: int) -> list[Agreement]:
    return [_signed(f"{agency} {number}", "TFM", date(2025, 3, number + 1)) for number in range(count)]


def _dossier(
    place: Place, tiers: tuple[Tier, ...], state_agreements: int | None = None, **more: Any
) -> Dossier:
    state = place.state_geoid
    policy = library.policy(state) if state else None
    speaking = library.speaking(state) if state else None
    decides = library.decides(state or "", place.kind)
    rules = [*decides, *([policy.rule] if policy else []), *([speaking] if speaking else [])]
    cited = {ROSTER.source_id, *(source_id for rule in rules for source_id in rule.source_ids)}
    local = Local(
        on=TODAY,
        first_side="supporters",
        place=place,
        tiers=tiers,
        roster=replace(ROSTER, state_agreements=state_agreements),
        policy=policy,
        speaking=speaking,
        decides=decides,
        sources=tuple(
            source for source in (*library.sources(), *library.rule_sources()) if source.id in cited
        ),
        imprint=IMPRINT,
    )
    shelf = Library(
        subject=subjects.shipped()[0],
        claims=library.claims(),
        disputes=library.disputes(),
        questions=library.questions(),
        glossary=library.glossary(),
        counts=COUNTS,
        sources=library.sources(),
    )
    return changed(Dossier(local, shelf), **more)
