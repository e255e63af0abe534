"""Looking over the shelf: every edition has its bytes, and they and its dossier are what was issued."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from fact_sheets import codes
from toolkit.database import session
from toolkit.models import Edition
from toolkit.publishing.errors import ShelfDamaged
from toolkit.publishing.shelf import Shelf


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
    dossier = sha256(edition.dossier_json.encode()).hexdigest()
    if len(data) != edition.pdf_bytes:
        return f"The stored file has {len(data)} bytes, the record says {edition.pdf_bytes}."
    if dossier != edition.dossier_sha256 or codes.code_for(dossier) != edition.code:
        return "The recorded facts do not belong to this code. Restore the database from a backup."
    return None
