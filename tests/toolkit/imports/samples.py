"""Small official files: Gazetteer text, population tables, and workbooks in the form of ICE's list."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from openpyxl import Workbook

from toolkit.imports.census.corrections import Corrections
from toolkit.imports.census.jurisdiction import Jurisdiction
from toolkit.imports.census.jurisdictions import CensusFiles
from toolkit.imports.roster.list_file import ListedAgreement

TODAY = date(2026, 11, 26)
NO_CORRECTIONS = Corrections({}, {}, frozenset(), {})
GAZETTEER = (
    "USPS|GEOID|GEOIDFQ|ANSICODE|NAME|LSAD|FUNCSTAT|ALAND|AWATER|ALAND_SQMI|AWATER_SQMI|INTPTLAT|INTPTLONG"
)
HEADER = ("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA", "ADDENDUM")
MOA = "https://www.ice.gov/doclib/287gMOA/FrederickMD_JEM_MOA_06092020.pdf"


def gazetteer(*rows: str) -> bytes:
    """A Gazetteer file of rows "MD|24021|Frederick County|LSAD|FUNCSTAT|area"; the area may be left out."""
    lines = [GAZETTEER]
    for row in rows:
        code, geoid, name, lsad, funcstat, area = (*row.split("|"), geoid_area(row))[:6]
        lines.append(f"{code}|{geoid}|US{geoid}|0|{name}|{lsad}|{funcstat}|{area}|0|1|0|39.4|-77.4")
    return "\n".join(lines).encode()


def geoid_area(row: str) -> str:
    """An area that no other row has."""
    return row.split("|")[1]


def population(**residents: int | None) -> bytes:
    """An answer of the Census API; keys are "g" and the GEOID."""
    rows = [[f"name {geoid}", str(number), geoid[1:3], geoid[3:]] for geoid, number in residents.items()]
    return json.dumps([["NAME", "B01003_001E", "state", "place"], *rows]).encode()


def census(
    *,
    counties: Sequence[str] = ("MD|24021|Frederick County||",),
    places: Sequence[str] = (),
    cousubs: Sequence[str] = (),
    residents: bytes | None = None,
    classes: str = "24021,H1",
    relation: str = "",
) -> CensusFiles:
    """Eight files about a small country."""
    nobody = population()
    return CensusFiles(
        counties=gazetteer(*counties),
        places=gazetteer(*places),
        cousubs=gazetteer(*cousubs),
        population_counties=nobody,
        population_places=residents or nobody,
        population_cousubs=nobody,
        county_classes=f"GEOID,FIPS Class\n{classes}\n".encode(),
        place_counties=f"Place GEOID,County GEOID\n{relation}\n".encode(),
    )


def row(**cells: object) -> dict[str, object]:
    """One row of a list, good in every cell that is not given. A pair is what a cell shows and its link."""
    good: dict[str, object] = {
        "STATE": "MARYLAND",
        "LAW ENFORCEMENT AGENCY": "Frederick County Sheriff's Office",
        "TYPE": "County",
        "COUNTY": "Frederick County",
        "SUPPORT TYPE": "Jail Enforcement Model",
        "SIGNED": date(2020, 6, 9),
        "MOA": ("link", MOA),
        "ADDENDUM": None,
    }
    named = {name.replace("_", " "): value for name, value in cells.items()}
    assert named.keys() <= good.keys()
    return good | named


def workbook(rows: Iterable[Mapping[str, object]], header: Sequence[str | None] = HEADER) -> bytes:
    """An .xlsx with one sheet."""
    book = Workbook()
    fill(book, "Sheet1", rows, header)
    return saved(book)


def fill(
    book: Workbook, title: str, rows: Iterable[Mapping[str, object]], header: Sequence[str | None]
) -> None:
    """Write a sheet; the first one of a new book is taken over."""
    sheet = book.active if book.active.max_row == 1 and not book.active["A1"].value else book.create_sheet()
    sheet.title = title
    for column, name in enumerate(header, start=1):
        sheet.cell(1, column, name)
    for number, cells in enumerate(rows, start=2):
        for column, name in enumerate(header, start=1):
            value = cells.get((name or "").strip())
            shown, link = value if isinstance(value, tuple) else (value, None)
            cell = sheet.cell(number, column, shown)
            if link:
                cell.hyperlink = link


def saved(book: Workbook) -> bytes:
    """The bytes of the file."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def listed(agency: str, state_code: str = "MD", **fields: object) -> ListedAgreement:
    """A row as read, of a county agency under the jail model."""
    plain = ListedAgreement(2, state_code, agency, "County", "", "JEM", date(2020, 6, 9), None, None)
    return replace(plain, **fields)


def jurisdiction(
    geoid: str, kind: str, name: str, designation: str, code: str, *counties: str
) -> Jurisdiction:
    """A jurisdiction whose short name is its name without the designation."""
    short = name[: -len(designation) - 1] if name.casefold().endswith(f" {designation}") else name
    return Jurisdiction(geoid, kind, name, short, designation, code, counties)
