"""Each agreement over all lists: the newest list joined with the reviewed history.

``continuing`` moves it on.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.imports.reading import RowProblem
from toolkit.imports.roster.cells import Model
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.imports.roster.matching import Match, Matcher, Reach
from toolkit.imports.roster.reviewed_history import PastAgreement, Standing

Doubtful = Mapping[tuple[str, str, str, date | None], str]


@dataclass(frozen=True, slots=True)
class AgreementHistory:
    """One agency's agreement under one model. ``gone_by`` is the day of the first list without it.

    ``doubt`` says why an entry that left should not be told as a departure: a slip of the list.
    """

    state_code: str
    agency: str
    agency_type: str
    county: str
    model: Model
    signed: date | None
    moa_url: str | None
    addendum_url: str | None
    first_listed: date
    last_listed: date
    gone_by: date | None
    standing: Standing
    reach: Reach
    geoid: str | None
    county_geoid: str | None
    other_spellings: tuple[str, ...]
    doubt: str | None

    @property
    def is_told(self) -> bool:
        """Whether pages and sheets speak of it: it is listed, or it left without a doubt."""
        return self.standing == "listed" or (self.standing == "left" and not self.doubt)


@dataclass(frozen=True, slots=True)
class Combined:
    """The history, and what a person should look at."""

    entries: tuple[AgreementHistory, ...]
    problems: tuple[RowProblem, ...]


def combine(
    listed: Sequence[ListedAgreement],
    past: Iterable[PastAgreement],
    list_dates: Sequence[date],
    matcher: Matcher,
    doubtful: Doubtful,
) -> Combined:
    """The newest list with what the reviewed history knows of it, and everything that left before.

    A listed row that the history does not know is a problem: its first day on a list would be a guess.
    """
    history = list(past)
    known = {_identity(entry): entry for entry in history if entry.standing == "listed"}
    entries, problems = [], []
    for row in listed:
        match = matcher.match(row)
        problems += look_at(row, match)
        if before := known.get(_identity(row)):
            moa_url = row.moa_url or before.moa_url
            entries.append(entry_of(replace(row, moa_url=moa_url), match, before))
        else:
            problems.append(
                RowProblem("list", row.row, "whole row", row.agency, "The history does not know it.")
            )
    for past_entry in history:
        if past_entry.standing != "listed":
            row = _as_row(past_entry)
            gone_by = list_dates[bisect_right(list_dates, past_entry.last_listed)]
            entry = entry_of(row, matcher.match(row), past_entry)
            entries.append(replace(entry, gone_by=gone_by, doubt=doubtful.get(_identity(past_entry))))
    return Combined(tuple(entries), tuple(problems))


def look_at(row: ListedAgreement, match: Match) -> list[RowProblem]:
    """The matcher's remark as something to report."""
    if match.remark is None:
        return []
    return [RowProblem("list", row.row, "LAW ENFORCEMENT AGENCY", row.agency, match.remark, kept=True)]


def entry_of(row: ListedAgreement, match: Match, past: PastAgreement | AgreementHistory) -> AgreementHistory:
    """A row of a list, placed by its match, with the days and spellings known before."""
    return AgreementHistory(
        row.state_code,
        row.agency,
        row.agency_type,
        row.county,
        row.model,
        row.signed,
        row.moa_url,
        row.addendum_url,
        past.first_listed,
        past.last_listed,
        None,
        past.standing,
        match.reach,
        match.geoid,
        match.county_geoid,
        past.other_spellings,
        None,
    )


def _identity(row: ListedAgreement | PastAgreement) -> tuple[str, str, str, date | None]:
    return row.state_code, row.agency, row.model, row.signed


def _as_row(past: PastAgreement) -> ListedAgreement:
    """A past agreement in the form that the matcher reads."""
    return ListedAgreement(
        0,
        past.state_code,
        past.agency,
        past.agency_type,
        past.county,
        past.model,
        past.signed,
        past.moa_url,
        None,
    )
