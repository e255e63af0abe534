"""Keeping and settling suggestions, on both databases."""

import pytest
from sqlalchemy import Engine, select

from tests import factories
from toolkit.access.limits import Limits
from toolkit.curation import suggestions
from toolkit.curation.errors import AlreadySettled
from toolkit.database import unit_of_work
from toolkit.models import Event, Person

ABOUT = "edition:27SYT-BFGHF"


@pytest.fixture
def engine(migrated: Engine) -> Engine:
    with unit_of_work(migrated, write=True) as session:
        session.add(factories.person("ann@example.org"))
    return migrated


def test_a_suggestion_is_kept_once_and_settled_once(engine: Engine) -> None:
    day, now = factories.LISTED, factories.NOW
    for words in ("It was 2024.", "It was 2024.", "Look at page 4."):
        with unit_of_work(engine, write=True):
            suggestions.keep(ABOUT, words, Limits(), on=day, now=now)
    with unit_of_work(engine, write=True) as session:
        ann = session.scalars(select(Person)).one()
        first, second = suggestions.first_open()
        suggestions.settle(first, "answered", "Reworded.", by=ann, now=now)
        suggestions.settle(second, "set aside", "Not ours.", by=ann, now=now)
        with pytest.raises(AlreadySettled):
            suggestions.settle(first, "set aside", "Again.", by=ann, now=now)
    with unit_of_work(engine) as session:
        assert suggestions.open_count() == 0
        (answered,) = suggestions.listed("answered", 9).rows
        assert (answered.answer, answered.answered_at) == ("Reworded.", now)
        assert [event.detail["state"] for event in session.scalars(select(Event).order_by(Event.number))] == [
            "answered",
            "set aside",
        ]
