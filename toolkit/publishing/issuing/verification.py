"""Looking over the shelf: every edition has its bytes, and they and its dossier are what was issued."""

import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from fact_sheets import codes, snapshot
from toolkit.database import session
from toolkit.models import Edition, LibraryState
from toolkit.publishing.errors import ShelfDamaged
from toolkit.publishing.issuing.shelf import Shelf


def verify(shelf: Shelf) -> Iterator[tuple[str, str | None]]:
    """The code of every edition with what is wrong with it, or None.

    Ends the caller's transaction after each, so that nobody who wants to write waits for the whole shelf.
    """
    for code in list(session().scalars(select(Edition.code).order_by(Edition.code))):
        verdict = wrong_with(session().get_one(Edition, code), shelf)
        session().rollback()
        session().expunge_all()
        yield code, verdict


def strays(shelf: Shelf) -> list[Path]:
    """Files on the shelf that belong to no edition: left by an issue that was interrupted, or put there."""
    known = {shelf.path(digest) for digest in session().scalars(select(Edition.pdf_sha256))}
    return sorted(path for path in shelf.folder.rglob("*") if path.is_file() and path not in known)


def wrong_with(edition: Edition, shelf: Shelf) -> str | None:
    """A sentence for a person, or None when everything is as issued."""
    try:
        data = shelf.read(edition.pdf_sha256)
    except ShelfDamaged as error:
        return str(error)
    facts = snapshot.sha256_of_file(edition.dossier_json.encode())
    if len(data) != edition.pdf_bytes:
        return f"The stored file has {len(data)} bytes, the record says {edition.pdf_bytes}."
    if facts != edition.dossier_sha256 or codes.code_for(facts) != edition.code:
        return "The recorded facts do not belong to this code. Restore the database from a backup."
    library = snapshot.library_of_file(edition.dossier_json.encode())
    if library and not _is_kept(library):
        return "The library that it was chosen from is damaged. Restore the database from a backup."
    return None


def _is_kept(digest: str) -> bool:
    """Whether the library with this sha256 is kept, and whole."""
    kept = session().get(LibraryState, digest)
    try:
        return kept is not None and sha256(zlib.decompress(kept.packed)).hexdigest() == digest
    except zlib.error:
        return False
