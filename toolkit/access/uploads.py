"""Files that organizers sent and have not confirmed: each person has at most one of a kind, for a day."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from sqlalchemy import delete, or_, select

from toolkit.access import journal
from toolkit.database import session
from toolkit.models import Person, Upload

Kind = Literal["agreements", "library"]
KEPT = timedelta(days=1)


def keep(kind: Kind, name: str, content: bytes, *, by: Person, now: datetime) -> Upload:
    """Keep a file until it is confirmed; an earlier one of the person and whatever is a day old goes."""
    earlier = (Upload.person_id == by.id) & (Upload.kind == kind)
    session().execute(delete(Upload).where(or_(earlier, Upload.at < now - KEPT)))
    digest = sha256(content).hexdigest()
    row = Upload(kind=kind, name=name[:120], content=content, sha256=digest, person_id=by.id, at=now)
    session().add(row)
    session().flush()
    journal.record(by, f"{kind}.send", f"upload:{kind}", {"file": row.name, "sha256": digest}, now)
    return row


def waiting(kind: Kind, *, by: Person, now: datetime) -> Upload | None:
    """The file that the person has not confirmed."""
    theirs = select(Upload).where(Upload.kind == kind, Upload.person_id == by.id, Upload.at >= now - KEPT)
    return session().scalars(theirs).first()


def drop(kind: Kind, *, by: Person) -> None:
    """Forget the file."""
    session().execute(delete(Upload).where(Upload.kind == kind, Upload.person_id == by.id))
