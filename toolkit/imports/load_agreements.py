"""Lists of agreements into the tables: the shipped one with its history, and each newer one as it comes.

The identity of a list is the sha256 of its file; the same file again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, select

from toolkit import models
from toolkit.database import session
from toolkit.imports import agreements, list_dates, roster_counts
from toolkit.imports.agreement_history import AgreementHistory
from toolkit.imports.aliases import Aliases
from toolkit.imports.errors import ImportRefused
from toolkit.imports.governments import Governments
from toolkit.imports.load_jurisdictions import stored
from toolkit.imports.load_library import save_sources
from toolkit.imports.manifest import sha256
from toolkit.imports.matching import Matcher, Reach
from toolkit.imports.next_list import NextList, advance
from toolkit.imports.publishers import ICE, ICE_PAGE
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster_counts import ListCount

SOURCE_ID = "ice-participating-agencies"


@dataclass(frozen=True, slots=True)
class ListFile:
    """The identity of a list: its file, its bytes' sha256, and the day that it is of."""

    file_name: str
    sha256: str
    day: date


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. ``changed`` is false where the same file was loaded before."""

    changed: bool
    day: date
    agreements: int
    remarks: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()


def newest() -> models.Roster | None:
    """The newest list loaded."""
    rows = select(models.Roster).order_by(models.Roster.list_date.desc()).limit(1)
    return session().scalars(rows).first()


def replace_all(entries: Sequence[AgreementHistory], listed: ListFile, counts: Iterable[ListCount]) -> int:
    """Make the tables tell these entries as of this list; gives the number of agreements on it."""
    told = [_row(entry) for entry in entries if entry.is_told]
    on_list = sum(entry.standing == "listed" for entry in entries)
    now = session()
    now.execute(delete(models.Agreement))
    now.execute(insert(models.Agreement), told)
    now.merge(
        models.Roster(
            sha256=listed.sha256,
            list_date=listed.day,
            file_name=listed.file_name,
            url=ICE_PAGE,
            agreements=on_list,
        )
    )
    days = {count.list_date: asdict(count) for count in counts}
    now.execute(delete(models.RosterCount).where(models.RosterCount.list_date.in_(days)))
    now.execute(insert(models.RosterCount), list(days.values()))
    save_sources([_source(listed.day)])
    return on_list


def import_list(data: bytes, file_name: str, given: date | None, today: date, aliases: Aliases) -> Imported:
    """Load a list as ICE publishes it; ``given`` is its day where its name lies. Raises ImportRefused."""
    identity = sha256(data)
    same = session().get(models.Roster, identity)
    if same:
        return Imported(False, same.list_date, same.agreements)
    read = agreements.read(data, file_name, today)
    dated = list_dates.date_list(file_name, given, read.newest_signed, today)
    last = newest()
    rows = read.reading.records
    list_dates.check_against_last(
        dated.day, len(rows), last.list_date if last else None, last.agreements if last else 0
    )
    moved = advance(_stored(), NextList(rows, dated.day, _day_before(dated.day)), _matcher(aliases))
    counts = [roster_counts.count(dated.day, rows)]
    replace_all(moved.entries, ListFile(file_name, identity, dated.day), counts)
    session().merge(
        models.Dataset(
            name="agreements",
            publisher=ICE,
            url=ICE_PAGE,
            published=dated.day,
            rows=len(rows),
            sha256=identity,
        )
    )
    problems = (*read.reading.problems, *moved.problems)
    return Imported(True, dated.day, len(rows), dated.remarks, problems)


def _matcher(aliases: Aliases) -> Matcher:
    governments = Governments(stored())
    if governments.is_empty:
        raise ImportRefused("No jurisdictions are loaded, so no agency can be placed: run `flask data load`.")
    return Matcher(governments, aliases)


def _day_before(day: date) -> date | None:
    earlier = select(func.max(models.RosterCount.list_date)).where(models.RosterCount.list_date < day)
    return session().scalar(earlier)


def _stored() -> list[AgreementHistory]:
    """The history as the tables tell it."""
    rows = session().scalars(select(models.Agreement).order_by(models.Agreement.id))
    return [_entry(row) for row in rows]


def _entry(row: models.Agreement) -> AgreementHistory:
    stored_as: Any = row  # its strings are those that we wrote
    reach: Reach = "region" if row.reach == "state" and row.geoid is None else stored_as.reach
    return AgreementHistory(
        row.state_code,
        row.agency,
        row.agency_type,
        "",
        stored_as.model,
        row.signed,
        row.moa_url,
        None,
        row.first_listed,
        row.last_listed,
        row.gone_by,
        "left" if row.gone_by else "listed",
        reach,
        row.geoid,
        row.county_geoid,
        tuple(row.other_spellings),
        None,
    )


def _row(entry: AgreementHistory) -> dict[str, object]:
    """An agency placed no closer than its state is kept with the state's, but without a GEOID."""
    return {
        "state_code": entry.state_code,
        "agency": entry.agency,
        "agency_type": entry.agency_type,
        "model": entry.model,
        "signed": entry.signed,
        "moa_url": entry.moa_url,
        "first_listed": entry.first_listed,
        "last_listed": entry.last_listed,
        "gone_by": entry.gone_by,
        "reach": "state" if entry.reach == "region" else entry.reach,
        "geoid": entry.geoid,
        "county_geoid": entry.county_geoid,
        "other_spellings": list(entry.other_spellings),
    }


def _source(day: date) -> dict[str, Any]:
    """ICE's list as a source that a sentence about it can cite."""
    return {
        "id": SOURCE_ID,
        "type": "webpage",
        "title": "Participating agencies (list of 287(g) agreements)",
        "author": [{"literal": ICE}],
        "publisher": ICE,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": ICE_PAGE,
        "custom": {
            "kind": "federal-agency",
            "perspective": "government-operator",
            "tag": f"ICE list {day.year}",
            "verified_level": "primary-read",
            "verified_note": "The list itself is loaded; its file is known by its sha256.",
            "seen_at": None,
            "note": None,
        },
    }
