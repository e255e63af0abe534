"""The shelf: the bytes of issued documents, each named by its sha256, written once and never again.

Order on disk: a temporary file beside its final place, fsync, rename, fsync of the folder. Whoever
writes the database row afterwards may rely on the bytes.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from toolkit.publishing.errors import ShelfDamaged

READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class Shelf:
    """Stored bytes under ``folder``, 256 subfolders by the first two digits of the hash."""

    folder: Path

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash (64 hex digits) are, or would be."""
        return self.folder / sha256[:2] / f"{sha256}.pdf"

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their sha256; bytes already there stay as they are.

        Raises ShelfDamaged when a file of that name holds other bytes, OSError when the disk refuses.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if path.exists():
            self.read(sha256)
            return sha256
        _make_folder(path.parent)
        _write_once(path, data)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes with this hash, compared with their name. Raises ShelfDamaged."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise ShelfDamaged(f"The stored file {sha256} is missing. Restore it from a backup.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ShelfDamaged(f"The stored file {sha256} was changed. Restore it from a backup.")
        return data


def _write_once(path: Path, data: bytes) -> None:
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), READ_ONLY)
            os.fsync(file.fileno())
        os.rename(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)
    _fsync_folder(path.parent)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    # A new folder is only safe once its name is on disk in the folder above; the shelf's own folder too.
    _fsync_folder(folder.parent)
    _fsync_folder(folder.parent.parent)


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
