"""Everything that ships into the database: `flask data load`. A second load finds nothing to do.

Each body of facts is compared by its sha256 with what was loaded last. Newer facts that somebody imported
since, a later list or Gazetteer, are not overwritten by the shipped ones.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from toolkit.database import session
from toolkit.imports.bodies import body_files as bodies
from toolkit.imports.bodies import load_bodies
from toolkit.imports.census import load_jurisdictions
from toolkit.imports.library import load_library
from toolkit.imports.library import subject_files as library
from toolkit.imports.manifest import ManifestEntry
from toolkit.imports.roster import load_list, register
from toolkit.imports.roster.judged_list import ListFile
from toolkit.imports.rules import load_rules
from toolkit.imports.shipped import AGREEMENTS, COUNTS, FOLDER, JURISDICTIONS, Shipped
from toolkit.models import Dataset

SUBJECTS, RULES, BODIES = "subjects", "rules", "bodies"
OURS, HOW_WE_KNOW = "This project", "docs/data-sources.md"
Outcome = Literal["loaded", "unchanged", "newer kept"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One body of facts after a load."""

    name: str
    rows: int
    outcome: Outcome


def load(on: date, folder: Path = FOLDER, also: Iterable[Path] = ()) -> Iterator[Loaded]:
    """Load what changed of the shipped facts, one body after the other; raises ImportRefused.

    ``on`` is the day that corrections of printed claims bear, ``also`` are folders of further subjects.
    """
    shipped = Shipped(folder)
    for position, path in enumerate([*sorted((folder / SUBJECTS).iterdir()), *also]):
        yield _subject(path, position, on)
    speaking = tomllib.loads((folder / RULES / "meeting_rules.toml").read_text(encoding="utf-8"))["rule"]
    checked = max(date.fromisoformat(item["checked"]) for item in speaking)
    common = _ours(RULES, sorted((folder / RULES).glob("*.toml")), checked)
    yield _bring(common, lambda: load_rules.load(speaking))
    places = shipped.manifest[JURISDICTIONS]
    yield _bring(dataset(places), lambda: load_jurisdictions.replace_all(shipped.jurisdictions()))
    yield _bring(_lists(shipped), lambda: _agreements(shipped), keep=_has_newer_list(shipped))
    file = folder / RULES / "bodies.toml"
    known = bodies.read(file.read_bytes(), file.name).bodies
    checked = bodies.checked(file.read_bytes())
    yield _bring(_ours(BODIES, [file], checked), lambda: load_bodies.load_starter(known))


def _subject(folder: Path, position: int, on: date) -> Loaded:
    """One subject with all that is its own, as one body of facts."""
    shipped = library.read(folder)
    checked = max(claim.words.checked for claim in shipped.claims)
    ours = _ours(f"library {shipped.subject['id']}", library.files(folder), checked)
    return _bring(ours, lambda: load_library.load(shipped, on, position))


def dataset(entry: ManifestEntry) -> Dataset:
    """The row that remembers a table of the manifest, or one made as it would be."""
    return Dataset(
        name=entry.name,
        publisher=entry.publisher,
        url=entry.url,
        published=entry.published,
        rows=entry.rows,
        sha256=entry.sha256,
    )


def _bring(wanted: Dataset, deed: Callable[[], int], *, keep: bool = False) -> Loaded:
    have = session().get(Dataset, wanted.name)
    if have and have.sha256 == wanted.sha256:
        return Loaded(have.name, have.rows, "unchanged")
    if have and (keep or (have.published and wanted.published and have.published > wanted.published)):
        return Loaded(have.name, have.rows, "newer kept")
    wanted.rows = deed()
    session().merge(wanted)
    session().flush()
    return Loaded(wanted.name, wanted.rows, "loaded")


def _ours(name: str, files: Iterable[Path], checked: date) -> Dataset:
    """A folder of files that we wrote, as one body of facts."""
    parts = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in files)
    digest = hashlib.sha256(parts).hexdigest()
    return Dataset(name=name, publisher=OURS, url=HOW_WE_KNOW, published=checked, rows=0, sha256=digest)


def _lists(shipped: Shipped) -> Dataset:
    """The list with its history and the counts, as one body of facts."""
    parts = (shipped.manifest[AGREEMENTS].sha256, shipped.manifest[COUNTS].sha256)
    made = dataset(shipped.manifest[AGREEMENTS])
    made.sha256 = hashlib.sha256("".join(parts).encode()).hexdigest()
    return made


def _has_newer_list(shipped: Shipped) -> bool:
    newest = register.newest()
    listed = _list_file(shipped)
    return newest is not None and newest.sha256 != listed.sha256 and newest.list_date >= listed.day


def _agreements(shipped: Shipped) -> int:
    return load_list.load_shipped(shipped.agreements(), _list_file(shipped), shipped.counts())


def _list_file(shipped: Shipped) -> ListFile:
    entry = shipped.manifest[AGREEMENTS]
    return ListFile(entry.originals[0].file, entry.originals[0].sha256, entry.published)
