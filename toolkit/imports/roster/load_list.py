"""Lists of agreements into the tables: the shipped one with its history, and each newer one as it comes.

The identity of a list is the sha256 of its file; the same file again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert

from toolkit import models
from toolkit.access import journal, roles
from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.imports.errors import ShrunkenList
from toolkit.imports.manifest import sha256
from toolkit.imports.publishers import ICE, ICE_PAGE, LIST_SOURCE
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import aliases, list_counts, register
from toolkit.imports.roster.agreement import AgreementHistory
from toolkit.imports.roster.judged_list import ListFile, judge
from toolkit.imports.roster.list_counts import ListCount
from toolkit.imports.shipped import AGREEMENTS
from toolkit.imports.sources import save_sources
from toolkit.models import Person

DEED = "agreements.import"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. ``changed`` is false where the same file was loaded before."""

    changed: bool
    day: date
    agreements: int
    remarks: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()


def load_shipped(entries: Sequence[AgreementHistory], file: ListFile, counts: Iterable[ListCount]) -> int:
    """Bring the register to the shipped history; gives the number of agreements on its list."""
    on_list = sum(entry.standing == "listed" for entry in entries)
    _load(register.beside_rows(entries), file, on_list, counts)
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
    same = register.loaded(sha256(data))
    if same:
        return Imported(False, same.list_date, same.agreements)
    newer = judge(data, file_name, given, today, aliases.shipped())
    if newer.shrunken and not smaller:
        raise ShrunkenList(newer.shrunken)
    rows = len(newer.rows)
    _load(newer.changes, newer.file, rows, [list_counts.count(newer.file.day, newer.rows)])
    session().merge(
        models.Dataset(
            name=AGREEMENTS,
            publisher=ICE,
            url=ICE_PAGE,
            published=newer.file.day,
            rows=rows,
            sha256=newer.file.sha256,
        )
    )
    detail = {"file": file_name, "sha256": newer.file.sha256, "agreements": rows}
    journal.record(by, DEED, f"list:{newer.file.day}", detail, now)
    return Imported(True, newer.file.day, rows, newer.remarks, newer.problems)


def _load(
    changes: Sequence[register.Change], file: ListFile, on_list: int, counts: Iterable[ListCount]
) -> None:
    register.keep(changes)
    session().merge(
        models.Roster(
            sha256=file.sha256,
            subject=FIRST_SUBJECT,
            list_date=file.day,
            file_name=file.file_name,
            url=ICE_PAGE,
            source_id=LIST_SOURCE,
            agreements=on_list,
        )
    )
    days = [{"subject": FIRST_SUBJECT, **count.columns} for count in counts]
    again = models.RosterCount.list_date.in_([day["list_date"] for day in days])
    session().execute(delete(models.RosterCount).where(models.RosterCount.subject == FIRST_SUBJECT, again))
    session().execute(insert(models.RosterCount), days)
    save_sources([_source(file.day)])


def _source(day: date) -> dict[str, Any]:
    """ICE's list as a source that a sentence about it can cite."""
    return {
        "id": LIST_SOURCE,
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
