"""The index follows the database: the same on SQLite and PostgreSQL, and new when the list is new."""

import pytest
from sqlalchemy import Engine

from tests import factories
from toolkit import models
from toolkit.database import unit_of_work
from toolkit.publishing.finding.search import search


@pytest.fixture
def engine(migrated: Engine) -> Engine:
    """A small world on each kind of database, with the provenance of its list."""
    with unit_of_work(migrated, write=True) as session:
        session.add_all(factories.jurisdictions())
        session.add(provenance("a"))
    return migrated


def provenance(letter: str) -> models.Dataset:
    """The row that says which list of jurisdictions is loaded."""
    return models.Dataset(
        name="jurisdictions", publisher="Census", url="", published=None, rows=1, sha256=letter * 64
    )


def labels(engine: Engine, typed: str) -> list[str]:
    """What is found, by who asks once too."""
    with unit_of_work(engine):
        assert search(typed, once=True) == search(typed)
        return [hit.label for hit in search(typed)]


def test_each_database_gives_the_same(engine: Engine) -> None:
    assert labels(engine, "frederick") == ["Frederick city, Maryland", "Frederick County, Maryland"]
    assert labels(engine, "jackson twp") == [
        "Jackson township, Hamilton County, Indiana",
        "Jackson township, Madison County, Indiana",
    ]


def test_a_new_list_is_searched_at_once(engine: Engine) -> None:
    assert labels(engine, "newtown") == []
    with unit_of_work(engine, write=True) as session:
        session.add(factories.jurisdiction("2499999", "place", "Newtown town", "town", "MD", "24021"))
        session.merge(provenance("b"))
    assert labels(engine, "newtown") == ["Newtown town, Maryland"]


def test_a_world_without_provenance_is_read_anew(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as session:
        session.delete(session.get_one(models.Dataset, "jurisdictions"))
        session.add(factories.jurisdiction("2499999", "place", "Newtown town", "town", "MD", "24021"))
    assert labels(engine, "newtown") == ["Newtown town, Maryland"]
