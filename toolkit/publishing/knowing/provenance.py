"""Where the facts come from: each body of facts as it was loaded, and whether the database answers."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, text

from toolkit.database import session
from toolkit.models import Dataset


@dataclass(frozen=True, slots=True)
class LoadedFacts:
    """One body of facts: who published it, when, and the hash of what was loaded."""

    name: str
    publisher: str
    url: str
    published: date | None
    rows: int
    sha256: str


def loaded() -> tuple[LoadedFacts, ...]:
    """Everything that is loaded, by name."""
    rows = session().scalars(select(Dataset).order_by(Dataset.name))
    return tuple(LoadedFacts(r.name, r.publisher, r.url, r.published, r.rows, r.sha256) for r in rows)


def check_database() -> None:
    """Ask the database for nothing; it raises OperationalError when it cannot answer."""
    session().execute(text("SELECT 1"))
