"""A list of agreements, judged against what is loaded before anything changes."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from toolkit import models
from toolkit.database import session
from toolkit.imports.errors import ImportRefused, ShrunkenList
from toolkit.imports.load_jurisdictions import stored
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import list_day, list_file
from toolkit.imports.roster.agreement import AgreementHistory
from toolkit.imports.roster.aliases import Aliases
from toolkit.imports.roster.continuing import Followed, NextList, follow
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.list_file import AgreementList, ListedAgreement
from toolkit.imports.roster.matching import Matcher, Reach
from toolkit.imports.shipped import JURISDICTIONS


@dataclass(frozen=True, slots=True)
class ListFile:
    """The identity of a list: its file, its bytes' sha256, and the day that it is of."""

    file_name: str
    sha256: str
    day: date


@dataclass(frozen=True, slots=True)
class NewerList:
    """A list that may be loaded, and what it makes of the history.

    ``shrunken`` says that it is so much smaller than the last one that somebody must say it is whole.
    """

    file: ListFile
    rows: tuple[ListedAgreement, ...]
    followed: Followed
    remarks: tuple[str, ...]
    problems: tuple[RowProblem, ...]
    shrunken: str


def newest() -> models.Roster | None:
    """The newest list loaded."""
    rows = select(models.Roster).order_by(models.Roster.list_date.desc()).limit(1)
    return session().scalars(rows).first()


def loaded(sha256: str) -> models.Roster | None:
    """The list that this very file was, if it was loaded."""
    return session().get(models.Roster, sha256)


def judge(data: bytes, file_name: str, given: date | None, today: date, aliases: Aliases) -> NewerList:
    """Read a list as ICE publishes it; ``given`` is its day where its name lies. Raises ImportRefused."""
    read = list_file.read(data, file_name, today)
    dated = list_day.date_list(file_name, given, read.newest_signed, today)
    shrunken = _against_last(dated.day, len(read.reading.records))
    rows = read.reading.records
    followed = follow(_stored(), NextList(rows, dated.day, _day_before(dated.day)), _matcher(aliases))
    file = ListFile(file_name, read.sha256, dated.day)
    return NewerList(file, rows, followed, dated.remarks, _problems(read, followed), shrunken)


def _against_last(day: date, rows: int) -> str:
    """What speaks against a list that is not older; empty where nothing does. Raises DateTooEarly."""
    last = newest()
    try:
        list_day.check_against_last(
            day, rows, last.list_date if last else None, last.agreements if last else 0
        )
    except ShrunkenList as error:
        return str(error)
    return ""


def _problems(read: AgreementList, followed: Followed) -> tuple[RowProblem, ...]:
    return (*read.reading.problems, *followed.combined.problems)


def _matcher(aliases: Aliases) -> Matcher:
    places = session().scalar(select(models.Dataset.sha256).where(models.Dataset.name == JURISDICTIONS))
    url = str(session().get_bind().engine.url)
    governments = _kept(url, places) if places else Governments(stored())
    if governments.is_empty:
        raise ImportRefused("No jurisdictions are loaded, so no agency can be placed: run `flask data load`.")
    return Matcher(governments, aliases)


@lru_cache(maxsize=1)
def _kept(_url: str, _sha256: str) -> Governments:
    """Every government by its names, kept while the places stay the same: it takes a second to gather."""
    return Governments(stored())


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
