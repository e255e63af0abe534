"""The facts that ship with the project, as tables in our own columns with a manifest of their origin.

``freezing`` makes them from official files; ``Shipped`` reads them back and refuses a table that is not the
one the manifest tells of. No official file ships as it is.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from toolkit.imports import manifest, table
from toolkit.imports.census.jurisdiction import Jurisdiction
from toolkit.imports.manifest import ManifestEntry
from toolkit.imports.roster.agreement import AgreementHistory
from toolkit.imports.roster.list_counts import ListCount

FOLDER = Path(__file__).resolve().parent.parent / "data"
MANIFEST = "manifest.json"
JURISDICTIONS, AGREEMENTS, COUNTS = "jurisdictions", "agreements", "roster_counts"
Record = TypeVar("Record")


@dataclass(frozen=True)
class Shipped:
    """The shipped tables of a folder, each read when asked for."""

    folder: Path = FOLDER

    @cached_property
    def manifest(self) -> dict[str, ManifestEntry]:
        """Provenance by table name."""
        return dict(manifest.read((self.folder / MANIFEST).read_bytes()))

    def jurisdictions(self) -> list[Jurisdiction]:
        """All jurisdictions; raises ImportRefused when the table is not the manifest's."""
        return self._table(JURISDICTIONS, Jurisdiction)

    def agreements(self) -> list[AgreementHistory]:
        """The newest shipped list with its history."""
        return self._table(AGREEMENTS, AgreementHistory)

    def counts(self) -> list[ListCount]:
        """The counts of every list."""
        return self._table(COUNTS, ListCount)

    def _table(self, name: str, kind: type[Record]) -> list[Record]:
        entry = self.manifest[name]
        data = (self.folder / entry.file).read_bytes()
        manifest.check(entry, data)
        return table.read(data, kind)
