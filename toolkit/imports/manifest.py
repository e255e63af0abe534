"""Where each shipped table comes from: ``data/manifest.json``.

An entry names the publisher, the public page, the original files with their sha256, the day of
publication, the licence, how our table was made of them, its rows and its own sha256.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from toolkit.imports.errors import ImportRefused


@dataclass(frozen=True, slots=True)
class Original:
    """A file as its publisher gave it."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """A file as downloaded."""

    name: str
    data: bytes

    @property
    def original(self) -> Original:
        """Its line in the manifest."""
        return Original(self.name, sha256(self.data))


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """The provenance of one shipped table."""

    name: str
    file: str
    what: str
    publisher: str
    url: str
    originals: tuple[Original, ...]
    published: date
    licence: str
    made: str
    rows: int
    sha256: str


def sha256(data: bytes) -> str:
    """The hash that identifies a file."""
    return hashlib.sha256(data).hexdigest()


def write(entries: Iterable[ManifestEntry]) -> bytes:
    """The manifest as JSON, one entry a table."""
    listed = [asdict(entry) | {"published": entry.published.isoformat()} for entry in entries]
    return (json.dumps({"tables": listed}, indent=2, ensure_ascii=False) + "\n").encode()


def read(data: bytes) -> Mapping[str, ManifestEntry]:
    """The entries by name."""
    entries = (
        ManifestEntry(
            **item
            | {
                "published": date.fromisoformat(item["published"]),
                "originals": tuple(Original(**original) for original in item["originals"]),
            }
        )
        for item in json.loads(data)["tables"]
    )
    return {entry.name: entry for entry in entries}


def check(entry: ManifestEntry, data: bytes) -> None:
    """Raise ImportRefused when the table is not the one that the manifest tells of."""
    if sha256(data) != entry.sha256:
        raise ImportRefused(f"{entry.file} is not the table of the manifest: run `flask data freeze` again.")
