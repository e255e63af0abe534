"""Lists of agreements into the tables: the shipped one with its history, and each newer one as it comes.

The identity of a list is the sha256 of its file; the same file again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert

from toolkit import models
from toolkit.access import journal, roles
from toolkit.database import session
from toolkit.imports import aliases, roster_counts
from toolkit.imports.agreement_history import AgreementHistory
from toolkit.imports.errors import ShrunkenList
from toolkit.imports.manifest import sha256
from toolkit.imports.newer_list import ListFile, NewerList, judge, loaded
from toolkit.imports.publishers import ICE, ICE_PAGE
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster_counts import ListCount
from toolkit.imports.sources import save_sources
from toolkit.models import Person
from toolkit.models.roster import SOURCE_ID

DEED = "agreements.import"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. ``changed`` is false where the same file was loaded before."""

    changed: bool
    day: date
    agreements: int
    remarks: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()


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


def import_list(
    data: bytes,
    file_name: str,
    given: date | None,
    today: date,
    *,
    smaller: bool = False,
    by: Person | None,
    now: datetime,
) -> Imported:
    """Load a list as ICE publishes it; ``given`` is its day where its name lies.

    ``smaller`` says that somebody looked at a list much smaller than the last one and it is whole. ``by``
    is None for a command. Raises ImportRefused, NotAllowed.
    """
    if by is not None:
        roles.require(by, DEED)
    same = loaded(sha256(data))
    if same:
        return Imported(False, same.list_date, same.agreements)
    newer = judge(data, file_name, given, today, aliases.shipped())
    if newer.shrunken and not smaller:
        raise ShrunkenList(newer.shrunken)
    _load(newer)
    detail = {"file": file_name, "sha256": newer.file.sha256, "agreements": len(newer.rows)}
    journal.record(by, DEED, f"list:{newer.file.day}", detail, now)
    return Imported(True, newer.file.day, len(newer.rows), newer.remarks, newer.problems)


def _load(newer: NewerList) -> None:
    counts = [roster_counts.count(newer.file.day, newer.rows)]
    replace_all(newer.followed.combined.entries, newer.file, counts)
    session().merge(
        models.Dataset(
            name="agreements",
            publisher=ICE,
            url=ICE_PAGE,
            published=newer.file.day,
            rows=len(newer.rows),
            sha256=newer.file.sha256,
        )
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
