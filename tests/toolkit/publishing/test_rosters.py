"""The lists of a subject's register: the newest one, what it shows for a state, and the months before it."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests import factories
from tests.samples import small
from toolkit.config import FIRST_SUBJECT
from toolkit.models import Roster, RosterCount
from toolkit.publishing.knowing import rosters

LATER = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def other_subject(work: Session) -> None:
    """Another subject has a later list."""
    known = {"subject": "plate-readers", "list_date": LATER}
    work.add(Roster(sha256="b" * 64, file_name="b.csv", url="", source_id="atlas", agreements=9, **known))
    work.add(RosterCount(agreements=9, agencies=9, states=1, by_model={"FIX": 9}, **known))
    work.flush()


def test_the_newest_list_is_the_subjects_own() -> None:
    newest, other = rosters.newest(FIRST_SUBJECT), rosters.newest("plate-readers")
    assert newest is not None
    assert other is not None
    assert (newest.list_date, other.list_date) == (factories.LISTED, LATER)
    cited = [rosters.roster(row, None).source_id for row in (newest, other)]
    assert cited == ["ice-participating-agencies", "atlas"]
    assert rosters.newest("another") is None


def test_a_state_is_counted_by_what_is_told_on_the_subjects_list(work: Session) -> None:
    newest = rosters.newest(FIRST_SUBJECT)
    assert newest is not None
    before = rosters.roster(newest, "MD").state_agreements
    for agency, other in (("A", {"standing": "taken_back"}), ("B", {"subject": "plate-readers"})):
        row = factories.agreement(f"{agency} Police", "TFM", "state")
        for name, value in other.items():
            setattr(row, name, value)
        work.add(row)
    work.flush()
    assert rosters.roster(newest, "MD").state_agreements == before == 5
    work.add(factories.agreement("C Police", "TFM", "state"))
    work.flush()
    assert rosters.roster(newest, "MD").state_agreements == 6


def test_counts_are_the_last_of_each_month_and_the_subjects_own(work: Session) -> None:
    known = {"agreements": 1, "agencies": 1, "states": 1, "by_model": {"TFM": 1}}
    work.add_all(RosterCount(list_date=day, **known) for day in (date(2025, 1, 3), LATER))
    work.add(RosterCount(subject="plate-readers", list_date=date(2025, 1, 31), **known))
    work.flush()
    assert rosters.counts(FIRST_SUBJECT, factories.LISTED) == small.COUNTS
