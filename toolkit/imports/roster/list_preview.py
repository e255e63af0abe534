"""What a newer list of agreements would change, row by row, before anybody loads it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import select

from toolkit.database import session
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import aliases, judged_list
from toolkit.imports.roster.agreement import AgreementHistory, Match
from toolkit.imports.roster.judged_list import NewerList
from toolkit.ledger import spreadsheet
from toolkit.models import Jurisdiction

Change = Literal["added", "left", "changed", "unmatched"]
CHANGES: tuple[Change, ...] = ("added", "left", "changed", "unmatched")
MODELS = {"JEM": "jail enforcement", "TFM": "task force", "WSO": "warrant service officer"}
FIELDS = {"agency": "name", "signed": "signed", "moa_url": "link of the agreement", "geoid": "place"}


@dataclass(frozen=True, slots=True)
class ListLine:
    """One agreement that the list would add, take away, change, or that has no government of its own here."""

    change: Change
    state_code: str
    agency: str
    model: str
    signed: date | None
    place: str  # the government or county that it is placed in; empty: no closer than its state
    said: str


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list that may be loaded. ``shrunken`` is why somebody must say first that it is whole."""

    file_name: str
    sha256: str
    day: date
    agreements: int
    lines: tuple[ListLine, ...]
    remarks: tuple[str, ...]
    problems: tuple[RowProblem, ...]
    shrunken: str

    @property
    def counts(self) -> Mapping[Change, int]:
        """How many rows of each kind."""
        found = Counter(line.change for line in self.lines)
        return {change: found[change] for change in CHANGES}

    def of(self, change: Change, most: int) -> tuple[ListLine, ...]:
        """The first rows of a kind."""
        return tuple(line for line in self.lines if line.change == change)[:most]


def preview(data: bytes, file_name: str, given: date | None, today: date) -> ListPreview:
    """What loading this list would change. Raises ImportRefused."""
    newer = judged_list.judge(data, file_name, given, today, aliases.shipped())
    return ListPreview(
        file_name=file_name,
        sha256=newer.file.sha256,
        day=newer.file.day,
        agreements=len(newer.rows),
        lines=tuple(_lines(newer)),
        remarks=newer.remarks,
        problems=tuple(problem for problem in newer.problems if not problem.kept),
        shrunken=newer.shrunken,
    )


def csv_of(lines: Iterable[ListLine]) -> str:
    """Every row as a table; what a spreadsheet would run is marked as text."""
    columns = ("change", "state", "agency", "model", "signed", "place", "what")
    return spreadsheet.table(
        columns,
        (
            (line.change, line.state_code, line.agency, line.model, line.signed, line.place, line.said)
            for line in lines
        ),
    )


def _lines(newer: NewerList) -> Iterator[ListLine]:
    names = _Names(newer)
    for _, match, before, after in newer.followed.listed:
        if before is None or before.gone_by:
            said = "new on the list" if before is None else f"back; it left by {before.gone_by}"
            yield names.line("added", after, said)
        elif changed := list(_changed(before, after, names)):
            yield names.line("changed", after, "; ".join(changed))
        if remark := _unmatched(match):
            yield names.line("unmatched", after, remark)
    for before, gone in newer.followed.stayed:
        if before.gone_by is None:
            yield names.line("left", before, _why_gone(gone))


def _why_gone(gone: AgreementHistory | None) -> str:
    if gone is None:
        return "only the earlier version of this day's list had it"
    if gone.standing == "superseded":
        return "the agency is listed under this model all the same"
    return f"last listed {gone.last_listed}"


def _unmatched(match: Match) -> str:
    """What a person should look at; a region by its nature (a port authority) has no remark."""
    return match.remark or ""


def _changed(before: AgreementHistory, after: AgreementHistory, names: "_Names") -> Iterator[str]:
    for name, label in FIELDS.items():
        old, new = getattr(before, name), getattr(after, name)
        if name == "geoid":
            old, new = names.of(before), names.of(after)
        if old != new:
            yield f"{label}: {old or 'none'} → {new or 'none'}"


class _Names:
    """The names of the places that the rows are placed in, read at once."""

    def __init__(self, newer: NewerList) -> None:
        entries = [entry for *_, before, after in newer.followed.listed for entry in (before, after) if entry]
        entries += [before for before, _ in newer.followed.stayed if before.gone_by is None]
        wanted = {entry.geoid or entry.county_geoid for entry in entries}
        rows = session().execute(
            select(Jurisdiction.geoid, Jurisdiction.name).where(Jurisdiction.geoid.in_(wanted))
        )
        self._names: dict[str, str] = {row.geoid: row.name for row in rows}

    def of(self, entry: AgreementHistory) -> str:
        """The government that it is, or the county that it is in; empty where neither is known."""
        own = self._names.get(entry.geoid or "", "")
        inside = self._names.get(entry.county_geoid or "", "")
        return own or (f"in {inside}" if inside else "")

    def line(self, change: Change, entry: AgreementHistory, said: str) -> ListLine:
        """The entry as a row of the preview."""
        model = MODELS[entry.model]
        return ListLine(change, entry.state_code, entry.agency, model, entry.signed, self.of(entry), said)
