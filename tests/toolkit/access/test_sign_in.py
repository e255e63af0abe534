"""Signing in: the same answer and the same work for all, and half a session until the second factor."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.clock import Clock
from tests.toolkit.access.conftest import PASSWORD, joined
from toolkit.access import sessions, sign_in
from toolkit.access.errors import SignInRefused, TooManyTries
from toolkit.access.limits import Limits
from toolkit.models import Event, Person, SignedIn


def signed_in(email: str, password: str, limits: Limits, clock: Clock) -> str:
    return sign_in.with_password(email, password, address="192.0.2.7", limits=limits, now=clock())


@pytest.fixture
def ann(work: Session, admin: Person) -> Person:
    """Committed: signing in must be the first to use its unit of work."""
    work.commit()
    return admin


@pytest.mark.parametrize("typed", ["ann@example.org", "  Ann@Example.ORG "])
def test_the_right_password_gives_half_a_session(
    ann: Person, limits: Limits, clock: Clock, typed: str
) -> None:
    half = sessions.find(signed_in(typed, PASSWORD, limits, clock), clock())
    assert half is not None
    assert (half.person_id, half.second_factor) == (ann.id, False)


@pytest.mark.parametrize("who", ["ann@example.org", "nobody@example.org", "suspended", "joining"])
def test_every_refusal_reads_and_works_the_same(
    work: Session, ann: Person, limits: Limits, clock: Clock, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if who in ("suspended", "joining"):
        joined(work, f"{who}@example.org", "admin", state=who)
        work.commit()
        email, password = f"{who}@example.org", PASSWORD
    else:
        email, password = who, "not the password"
    checks = []
    verify = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda *given: checks.append(1) or verify(*given))
    with pytest.raises(SignInRefused) as refusal:
        signed_in(email, password, limits, clock)
    assert str(refusal.value) == SignInRefused.words
    assert len(checks) == 1
    assert work.scalar(select(func.count()).select_from(SignedIn)) == 0


def test_tries_are_counted_before_the_password_is_looked_at(
    ann: Person, limits: Limits, clock: Clock
) -> None:
    for _ in range(10):
        with pytest.raises(SignInRefused):
            signed_in("Ann@example.org", "wrong", limits, clock)
    with pytest.raises(TooManyTries):
        signed_in("ann@example.org", PASSWORD, limits, clock)
    clock.wait(minutes=5)
    signed_in("ann@example.org", PASSWORD, limits, clock)


def test_the_second_step_completes_and_is_recorded(
    work: Session, ann: Person, limits: Limits, clock: Clock
) -> None:
    half = sessions.find(signed_in("ann@example.org", PASSWORD, limits, clock), clock())
    assert half is not None
    whole = sessions.find(sign_in.complete(half, how="app", now=clock()), clock())
    assert whole is not None
    assert whole.second_factor
    event = work.scalars(select(Event)).one()
    assert (event.deed, event.person_id, event.detail) == ("person.sign_in", ann.id, {"second_factor": "app"})


def test_giving_the_password_again_lasts_fifteen_minutes(ann: Person, limits: Limits, clock: Clock) -> None:
    row = sessions.find(sessions.begin(ann, second_factor=True, now=clock()), clock())
    assert row is not None
    assert sessions.confirmed(row, clock.wait(minutes=15))
    assert not sessions.confirmed(row, clock.wait(seconds=1))
    with pytest.raises(SignInRefused, match="not your password"):
        sign_in.confirm(row, "wrong", address=None, limits=limits, now=clock())
    assert not sessions.confirmed(row, clock())
    sign_in.confirm(row, PASSWORD, address=None, limits=limits, now=clock())
    assert sessions.confirmed(row, clock())
