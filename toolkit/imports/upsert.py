"""Rows of shipped files into a table by their keys: what organizers edited is theirs and stays as it is."""

from collections.abc import Sequence

from sqlalchemy import inspect, select

from toolkit.database import session
from toolkit.imports.errors import ImportRefused
from toolkit.ledger.edited import edited
from toolkit.models import Base


def bring(rows: Sequence[Base], table: type[Base], subject: str | None = None) -> None:
    """Bring a table, or what it holds of one ``subject``, to these rows.

    Those that ship no more go, unless somebody edited them here. Once organizers edited some of a list its
    order is theirs too. Raises ImportRefused for a key that another subject has.
    """
    (key,) = inspect(table).primary_key
    owner = table.subject if subject is not None else key  # type: ignore[attr-defined]
    owners = dict(session().execute(select(key, owner)).all())
    there = {known for known, whose in owners.items() if subject in (None, whose)}
    theirs = edited(str(table.__tablename__))
    in_order = not there & theirs
    for position, row in enumerate(rows):
        known = getattr(row, key.name)
        if known in owners and known not in there:
            raise ImportRefused(f"{known} in {table.__tablename__} belongs to another subject.")
        if known in theirs:
            continue
        if subject is not None:
            row.subject = subject  # type: ignore[attr-defined]
        if hasattr(table, "position") and (in_order or known not in there):
            row.position = position  # type: ignore[attr-defined]
        session().merge(row)
    gone = there - theirs - {getattr(row, key.name) for row in rows}
    for row in session().scalars(select(table).where(key.in_(gone))):
        session().delete(row)
    session().flush()
