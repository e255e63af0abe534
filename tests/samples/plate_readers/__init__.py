"""A second subject, plate readers: its files read as the first one's are, and dossiers of real places.

README.md beside this file says where the facts come from.
"""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fact_sheets.dossier import (
    Agreement,
    Departure,
    Dispute,
    Dossier,
    GlossaryTerm,
    Imprint,
    Library,
    Local,
    OfficialQuestion,
    Place,
    PlaceKind,
    Roster,
    Rule,
    Side,
    Source,
    StatePolicy,
    Tier,
    TierLevel,
    TierStatus,
)
from fact_sheets.subject import Subject
from tests.samples import library as starter
from toolkit.imports.library.subject_files import Item, ShippedLibrary, read
from toolkit.ledger import subjects

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 26)
CHECKED = date(2026, 11, 21)
REVIEW_BY = date(2027, 2, 19)
IMPRINT = Imprint(
    made_by="a group of residents",
    funding="none",
    corrections="corrections@example.org",
    base_url="https://sheets.example.org",
    library="starter library, checked against its sources on November 21, 2026, not yet reviewed by you",
)
STATES = {
    "27": "Minnesota",
    "31": "Nebraska",
    "33": "New Hampshire",
    "39": "Ohio",
    "48": "Texas",
    "53": "Washington",
}
Row = dict[str, Any]


@cache
def subject() -> Subject:
    """What is said of plate readers, read as the first subject's file is."""
    return subjects.read(FOLDER / "subject.toml")


@cache
def shipped() -> ShippedLibrary:
    """The files round the claims, read as the starter library is."""
    return read(FOLDER)


@cache
def library() -> Library:
    """The claims and what stands round them."""
    files = shipped()
    return Library(
        subject=subject(),
        claims=tuple(map(starter.claim, files.claims)),
        disputes=tuple(map(_dispute, sorted(files.disputes, key=lambda row: row["order"]))),
        questions=tuple(map(_question, files.questions)),
        glossary=tuple(
            GlossaryTerm(row["term"], row["definition"], tuple(row["sources"])) for row in files.terms
        ),
        counts=(),
        sources=sources(),
    )


@cache
def sources() -> tuple[Source, ...]:
    """Every source of the subject."""
    return tuple(map(starter.source, shipped().sources))


def places(first_side: Side = "supporters") -> dict[str, Dossier]:
    """A place of every kind and status, by a name, on the same day."""
    alexandria = _place("2700928", "place", "Alexandria", "27", {"27041": "Douglas County"})
    killeen = _place("4839148", "place", "Killeen", "48", {"48027": "Bell County"})
    lynnwood = _place("5340840", "place", "Lynnwood", "53", {"53061": "Snohomish County"})
    kent = _place("3939872", "place", "Kent", "39", {"39133": "Portage County"})
    bought, canceled = date(2025, 3, 4), date(2026, 2, 23)
    made = {
        "recorded": _town(alexandria, "recorded", ("mn-bca-2025", date(2025, 12, 6))),
        "recorded-open": _town(killeen, "recorded", ("killeen-2025", bought), bought=bought),
        "ended": _town(lynnwood, "ended", ("mln-lynnwood-2026", canceled), gone_by=canceled),
        "refused": _town(kent, "none", ("deflock-wins-2026", date(2026, 8, 22))),
        "unknown": _county("31031", "Cherry County", "31"),
        "state": _state("33"),
        "unlisted": _unlisted(),
    }
    return {name: _dossier(*facts, first_side) for name, facts in made.items()}


def recorded_county() -> Dossier:
    """A county whose sheriff is on the state's list."""
    place = _place("27001", "county", "Aitkin County", "27")
    held = (Agreement("Aitkin County Sheriff's Office", "FIX", None, None),)
    tiers = (
        _unknown("local", "Local police in Aitkin County"),
        Tier("county", "Aitkin County sheriff", "recorded", held),
        _unknown("state", "Minnesota statewide agencies"),
    )
    return _dossier(place, tiers, Roster(date(2025, 12, 6), "0" * 64, "mn-bca-2025"), "supporters")


Facts = tuple[Place, tuple[Tier, ...], Roster | None]


def _town(
    place: Place,
    status: TierStatus,
    record: tuple[str, date],
    bought: date | None = None,
    gone_by: date | None = None,
) -> Facts:
    """A town whose own police are on record as this, with no record of anyone above them."""
    agency = f"{place.name} Police Department"
    held = (Agreement(agency, "FIX", bought, None),) if status == "recorded" else ()
    gone = (Departure(agency, "FIX", gone_by, gone_by),) if gone_by else ()
    source_id, day = record
    tiers = (
        Tier("local", f"{place.name} police", status, held, gone),
        _unknown("county", f"{place.county_names[0]} sheriff"),
        _unknown("state", f"{place.state_name} statewide agencies"),
    )
    return place, tiers, Roster(day, "0" * 64, source_id)


def _county(geoid: str, name: str, state: str) -> Facts:
    """A county of which nothing is on record."""
    tiers = (
        _unknown("local", f"Local police in {name}"),
        _unknown("county", f"{name} sheriff"),
        _unknown("state", f"{STATES[state]} statewide agencies"),
    )
    return _place(geoid, "county", name, state), tiers, None


def _state(state: str) -> Facts:
    name = STATES[state]
    tiers = (
        _unknown("local", f"Local police in {name}"),
        _unknown("county", f"County sheriffs in {name}"),
        _unknown("state", f"{name} statewide agencies"),
    )
    return _place(state, "state", name, state), tiers, None


def _unlisted() -> Facts:
    """A place that the data does not know."""
    place = Place("US", "unlisted", "United States", "United States (place not listed)", None, None)
    headings: dict[TierLevel, str] = {
        "local": "Your local police",
        "county": "Your county’s sheriff",
        "state": "Your state’s agencies",
    }
    return place, tuple(_unknown(level, heading) for level, heading in headings.items()), None


def _unknown(level: TierLevel, heading: str) -> Tier:
    return Tier(level, heading, "unknown")


def _place(
    geoid: str, kind: PlaceKind, name: str, state: str, counties: dict[str, str] | None = None
) -> Place:
    label = name if kind == "state" else f"{name}, {STATES[state]}"
    inside = counties or {}
    return Place(geoid, kind, name, label, state, STATES[state], tuple(inside), tuple(inside.values()))


def _dossier(place: Place, tiers: tuple[Tier, ...], record: Roster | None, first_side: Side) -> Dossier:
    state = place.state_geoid or ""
    policy, speaking = _policy(state), starter.speaking(state)
    decides = tuple(
        _rule(row)
        for row in _rules("decides")
        if place.kind in row["kinds"] and (not row["states"] or state in row["states"])
    )
    rules = [*decides, *([policy.rule] if policy else []), *([speaking] if speaking else [])]
    cited = {source_id for rule in rules for source_id in rule.source_ids}
    cited |= {record.source_id} if record else set()
    local = Local(
        on=TODAY,
        first_side=first_side,
        place=place,
        tiers=tiers,
        roster=record,
        policy=policy,
        speaking=speaking,
        decides=decides,
        sources=tuple(source for source in (*sources(), *starter.rule_sources()) if source.id in cited),
        imprint=IMPRINT,
    )
    return Dossier(local, library())


def _rules(name: str) -> list[Row]:
    """The tables called ``name`` in the file of rules."""
    rows: list[Row] = tomllib.loads((FOLDER / "rules.toml").read_text(encoding="utf-8"))[name]
    return rows


def _dispute(row: Item) -> Dispute:
    answers = (tuple(row[side]) for side in ("supporters", "critics", "mixed"))
    return Dispute(row["id"], row["question"], *answers, row["not_known"])


def _question(row: Item) -> OfficialQuestion:
    return OfficialQuestion(row["id"], row["text"], tuple(row["statuses"]), tuple(row["models"]))


def _policy(state: str) -> StatePolicy | None:
    """The state's rule on plate readers; None where none was read."""
    rows = (row for row in _rules("policy") if row["state"] == state)
    return next((StatePolicy(row["stance"], _rule(row), REVIEW_BY) for row in rows), None)


def _rule(row: Row) -> Rule:
    return Rule(row["line"], True, "2026-11-21", tuple(row["sources"]), CHECKED, REVIEW_BY)
