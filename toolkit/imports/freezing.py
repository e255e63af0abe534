"""Official files to the tables that ship: `flask data freeze`, run by whoever updates the shipped facts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.imports import manifest, table
from toolkit.imports.census import jurisdictions
from toolkit.imports.census.corrections import Corrections
from toolkit.imports.census.jurisdiction import Jurisdiction, states
from toolkit.imports.census.jurisdictions import CensusFiles
from toolkit.imports.manifest import ManifestEntry, OfficialFile
from toolkit.imports.publishers import CENSUS, CENSUS_PAGE, ICE, ICE_PAGE
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster import list_counts, list_day, list_file, reviewed_history
from toolkit.imports.roster.agreement import AgreementHistory
from toolkit.imports.roster.aliases import Aliases
from toolkit.imports.roster.governments import Governments
from toolkit.imports.roster.list_counts import ListCount
from toolkit.imports.roster.matching import Matcher
from toolkit.imports.shipped import AGREEMENTS, COUNTS, JURISDICTIONS, MANIFEST

LICENCE = "Work of the U.S. government, in the public domain in the United States"
ORIGINS = {  # of each table: what it holds, who published that and where, and how the table is made
    JURISDICTIONS: (
        "States, counties, places and towns that govern, and counties that are only statistical",
        *(CENSUS, CENSUS_PAGE),
        "Gazetteer 2025 joined with population (American Community Survey 2019–2023, table B01003), county "
        "classes and the place-to-county relation of 2020, and data/corrections.toml; chosen by FUNCSTAT.",
    ),
    AGREEMENTS: (
        "ICE's list of participating agencies, and what earlier lists showed",
        *(ICE, ICE_PAGE),
        "The list's rows, each agency placed by exact names and data/aliases.toml; first and last days, "
        "other spellings and what left from a reviewed comparison of ICE's lists since January 2021.",
    ),
    COUNTS: (
        "Agreements, agencies, states and models on each of ICE's lists since January 2021",
        *(ICE, ICE_PAGE),
        "Counted on ICE's lists as public web archives kept them.",
    ),
}
GAZETTEER_DAY = date(2025, 1, 1)  # the day of the borders and names in the Gazetteer of 2025


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that the shipped tables are made of; ``census`` by the field names of CensusFiles."""

    census: Mapping[str, OfficialFile]
    newest_list: OfficialFile
    history: OfficialFile
    counts: OfficialFile


@dataclass(frozen=True, slots=True)
class Frozen:
    """The files to ship by name, every problem met on the way, and how many agencies were placed how far."""

    files: Mapping[str, bytes]
    problems: tuple[RowProblem, ...]
    reach: Mapping[str, int]


def freeze(sources: Sources, corrections: Corrections, aliases: Aliases, today: date) -> Frozen:
    """Read everything, place every agency, write the tables; raises ImportRefused.

    Rows that were not understood are in ``problems`` and in no table.
    """
    places = jurisdictions.read(
        CensusFiles(**{name: file.data for name, file in sources.census.items()}), corrections
    )
    everywhere = (*states(places.records), *places.records)
    counted = list_counts.read(sources.counts.data)
    past = reviewed_history.read(sources.history.data)
    newest = list_file.read(sources.newest_list.data, sources.newest_list.name, today)
    day = list_day.date_list(newest.file_name, None, newest.newest_signed, today).day
    days = [count.list_date for count in counted.records]
    matcher = Matcher(Governments(everywhere), aliases)
    combined = reviewed_history.combine(
        newest.reading.records, past.records, days, matcher, corrections.doubtful
    )
    census, listed = sources.census.values(), (sources.newest_list, sources.history)
    tables = (
        _table(JURISDICTIONS, everywhere, Jurisdiction, census, GAZETTEER_DAY),
        _table(AGREEMENTS, combined.records, AgreementHistory, listed, day),
        _table(COUNTS, counted.records, ListCount, (sources.counts,), day),
    )
    read = (places, newest.reading, past, counted, combined)
    return Frozen(
        {entry.file: data for entry, data in tables}
        | {MANIFEST: manifest.write(entry for entry, _ in tables)},
        tuple(problem for reading in read for problem in reading.problems),
        Counter(entry.reach for entry in combined.records if entry.standing == "listed"),
    )


def _table(
    name: str, records: Sequence[object], kind: type, files: Iterable[OfficialFile], published: date
) -> tuple[ManifestEntry, bytes]:
    data = table.write(records, kind)
    what, publisher, url, made = ORIGINS[name]
    originals = tuple(file.original for file in files)
    entry = ManifestEntry(
        name, f"{name}.csv", what, publisher, url, originals, published, LICENCE,
        made, len(records), manifest.sha256(data),
    )  # fmt: skip
    return entry, data
