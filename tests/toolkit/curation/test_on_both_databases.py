"""The life of a claim on SQLite and on PostgreSQL: the same words, signatures, lists and queues."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from tests import factories
from tests.toolkit.curation.readers import LATER, House, back_in, move_in
from toolkit.curation.claims import claim_list, claim_sheet, redating, retiring
from toolkit.curation.claims.claim_list import EXPIRES, OVERDUE, ClaimQuery
from toolkit.curation.review import queue
from toolkit.database import unit_of_work


@pytest.fixture
def engine(migrated: Engine) -> Engine:
    """The small world on SQLite, then on PostgreSQL."""
    with unit_of_work(migrated, write=True) as session:
        factories.settle(session)
    return migrated


def found(**asked: object) -> list[str]:
    return [line.id for line in claim_list.page(ClaimQuery(**asked), 1, on=LATER).lines]


def test_a_claim_lives_alike(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        house = move_in(work)
        house.edit(house.ann, "A Sheriff of Maryland spoke.", scope_states=["24"], questions=["d-2"])
        house.submit(house.ann)
        house.sign(house.ben, "supporters")
        assert queue.of(house.cleo, 2).waiting[queue.SIGN] == ("s-1",)
        assert queue.of(house.ann, 2).waiting[queue.OTHERS] == ("s-1",)
        redating.redate(["s-1", "c-1"], LATER + timedelta(days=9), "Read.", by=house.ben, now=house.now())
        house.sign(house.cleo, "critics")
        retiring.retire("s-2", "It is gone.", "", by=house.ben, now=house.now())
    with unit_of_work(engine, write=True) as work:
        assert found(text="sheriff MARYLAND", geoids=("24",), question="d-2", status="approved") == ["s-1"]
        assert found(status="retired", source="s2") == ["s-2"]
        assert found(due=EXPIRES) == ["c-1", "s-1"]
        assert found(due=OVERDUE) == []
        house = back_in(work)
        for until, due in ((LATER, OVERDUE), (LATER + timedelta(days=1), EXPIRES)):
            house.edit(house.ann, claim_id="c-2", until=until)
            house.claim("c-2").printed = house.claim("c-2").newest
            work.flush()
            assert "c-2" in found(due=due)
            assert "c-2" not in found(due=EXPIRES if due == OVERDUE else OVERDUE)
        assert "s-1" not in found(whole_country=True)
        sheet = claim_sheet.sheet("s-1", to=back_in(work).ann, readers=2)
        assert sheet is not None
        assert (sheet.printed and sheet.printed.text) == "A Sheriff of Maryland spoke."
        assert [each.name for each in sheet.signing.signatures] == ["Ben", "Cleo"]


def test_a_draft_that_came_back_is_known_from_one_that_was_written_anew(engine: Engine) -> None:
    with unit_of_work(engine, write=True) as work:
        house: House = move_in(work)
        house.put("in_review")
        house.give_back(house.ben)
        waiting = queue.of(house.ann, 2).waiting
        assert (waiting[queue.RETURNED], waiting[queue.DRAFTS]) == (("s-1",), ())
        house.edit(house.ann, "Other words.")
        waiting = queue.of(house.ann, 2).waiting
        assert (waiting[queue.RETURNED], waiting[queue.DRAFTS]) == ((), ("s-1",))
