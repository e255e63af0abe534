"""Looking over the shelf: every edition has its bytes, and they and its dossier are what was issued."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import select

from fact_sheets import codes
from toolkit.database import session
from toolkit.models import Edition
from toolkit.publishing.errors import ShelfDamaged
from toolkit.publishing.shelf import Shelf

AT_A_TIME = 100


def verify(shelf: Shelf) -> Iterator[tuple[str, str | None]]:
    """The code of every edition, oldest code first, with what is wrong with it or None."""
    editions = session().scalars(
        select(Edition).order_by(Edition.code).execution_options(yield_per=AT_A_TIME)
    )
    for edition in editions:
        yield edition.code, wrong_with(edition, shelf)


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
