"""ICE's list of participating agencies, as ICE publishes it (.xlsx, .csv), to typed rows.

A row whose state, agency or model cannot be read is left out and reported; a date or a link that cannot
be read leaves that cell empty and is reported. Whether a list may replace the last one is asked of
``list_day``; which government an agency belongs to, of ``matching``.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.imports.errors import PendingList, UnexpectedColumns
from toolkit.imports.reading import FileReading, RowProblem, fold
from toolkit.imports.roster import cells
from toolkit.imports.roster.cells import Model
from toolkit.imports.roster.sheets import Cell, Sheet, SheetRow, csv_sheet, refuse_other_kinds

NEEDED = ("state", "lawenforcementagency", "supporttype")
SIGNED = "signed"
HEADER_WITHIN = 10  # rows; a title may stand above the header
WITHOUT_LINK = {"", "link", "link pending", "pending", "link | addendum", "addendum"}
Columns = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ListedAgreement:
    """One row of a list. ``county`` and ``agency_type`` stand as printed and are unreliable."""

    row: int
    state_code: str
    agency: str
    agency_type: str
    county: str
    model: Model
    signed: date | None
    moa_url: str | None
    addendum_url: str | None


@dataclass(frozen=True, slots=True)
class AgreementList:
    """A list as read; ``sha256`` of the file's bytes is its identity, whatever its name says."""

    file_name: str
    sha256: str
    reading: FileReading[ListedAgreement]

    @property
    def newest_signed(self) -> date | None:
        """The day of the newest agreement; the list cannot be older."""
        return max((row.signed for row in self.reading.records if row.signed), default=None)


def read(data: bytes, file_name: str, today: date) -> AgreementList:
    """Read a list; no date after ``today`` is believed.

    Raises UnreadableFile, UnexpectedColumns or PendingList.
    """
    refuse_other_kinds(data, file_name)
    columns, rows = _table(_sheets(data, file_name), file_name)
    records: list[ListedAgreement] = []
    problems: list[RowProblem] = []
    for row in rows:
        report = RowReport(file_name, row, columns)
        if not report.is_blank:
            agreement = report.agreement(today)
            problems += report.problems
            if agreement:
                records.append(agreement)
    reading = FileReading(tuple(records), tuple(problems))
    return AgreementList(file_name, hashlib.sha256(data).hexdigest(), reading)


def _sheets(data: bytes, file_name: str) -> Sequence[Sheet]:
    if not data.startswith(b"PK"):
        return [csv_sheet(data, file_name)]
    from toolkit.imports.roster import workbook  # brings openpyxl: 0.3 s, only where there is a workbook

    return workbook.sheets(data, file_name)


def _table(sheets: Sequence[Sheet], file_name: str) -> tuple[Columns, Iterator[SheetRow]]:
    """The first sheet with the columns of a signed list; what is under its header row."""
    pending = False
    for sheet in sheets:
        for position, row in enumerate(sheet.rows[:HEADER_WITHIN]):
            columns = _columns(row)
            if all(name in columns for name in NEEDED):
                if SIGNED in columns:
                    return columns, iter(sheet.rows[position + 1 :])
                pending = True
    if pending:
        raise PendingList(
            f"{file_name} has no SIGNED column: it is a list of pending agreements. "
            "Take the list of participating agencies from ICE's 287(g) page."
        )
    raise UnexpectedColumns(
        f"{file_name} has no sheet with the columns STATE, LAW ENFORCEMENT AGENCY, SUPPORT TYPE and SIGNED."
    )


def _columns(row: SheetRow) -> Columns:
    names = [fold(cells.text(cell.value)).replace(" ", "") for cell in row.cells]
    return {name: names.index(name) for name in names if name}


class RowReport:
    """One row on its way to an agreement, with what was wrong with it."""

    def __init__(self, file_name: str, row: SheetRow, columns: Columns) -> None:
        self.file_name, self.row, self.columns = file_name, row, columns
        self.problems: list[RowProblem] = []

    @property
    def is_blank(self) -> bool:
        """Nothing is written in any named column."""
        return not any(cells.text(self.cell(name).value) for name in self.columns)

    def cell(self, name: str) -> Cell:
        """The cell of a named column; an empty one where the list lacks the column."""
        position = self.columns.get(name)
        return self.row.cells[position] if position is not None and position < len(self.row.cells) else Cell()

    def text(self, name: str) -> str:
        """What the cell says, cleaned."""
        return cells.text(self.cell(name).value)

    def problem(self, column: str, found: object, advice: str, *, kept: bool = False) -> None:
        """Note something for the person who imports."""
        self.problems.append(RowProblem(self.file_name, self.row.number, column, str(found), advice, kept))

    def agreement(self, today: date) -> ListedAgreement | None:
        """The typed row, or None when it cannot stand."""
        state = cells.state(self.cell("state").value)
        model = cells.model(self.cell("supporttype").value)
        agency = self.text("lawenforcementagency")
        if state is None:
            self.problem("STATE", self.text("state"), "Not a state or territory: check it on ICE's page.")
        if model is None:
            self.problem("SUPPORT TYPE", self.text("supporttype"), "Not one of the three models.")
        if not agency:
            self.problem("LAW ENFORCEMENT AGENCY", "", "The agency has no name.")
        if state is None or model is None or not agency:
            return None
        moa, addendum = self.links()
        signed = cells.signed(self.cell(SIGNED).value, today)
        if signed is None:
            advice = "Not a day up to today: the agreement is kept without a date."
            self.problem("SIGNED", self.cell(SIGNED).value or "", advice, kept=True)
        kind, county = self.text("type"), self.text("county")
        return ListedAgreement(
            self.row.number, state.code, agency, kind, county, model, signed, moa, addendum
        )

    def links(self) -> tuple[str | None, str | None]:
        """The addresses of the agreement and of its addendum; two in one cell are one of each."""
        moa, addendum = self.addresses("moa"), self.addresses("addendum")
        both = [*moa[:1], *(addendum or moa[1:])[:1]] if moa else [None, *addendum[:1]]
        return (*both, None, None)[0], (*both, None, None)[1]

    def addresses(self, name: str) -> list[str]:
        """Every address on www.ice.gov in a cell, the hyperlink first; a lost one is reported."""
        cell, words = self.cell(name), self.text(name)
        written = cells.links_in(words)
        targets = list(dict.fromkeys([*([cell.link] if cell.link else []), *written]))
        found = [address for target in targets if (address := cells.link(target))]
        lost = [target for target in targets if cells.link(target) is None]
        if lost or (not targets and fold(words) not in WITHOUT_LINK):
            advice = "Not an address on www.ice.gov: the link is left out."
            self.problem(name.upper(), ", ".join(lost) or words, advice, kept=True)
        return found
