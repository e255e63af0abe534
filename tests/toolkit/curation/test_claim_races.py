"""Several who write at once, on both databases: of two saves one wins, the other is told, nothing is lost."""

from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import OperationalError

from tests import factories
from tests.claim_words import GOOD
from toolkit.curation.claims import claims
from toolkit.curation.errors import Stale
from toolkit.database import session, unit_of_work
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, ClaimRevision, Event, Person

NOW, ANN = factories.NOW, 101


@pytest.fixture
def own(migrated: Engine) -> Engine:
    """The small world with one who writes."""
    with unit_of_work(migrated, write=True) as work:
        factories.settle(work)
        work.add(factories.person("ann@example.org", id=ANN))
    return migrated


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each deed gave, or the refusal it met."""
    start, ends = Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        start.wait(timeout=60)
        ends.append(deed())

    racers = [Thread(target=run, args=(deed,)) for deed in deeds]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(timeout=120)
    return ends


def save(engine: Engine, text: str, base: int) -> str | int:
    """Save a text; gives it back, or the number of what somebody else saved."""
    try:
        with unit_of_work(engine, write=True) as work:
            held = from_revision(work.get_one(Claim, "s-1").current)
            known = {"reason": "Both at once.", "notice": "It changed.", "now": NOW}
            claims.revise("s-1", replace(held, text=text), base=base, by=work.get_one(Person, ANN), **known)
    except Stale as refusal:
        return refusal.newest
    return text


def tried(engine: Engine, text: str, base: int) -> str | int:
    """Save a text; who waited too long for the other writers tries again, as the page asks."""
    try:
        return save(engine, text, base)
    except OperationalError:
        return base


def test_of_two_saves_one_wins_and_the_other_is_told(own: Engine) -> None:
    ends = at_once(lambda: save(own, "Hers.", 1), lambda: save(own, "His.", 1))
    (won,) = set(ends) - {2}
    assert sorted(map(str, ends)) == sorted(["2", str(won)])
    with unit_of_work(own) as work:
        claim = work.get_one(Claim, "s-1")
        assert (claim.newest, claim.current.text) == (2, won)
        assert work.scalar(select(func.count()).select_from(Event)) == 1


def test_two_new_claims_get_two_ids(own: Engine) -> None:
    def write() -> str:
        with unit_of_work(own, write=True) as work:
            return claims.write(GOOD, reason="", by=work.get_one(Person, ANN), now=NOW).id

    assert sorted(map(str, at_once(write, write))) == ["saf-01", "saf-02"]


def test_six_who_save_ten_times_each_lose_nothing(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        work.add(factories.person("ann@example.org", id=ANN))

    def ten_saves(name: str) -> None:
        for number in range(10):
            base = 1
            while isinstance(told := tried(engine, f"{name} {number}", base), int):
                base = told

    at_once(*(lambda name=name: ten_saves(name) for name in "abcdef"))  # type: ignore[misc]
    with unit_of_work(engine):
        texts = session().scalars(select(ClaimRevision.text).where(ClaimRevision.claim_id == "s-1")).all()
        assert {f"{name} {number}" for name in "abcdef" for number in range(10)} < set(texts)
        assert len(texts) == 61 == session().get_one(Claim, "s-1").newest
