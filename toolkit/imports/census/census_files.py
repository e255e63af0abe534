"""The Census Bureau's files as it publishes them: Gazetteer, ACS population, county classes, place to county.

Gazetteer 2025 (pipe-delimited), American Community Survey 2019-2023 five-year table B01003 as the API
answers (JSON), FIPS class codes 2020 and the place-to-county relation 2020 (CSV). GEOIDs are text.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from toolkit.imports.census.states import BY_CODE
from toolkit.imports.errors import UnexpectedColumns, UnreadableFile
from toolkit.imports.reading import Row, RowProblem, decode, delimited

GAZETTEER_COLUMNS = ("usps", "geoid", "name", "aland", "awater", "intptlat", "intptlong")
POPULATION = "B01003_001E"
AGAIN = "Take the official file again; do not mend codes by hand."
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lookup(Generic[Value]):
    """GEOID to one fact about it, and the rows that could not be read; no jurisdiction is lost by them."""

    values: Mapping[str, Value]
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """One row of a Gazetteer file; areas in square metres, kept as text because they are only compared."""

    number: int
    geoid: str
    state_code: str
    name: str
    lsad: str
    funcstat: str
    area: tuple[str, str]
    latitude: float
    longitude: float


def gazetteer(
    data: bytes, file: str, width: int, extra: Sequence[str] = ()
) -> Iterator[GazetteerRow | RowProblem]:
    """Rows of a Gazetteer file whose GEOIDs have ``width`` digits; a GEOID that comes twice is a problem."""
    seen: set[str] = set()
    for row in delimited(data, file, (*GAZETTEER_COLUMNS, *extra), "|"):
        if isinstance(row, RowProblem):
            yield row
            continue
        geoid, code = row["geoid"], row["usps"]
        state = BY_CODE.get(code)
        if not is_geoid(geoid, width):
            yield RowProblem(
                file, row.number, "GEOID", geoid, f"Expected {width} digits, leading zeros kept. {AGAIN}"
            )
        elif state is None or state.geoid != geoid[:2]:
            yield RowProblem(file, row.number, "USPS", code, f"GEOID {geoid} is of another state. {AGAIN}")
        elif geoid in seen:
            yield RowProblem(file, row.number, "GEOID", geoid, f"It came before in this file. {AGAIN}")
        elif not row["name"]:
            yield RowProblem(file, row.number, "NAME", "", AGAIN)
        elif (point := _point(row["intptlat"], row["intptlong"])) is None:
            found = f"{row['intptlat']}, {row['intptlong']}"
            yield RowProblem(file, row.number, "INTPTLAT, INTPTLONG", found, f"Expected degrees. {AGAIN}")
        else:
            seen.add(geoid)
            yield GazetteerRow(
                row.number,
                geoid,
                code,
                row["name"],
                row["lsad"],
                row["funcstat"],
                (row["aland"], row["awater"]),
                *point,
            )


def populations(data: bytes, file: str) -> Lookup[int]:
    """GEOID to residents; an empty or negative estimate is the API's "not available" and is left out."""
    try:
        table = json.loads(decode(data, file))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{file} is not JSON as the Census API answers it.") from error
    if (
        not isinstance(table, list)
        or not table
        or not isinstance(table[0], list)
        or POPULATION not in table[0]
    ):
        raise UnexpectedColumns(f"{file} has no column {POPULATION}: is it an answer for table B01003?")
    header, *lines = table
    amount = header.index(POPULATION)
    parts = [
        header.index(name) for name in ("state", "county", "county subdivision", "place") if name in header
    ]
    found: dict[str, int] = {}
    problems = []
    for number, line in enumerate(lines, start=2):
        try:
            geoid, residents = "".join(line[part] for part in parts), int(line[amount] or -1)
        except (TypeError, ValueError, IndexError):
            problems.append(RowProblem(file, number, POPULATION, str(line)[:80], AGAIN, kept=True))
            continue
        if residents >= 0:
            found[geoid] = residents
    return Lookup(found, tuple(problems))


def county_classes(data: bytes, file: str) -> Lookup[str]:
    """County GEOID to its FIPS class code (H1 active government, H4 inactive, H5 statistical only, …)."""
    rows = list(delimited(data, file, ("geoid", "fips class"), ","))
    values = {row["geoid"]: row["fips class"] for row in rows if not isinstance(row, RowProblem)}
    return Lookup(values, _as_kept(rows))


def place_counties(data: bytes, file: str) -> Lookup[tuple[str, ...]]:
    """Place GEOID to the counties it lies in as of the 2020 census, the largest share first."""
    rows = list(delimited(data, file, ("place geoid", "county geoid"), ","))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if not isinstance(row, RowProblem) and row["county geoid"] not in found[row["place geoid"]]:
            found[row["place geoid"]].append(row["county geoid"])
    return Lookup({place: tuple(counties) for place, counties in found.items()}, _as_kept(rows))


def _as_kept(rows: Sequence[Row | RowProblem]) -> tuple[RowProblem, ...]:
    return tuple(replace(row, kept=True) for row in rows if isinstance(row, RowProblem))


def is_geoid(text: str, width: int) -> bool:
    """Whether the text is a GEOID of that many digits."""
    return len(text) == width and text.isascii() and text.isdigit()


def _point(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None
