"""Files taken from other projects: each is listed with its licence, and is what the list says it is."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from tests.guards.sources import ROOT, name

FOLDERS = sorted(path.parent for path in ROOT.glob("*/**/vendor.lock") if ".venv" not in path.parts)
# What lies among vendored files and is written by us.
OURS = {"vendor.lock", "fonts.conf"}


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_each_vendored_file_is_as_listed(folder: Path) -> None:
    listed = tomllib.loads((folder / "vendor.lock").read_text(encoding="utf-8"))["file"]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there - OURS == {entry["name"] for entry in listed}
    for entry in listed:
        assert hashlib.sha256((folder / entry["name"]).read_bytes()).hexdigest() == entry["sha256"]
        assert all(entry[field] for field in ("package", "version", "licence"))


def test_no_vendor_folder_goes_without_a_list() -> None:
    folders = {path for path in ROOT.glob("*/**/vendor") if ".venv" not in path.parts}
    assert folders <= set(FOLDERS)
