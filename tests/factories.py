"""Small worlds in a database: some jurisdictions, one list, the library of the small sample.

Everything is written out here, so that a test can name what it expects. ``settle`` puts the whole world in.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from tests import library_rows
from tests.samples import small
from toolkit import models
from toolkit.imports.publishers import LIST_SOURCE
from toolkit.ledger.agreement_key import agreement_key

STATES = {
    "MD": ("24", "Maryland"),
    "IN": ("18", "Indiana"),
    "CT": ("09", "Connecticut"),
    "NY": ("36", "New York"),
}
LISTED = small.LISTED
EARLIER = date(2025, 6, 2)
LEFT = date(2026, 2, 2)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def settle(session: Session) -> None:
    """The whole small world."""
    session.add(models.Subject(id=small.SUBJECT.id, position=0, open=True, content=small.CONTENT))
    session.add_all([*jurisdictions(), *agreements(), *roster(), *library_rows.rows(small.dossier())])


def jurisdictions() -> list[models.Jurisdiction]:
    """Three states and a few places of every kind in them."""
    return [
        *(jurisdiction(geoid, "state", name, "state", code) for code, (geoid, name) in STATES.items()),
        jurisdiction("24021", "county", "Frederick County", "county", "MD"),
        jurisdiction("24005", "county", "Baltimore County", "county", "MD"),
        jurisdiction("24510", "county", "Baltimore city", "city", "MD", same_as="2404000"),
        jurisdiction("2430325", "place", "Frederick city", "city", "MD", "24021"),
        jurisdiction("2457475", "place", "Mount Airy town", "town", "MD", "24013", "24021"),
        jurisdiction("24013", "county", "Carroll County", "county", "MD"),
        jurisdiction("2404000", "place", "Baltimore city", "city", "MD", "24510"),
        jurisdiction("18057", "county", "Hamilton County", "county", "IN"),
        jurisdiction("18095", "county", "Madison County", "county", "IN"),
        jurisdiction("1805737000", "county_subdivision", "Jackson township", "township", "IN", "18057"),
        jurisdiction("1809537010", "county_subdivision", "Jackson township", "township", "IN", "18095"),
        jurisdiction(
            "09140", "county", "Naugatuck Valley Planning Region", "planning region", "CT", governs=False
        ),
        jurisdiction("0980000", "place", "Waterbury city", "city", "CT", "09140"),
        jurisdiction(
            "0914080070", "county_subdivision", "Waterbury town", "town", "CT", "09140", same_as="0980000"
        ),
        jurisdiction("3671630", "place", "Nowhere village", "village", "NY"),
    ]


def jurisdiction(
    geoid: str,
    kind: str,
    name: str,
    designation: str,
    code: str,
    *counties: str,
    governs: bool = True,
    same_as: str | None = None,
) -> models.Jurisdiction:
    """One jurisdiction with its counties, the largest share first."""
    state_geoid, state_name = STATES[code]
    short = name if kind == "state" else name[: -len(designation) - 1]
    return models.Jurisdiction(
        geoid=geoid,
        kind=kind,
        name=name,
        short_name=short,
        designation=designation,
        state_code=code,
        state_name=state_name,
        state_geoid=state_geoid,
        population=1000 + int(geoid) % 997,
        has_government=governs,
        same_as=same_as,
        counties=[
            models.JurisdictionCounty(county_geoid=county, position=position)
            for position, county in enumerate(counties)
        ],
    )


def agreements() -> list[models.Agreement]:
    """In Maryland: of two sheriffs, another agency, two towns, the state; one has left the list."""
    return [
        agreement("Frederick County Sheriff's Office", "JEM", "own", geoid="24021"),
        agreement("Frederick Community College Police", "TFM", "county", county="24021"),
        agreement("Mount Airy Police Department", "TFM", "own", geoid="2457475"),
        agreement("Frederick Police Department", "WSO", "own", geoid="2430325", gone=True),
        agreement("Carroll County Sheriff's Office", "WSO", "own", geoid="24013"),
        agreement("Maryland State Guard", "TFM", "state"),
    ]


def agreement(
    agency: str,
    model: str,
    reach: str,
    *,
    geoid: str | None = None,
    county: str | None = None,
    gone: bool = False,
) -> models.Agreement:
    """An agreement of a Maryland agency, on the newest list unless it is ``gone``."""
    signed = date(2025, 3, 1)
    return models.Agreement(
        key=agreement_key("MD", agency, model, signed),
        standing="left" if gone else "listed",
        state_code="MD",
        agency=agency,
        agency_type="County",
        model=model,
        signed=signed,
        moa_url=None,
        first_listed=EARLIER,
        last_listed=EARLIER if gone else LISTED,
        gone_by=LEFT if gone else None,
        reach=reach,
        geoid=geoid,
        county_geoid=county,
        other_spellings=[],
    )


def roster() -> Iterable[models.Roster | models.RosterCount]:
    """The newest list and the counts of it and an earlier one."""
    known = small.ROSTER
    yield models.Roster(
        sha256=known.sha256,
        list_date=known.list_date,
        file_name="participatingAgencies11022026.xlsx",
        url="https://www.ice.gov/identify-and-arrest/287g",
        source_id=LIST_SOURCE,
        agreements=small.COUNTS[-1].agreements,
    )
    for count in small.COUNTS:
        yield models.RosterCount(
            list_date=count.list_date,
            agreements=count.agreements,
            agencies=count.agencies,
            states=count.states,
            by_model={},
        )


def person(email: str, role: str = "contributor", **other: object) -> models.Person:
    """An organizer who has joined; no password fits the empty hash."""
    known: dict[str, object] = {
        "email": email,
        "name": email.partition("@")[0].capitalize(),
        "role": role,
        "state": "active",
        "password_hash": "",
        "joined_at": NOW,
    }
    return models.Person(**(known | other))
