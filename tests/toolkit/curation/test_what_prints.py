"""What prints rests on what somebody saw and on words that were read, whatever happens in between."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from tests.toolkit.curation.readers import House, move_in
from toolkit.curation.errors import NotFit
from toolkit.curation.records import rules
from toolkit.curation.sources import sources
from toolkit.database import unit_of_work
from toolkit.models import RecordRevision, Source, StatePolicy


@pytest.fixture
def house(engine: Engine) -> Iterator[House]:
    with unit_of_work(engine, write=True) as work:
        yield move_in(work)
        work.rollback()


def take_back(house: House, source_id: str) -> None:
    """Say that nobody saw this source."""
    row = house.work.get_one(Source, source_id)
    draft = replace(sources.draft_of(row), verified_level="unseen", publisher="A paper")
    base = sources.number_of(row)
    sources.change(row, draft, "Nobody did.", base=base, by=house.ann, now=house.now())


def test_nobody_signs_words_whose_source_is_unseen_since(house: House) -> None:
    house.edit(house.ann)
    house.claim().printed = None  # else its source could not be taken back
    house.submit(house.ann)
    house.sign(house.ben, "supporters")
    cited = [each.source_id for each in house.claim().current.citations]
    for source_id in cited:
        take_back(house, source_id)
    with pytest.raises(NotFit, match="at least one source"):
        house.sign(house.cleo, "critics")
    assert house.claim().printed is None


def test_a_rule_that_prints_keeps_its_source_seen(house: House) -> None:
    rule = house.work.scalars(select(StatePolicy)).one()
    rule.printable = True
    (source_id, *_) = rule.sources
    assert sources.printed_claims(source_id) == ()
    house.work.get_one(Source, source_id).verified_level = "primary-read"
    with pytest.raises(NotFit, match="Law on 287"):
        take_back(house, source_id)
    old = RecordRevision(
        noun="state_policy", key="24", number=1, content=rules.records.content_of(rule), reason="As it was."
    )
    house.work.add(old)
    rule.printable = False
    take_back(house, source_id)
    with pytest.raises(NotFit, match="marked as seen"):
        rules.restore("state_policy", "24", 1, reason="Back.", base=1, by=house.ben, now=house.now())
