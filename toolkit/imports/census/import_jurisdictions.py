"""Newer Census files straight into the database: `flask import jurisdictions`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.database import session
from toolkit.imports import manifest, table
from toolkit.imports.census import jurisdictions, load_jurisdictions
from toolkit.imports.census.corrections import Corrections
from toolkit.imports.census.jurisdiction import Jurisdiction, states
from toolkit.imports.census.jurisdictions import CensusFiles
from toolkit.imports.errors import ShrunkenList
from toolkit.imports.manifest import OfficialFile
from toolkit.imports.publishers import CENSUS, CENSUS_PAGE
from toolkit.imports.reading import RowProblem
from toolkit.imports.shipped import JURISDICTIONS
from toolkit.models import Dataset

SMALLEST_SHARE = 0.9  # of what is loaded; places do not vanish by the thousand


@dataclass(frozen=True, slots=True)
class ImportedPlaces:
    """What an import did; ``changed`` is false where the files make what is loaded already."""

    changed: bool
    rows: int
    problems: tuple[RowProblem, ...]
    set_aside: Mapping[str, int]


def import_files(
    files: Mapping[str, OfficialFile], corrections: Corrections, published: date
) -> ImportedPlaces:
    """Replace the jurisdictions; raises ImportRefused for files that are not what they should be."""
    read = jurisdictions.read(CensusFiles(**{name: file.data for name, file in files.items()}), corrections)
    records = (*states(read.records), *read.records)
    identity = manifest.sha256(table.write(records, Jurisdiction))
    have = session().get(Dataset, JURISDICTIONS)
    if have and have.sha256 == identity:
        return ImportedPlaces(False, have.rows, read.problems, read.set_aside)
    if have and len(records) < SMALLEST_SHARE * have.rows:
        raise ShrunkenList(
            f"The files make {len(records):,} places, but {have.rows:,} are loaded: is one cut off?"
        )
    rows = load_jurisdictions.replace_all(records)
    session().merge(
        Dataset(
            name=JURISDICTIONS,
            publisher=CENSUS,
            url=CENSUS_PAGE,
            published=published,
            rows=rows,
            sha256=identity,
        )
    )
    return ImportedPlaces(True, rows, read.problems, read.set_aside)
