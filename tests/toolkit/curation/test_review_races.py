"""Readers and editors at one instant, on both databases: the second is told, and nothing is half done."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select

from tests import factories
from tests.claim_words import GOOD
from tests.toolkit.curation.test_claim_races import at_once
from tests.toolkit.curation.test_sources import DRAFT
from toolkit.access import journal
from toolkit.curation.claims import claims, retiring
from toolkit.curation.errors import CurationError
from toolkit.curation.review import review
from toolkit.curation.sources import sources
from toolkit.database import session, unit_of_work
from toolkit.ledger.revisions import from_revision
from toolkit.models import Approval, Claim, Correction, Event, Person

NOW, ANN, BEN, CLEO = factories.NOW, 101, 102, 103
NOTICE = "The number was for two years."


@pytest.fixture
def own(migrated: Engine) -> Engine:
    """Three organizers, and a claim in review whose words Ann wrote."""
    with unit_of_work(migrated, write=True) as work:
        factories.settle(work)
        work.add(factories.person("ann@example.org", id=ANN))
        work.add_all(factories.person(f"{each}@example.org", "reviewer", id=each) for each in (BEN, CLEO))
    with unit_of_work(migrated, write=True) as work:
        ann, held = work.get_one(Person, ANN), from_revision(work.get_one(Claim, "s-1").current)
        told = {"reason": "A newer report.", "notice": NOTICE, "by": ann, "now": NOW}
        claims.revise("s-1", replace(held, text=GOOD.text), base=1, **told)
        review.submit("s-1", "", base=2, readers=2, faults=(), by=ann, now=NOW)
    return migrated


def deed(engine: Engine, who: int, does: Callable[[Person], object]) -> Callable[[], str]:
    """A unit of work of this person: what it came to, in a word."""

    def run() -> str:
        try:
            with unit_of_work(engine, write=True) as work:
                person = work.get_one(Person, who)
                _ = work.get_one(Claim, "s-1").revisions  # as a page that was shown before
                does(person)
        except CurationError as refusal:
            return type(refusal).__name__
        return "done"

    return run


def sign(engine: Engine, who: int, side: str) -> Callable[[], str]:
    return deed(engine, who, lambda by: review.approve("s-1", side, base=2, readers=2, by=by, now=NOW))


def retire(engine: Engine) -> Callable[[], str]:
    return deed(engine, BEN, lambda by: retiring.retire_all(["s-2", "s-1"], NOTICE, "", by=by, now=NOW))


def count(row: type) -> int:
    return session().scalar(select(func.count()).select_from(row)) or 0


def test_two_sides_signed_at_once_print_once(own: Engine) -> None:
    assert at_once(sign(own, BEN, "supporters"), sign(own, CLEO, "critics")) == ["done", "done"]
    with unit_of_work(own) as work:
        claim = work.get_one(Claim, "s-1")
        assert (claim.status, claim.printed, count(Approval), count(Correction)) == ("approved", 2, 2, 1)
        chain = journal.verify()
        assert (chain.broken_at, chain.rows) == (None, count(Event))


def test_of_two_for_the_same_side_one_signs(own: Engine) -> None:
    ends = at_once(sign(own, BEN, "critics"), sign(own, CLEO, "critics"))
    assert sorted(map(str, ends)) == ["AlreadySigned", "done"]
    again = at_once(sign(own, BEN, "critics"), sign(own, BEN, "critics"))  # the button pressed twice
    assert set(again) == {"AlreadySigned"}


def test_what_is_retired_while_somebody_signs_prints_no_more(own: Engine) -> None:
    sign(own, BEN, "supporters")()
    ends = at_once(sign(own, CLEO, "critics"), retire(own))
    assert set(ends) <= {"done", "NotAMove"}
    with unit_of_work(own) as work:
        claim = work.get_one(Claim, "s-1")
        assert (claim.status, claim.printed) == ("retired", None)
        last = work.scalars(select(Correction).where(Correction.claim_id == "s-1")).all()[-1]
        assert last.to_revision is None


def test_an_edit_and_a_retirement_at_once_leave_one_state(own: Engine) -> None:
    def edit(by: Person) -> None:
        words = replace(GOOD, topic="public-safety", text="Other words.", counter_claims=())
        held = session().get_one(Claim, "s-1")
        words = replace(words, topic=held.topic, stance=held.stance)
        claims.revise("s-1", words, base=2, reason="Once more.", notice=NOTICE, by=by, now=NOW)

    ends = at_once(deed(own, ANN, edit), retire(own))
    assert set(ends) <= {"done", "Retired"}
    assert "done" in ends
    with unit_of_work(own) as work:
        assert work.get_one(Claim, "s-1").status == "retired"
        assert journal.verify().broken_at is None


def test_two_sources_with_one_short_name_get_two_ids(own: Engine) -> None:
    def add(number: int) -> Callable[[], str]:
        draft = replace(DRAFT, url=f"https://a.example/{number}", title=f"{DRAFT.title} {number}")
        return deed(own, ANN, lambda by: sources.add(draft, by=by, now=NOW))

    assert at_once(add(1), add(2), add(3)) == ["done", "done", "done"]
    with unit_of_work(own):
        rows = select(Event.subject).where(Event.deed == "source.write")
        assert len(set(session().scalars(rows))) == 3
