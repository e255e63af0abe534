"""The list of jurisdictions into its tables, and out of them again for matching."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import delete, insert, select

from toolkit.database import session
from toolkit.imports.census.jurisdiction import Jurisdiction, Kind
from toolkit.imports.census.states import BY_CODE
from toolkit.models import Jurisdiction as Row
from toolkit.models import JurisdictionCounty


def replace_all(records: Sequence[Jurisdiction]) -> int:
    """Make the tables hold exactly these records; gives their number."""
    now = session().connection()  # rows, not objects: there are 39,000
    now.execute(delete(JurisdictionCounty))
    now.execute(delete(Row))
    now.execute(insert(Row), [_row(record) for record in records])
    now.execute(
        insert(JurisdictionCounty),
        [
            {"geoid": record.geoid, "county_geoid": county, "position": position}
            for record in records
            for position, county in enumerate(record.county_geoids)
        ],
    )
    return len(records)


def stored() -> Iterator[Jurisdiction]:
    """The records that the tables hold."""
    counties: dict[str, list[str]] = defaultdict(list)
    links = select(JurisdictionCounty.geoid, JurisdictionCounty.county_geoid)
    for geoid, county in session().execute(links.order_by(JurisdictionCounty.position)):
        counties[geoid].append(county)
    columns = (Row.geoid, Row.kind, Row.name, Row.short_name, Row.designation, Row.state_code, Row.same_as)
    for row in session().execute(select(*columns)):
        kind: Kind = row.kind
        yield Jurisdiction(
            row.geoid,
            kind,
            row.name,
            row.short_name,
            row.designation,
            row.state_code,
            tuple(counties[row.geoid]),
            same_as=row.same_as,
        )


def _row(record: Jurisdiction) -> dict[str, object]:
    state = BY_CODE[record.state_code]
    return {
        "geoid": record.geoid,
        "kind": record.kind,
        "name": record.name,
        "short_name": record.short_name,
        "designation": record.designation,
        "state_code": state.code,
        "state_name": state.name,
        "state_geoid": state.geoid,
        "population": record.population,
        "latitude": record.latitude,
        "longitude": record.longitude,
        "has_government": record.has_government,
        "same_as": record.same_as,
    }
