"""The shelf keeps bytes under their hash, once, and notices every change."""

import hashlib
import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from toolkit.publishing.errors import ShelfDamaged
from toolkit.publishing.issuing.shelf import Shelf

DATA = b"%PDF-1.7 a small sheet"
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty shelf whose folder is not made yet."""
    return Shelf(tmp_path / "instance" / "shelf")


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond a thousand bytes: for this block, as pytest may write to a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


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
    with pytest.raises(OSError, match="too large"), small_disk():
        shelf.put(DATA * 1000)
    assert [path for path in shelf.folder.rglob("*") if path.is_file()] == []


def test_what_stands_in_the_way_is_not_replaced(shelf: Shelf) -> None:
    shelf.path(SHA256).mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        shelf.put(DATA)
    assert [path.name for path in shelf.path(SHA256).parent.iterdir()] == [f"{SHA256}.pdf"]
