"""A session is a row on the server: it idles out, ends, and is never taken over from before the sign-in."""

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests.clock import Clock
from toolkit.access import sessions
from toolkit.database import unit_of_work
from toolkit.models import Event, Person, SignedIn


def test_a_token_finds_its_session_and_is_not_stored(work: Session, admin: Person, clock: Clock) -> None:
    token = sessions.begin(admin, second_factor=True, now=clock())
    found = sessions.find(token, clock())
    assert found is not None
    assert found.person is admin
    assert token not in {row.token_hash for row in work.scalars(select(SignedIn))}
    assert sessions.find(found.token_hash, clock()) is None
    assert sessions.find("", clock()) is None


def test_it_ends_after_thirty_idle_minutes(admin: Person, clock: Clock) -> None:
    token = sessions.begin(admin, second_factor=True, now=clock())
    assert sessions.find(token, clock.wait(minutes=30))
    assert sessions.find(token, clock.wait(seconds=1)) is None


def test_it_ends_after_eight_hours_however_busy(admin: Person, clock: Clock) -> None:
    token = sessions.begin(admin, second_factor=True, now=clock())
    for _ in range(24):
        row = sessions.find(token, clock.wait(minutes=20))
        assert row is not None
        row.seen_at = clock()
    assert sessions.find(token, clock.wait(seconds=1)) is None


def test_being_seen_is_remembered_at_most_once_a_minute(engine: Engine, clock: Clock) -> None:
    with unit_of_work(engine, write=True) as work:
        work.add(person := Person(**BARE, joined_at=clock()))
        work.flush()
        token = sessions.begin(person, second_factor=True, now=clock())
    with unit_of_work(engine):
        row = sessions.find(token, clock())
        assert row is not None
        assert not sessions.unseen(row, clock.wait(seconds=59))
        assert sessions.unseen(row, clock.wait(seconds=1))
    sessions.touch(engine, row.id, clock())
    with unit_of_work(engine):
        again = sessions.find(token, clock.wait(minutes=30))
        assert again is not None
        assert again.seen_at == clock.wait(minutes=-30)


def test_a_busy_database_does_not_spoil_the_page(engine: Engine, clock: Clock) -> None:
    with engine.connect() as other:
        other.exec_driver_sql("DROP TABLE signed_in")
        other.commit()
    sessions.touch(engine, 1, clock())


def test_the_second_factor_gives_a_new_token_and_kills_the_old(admin: Person, clock: Clock) -> None:
    old = sessions.begin(admin, second_factor=False, now=clock())
    half = sessions.find(old, clock())
    assert half is not None
    new = sessions.rotate(half, clock())
    assert new != old
    assert sessions.find(old, clock()) is None
    found = sessions.find(new, clock())
    assert found is not None
    assert found.second_factor


@pytest.mark.parametrize(
    ("state", "half", "whole"),
    [("active", True, True), ("joining", True, False), ("suspended", False, False)],
)
def test_a_state_says_how_far_one_gets(
    admin: Person, clock: Clock, state: str, half: bool, whole: bool
) -> None:
    tokens = [sessions.begin(admin, second_factor=factor, now=clock()) for factor in (False, True)]
    admin.state = state
    assert [sessions.find(token, clock()) is not None for token in tokens] == [half, whole]


def test_signing_out_ends_one_or_all_others(
    work: Session, admin: Person, reviewer: Person, clock: Clock
) -> None:
    here, there, left, hers = (
        sessions.begin(who, second_factor=True, now=clock()) for who in (admin, admin, admin, reviewer)
    )
    sessions.end(left)
    sessions.end(None)
    assert [row.person_id for row in sessions.open_for(admin, clock())] == [admin.id] * 2
    row = sessions.find(here, clock())
    assert row is not None
    assert sessions.end_others(row, clock()) == 1
    assert sessions.find(there, clock()) is None
    assert sessions.find(here, clock())
    assert sessions.find(hers, clock())
    assert work.scalars(select(Event.deed)).all() == ["person.sign_out_others"]


def test_sessions_that_are_over_are_swept_away(work: Session, admin: Person, clock: Clock) -> None:
    sessions.begin(admin, second_factor=True, now=clock())
    sessions.begin(admin, second_factor=True, now=clock.wait(hours=1))
    assert len(work.scalars(select(SignedIn)).all()) == 1


BARE = {
    "email": "dora@example.org",
    "name": "Dora",
    "role": "admin",
    "state": "active",
    "password_hash": "",
}
