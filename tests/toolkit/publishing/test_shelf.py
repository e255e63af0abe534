"""The shelf keeps bytes under their hash, once, and notices every change."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from toolkit.publishing.errors import ShelfDamaged
from toolkit.publishing.shelf import Shelf

DATA = b"%PDF-1.7 a small sheet"
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf whose folder is not made yet."""
    return Shelf(tmp_path / "instance" / "shelf")


def test_bytes_come_back_under_their_hash(shelf: Shelf) -> None:
    assert shelf.put(DATA) == SHA256
    assert shelf.read(SHA256) == DATA


def test_the_same_bytes_are_kept_once_and_never_written_again(shelf: Shelf) -> None:
    shelf.put(DATA)
    before = shelf.path(SHA256).stat()
    shelf.put(DATA)
    after = shelf.path(SHA256).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_mode & 0o222 == 0


def test_many_who_put_the_same_leave_one_file(shelf: Shelf) -> None:
    with ThreadPoolExecutor(8) as writers:
        assert set(writers.map(lambda _: shelf.put(DATA), range(40))) == {SHA256}
    assert [path.name for path in shelf.folder.rglob("*") if path.is_file()] == [f"{SHA256}.pdf"]


def test_a_changed_byte_is_noticed(shelf: Shelf) -> None:
    shelf.put(DATA)
    shelf.path(SHA256).chmod(0o644)
    shelf.path(SHA256).write_bytes(DATA.replace(b"small", b"smell"))
    with pytest.raises(ShelfDamaged, match="was changed"):
        shelf.read(SHA256)
    with pytest.raises(ShelfDamaged, match="was changed"):
        shelf.put(DATA)


def test_a_missing_file_is_noticed(shelf: Shelf) -> None:
    with pytest.raises(ShelfDamaged, match="is missing"):
        shelf.read(SHA256)


def test_a_failed_write_leaves_nothing(shelf: Shelf) -> None:
    folder = shelf.path(SHA256).parent
    folder.mkdir(parents=True)
    shelf.path(SHA256).mkdir()  # the name is taken by something that cannot be replaced
    with pytest.raises(OSError, match="directory"):
        shelf.put(DATA)
    assert [path.name for path in folder.iterdir()] == [f"{SHA256}.pdf"]
