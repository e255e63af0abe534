"""A list of agreements, judged against what is loaded before anything changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import func, select

from toolkit.config import FIRST_SUBJECT
from toolkit.database import session
from toolkit.imports.census.load_jurisdictions import stored
from toolkit.imports.errors import ImportRefused, ShrunkenList
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import list_day, list_file, register
from toolkit.imports.roster.aliases import Aliases
from toolkit.imports.roster.continuing import Followed, NextList, follow
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.imports.roster.matching import Matcher
from toolkit.imports.shipped import JURISDICTIONS
from toolkit.models import Dataset, RosterCount


@dataclass(frozen=True, slots=True)
class ListFile:
    """The identity of a list: its file, its bytes' sha256, and the day that it is of."""

    file_name: str
    sha256: str
    day: date


@dataclass(frozen=True, slots=True)
class NewerList:
    """A list that may be loaded, what it makes of the history, and of each row of the register.

    ``shrunken`` says that it is so much smaller than the last one that somebody must say it is whole.
    """

    file: ListFile
    rows: tuple[ListedAgreement, ...]
    followed: Followed
    changes: Sequence[register.Change]
    remarks: tuple[str, ...]
    problems: tuple[RowProblem, ...]
    shrunken: str


def judge(data: bytes, file_name: str, given: date | None, today: date, aliases: Aliases) -> NewerList:
    """Read a list as ICE publishes it; ``given`` is its day where its name lies. Raises ImportRefused."""
    read = list_file.read(data, file_name, today)
    dated = list_day.date_list(file_name, given, read.newest_signed, today)
    shrunken = _against_last(dated.day, len(read.reading.records))
    rows = read.reading.records
    known = register.stored()
    following = NextList(rows, dated.day, _day_before(dated.day))
    followed = follow((entry for _, entry in known), following, _matcher(aliases))
    row_of = {id(entry): row for row, entry in known}
    changes = [(row_of.get(id(before)), after) for before, after in followed.changes]
    file = ListFile(file_name, read.sha256, dated.day)
    problems = (*read.reading.problems, *followed.problems)
    return NewerList(file, rows, followed, changes, dated.remarks, problems, shrunken)


def _against_last(day: date, rows: int) -> str:
    """What speaks against a list that is not older; empty where nothing does. Raises DateTooEarly."""
    last = register.newest()
    try:
        list_day.check_against_last(
            day, rows, last.list_date if last else None, last.agreements if last else 0
        )
    except ShrunkenList as error:
        return str(error)
    return ""


def _matcher(aliases: Aliases) -> Matcher:
    places = session().scalar(select(Dataset.sha256).where(Dataset.name == JURISDICTIONS))
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
    earlier = select(func.max(RosterCount.list_date)).where(RosterCount.subject == FIRST_SUBJECT)
    return session().scalar(earlier.where(RosterCount.list_date < day))
