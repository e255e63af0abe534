"""Links to join and to come back: they work once, not for long, and lead no further than a second factor."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.clock import Clock
from tests.toolkit.access.conftest import PASSWORD
from toolkit.access import invitations, passwords, second_factor, sessions
from toolkit.access.errors import AlreadyHere, InvitationGone, NotAllowed, WeakPassword
from toolkit.access.roles import Role
from toolkit.models import Event, Invitation, Passkey, Person


def test_a_link_makes_a_person_who_is_joining(work: Session, admin: Person, clock: Clock) -> None:
    token = invitations.invite(" Dora@Example.org ", Role.REVIEWER, by=admin, now=clock())
    half = sessions.find(
        invitations.accept(token, name="  Dora   D. ", password=PASSWORD, now=clock()), clock()
    )
    assert half is not None
    dora = half.person
    assert (dora.email, dora.name, dora.role, dora.state) == (
        "dora@example.org",
        "Dora D.",
        "reviewer",
        "joining",
    )
    assert not half.second_factor
    assert passwords.matches(dora.password_hash, PASSWORD)
    assert [event.deed for event in work.scalars(select(Event))] == ["person.invite", "person.join"]


def test_a_link_works_once(admin: Person, clock: Clock) -> None:
    token = invitations.invite("dora@example.org", Role.REVIEWER, by=admin, now=clock())
    invitations.accept(token, name="Dora", password=PASSWORD, now=clock())
    with pytest.raises(InvitationGone):
        invitations.accept(token, name="Mallory", password=PASSWORD, now=clock())


def test_a_refused_password_does_not_use_it_up(admin: Person, clock: Clock) -> None:
    token = invitations.invite("dora@example.org", Role.REVIEWER, by=admin, now=clock())
    with pytest.raises(WeakPassword):
        invitations.accept(token, name="Dora", password="short", now=clock())
    invitations.accept(token, name="Dora", password=PASSWORD, now=clock())


def test_a_link_to_join_lasts_seven_days_and_one_to_come_back_fifteen_minutes(
    admin: Person, reviewer: Person, clock: Clock
) -> None:
    join = invitations.invite("dora@example.org", Role.REVIEWER, by=admin, now=clock())
    back = invitations.let_back(reviewer, by=admin, now=clock())
    clock.wait(minutes=15)
    with pytest.raises(InvitationGone):
        invitations.find(back, clock())
    clock.wait(days=7, minutes=-15, seconds=-1)
    assert invitations.find(join, clock()).email == "dora@example.org"
    with pytest.raises(InvitationGone):
        invitations.find(join, clock.wait(seconds=1))


def test_only_the_newest_link_for_an_address_works(admin: Person, clock: Clock) -> None:
    old = invitations.invite("dora@example.org", Role.ADMIN, by=admin, now=clock())
    new = invitations.invite("dora@example.org", Role.REVIEWER, by=admin, now=clock())
    assert [link.role for link in invitations.still_open(clock())] == ["reviewer"]
    with pytest.raises(InvitationGone):
        invitations.find(old, clock())
    invitations.find(new, clock())


def test_a_link_can_be_withdrawn(work: Session, admin: Person, clock: Clock) -> None:
    token = invitations.invite("dora@example.org", Role.ADMIN, by=admin, now=clock())
    (link,) = invitations.still_open(clock())
    for _ in range(2):
        invitations.withdraw(link.id, by=admin, now=clock())
    with pytest.raises(InvitationGone):
        invitations.find(token, clock())
    deeds = work.scalars(select(Event.deed)).all()
    assert deeds == ["person.invite", "person.withdraw_link"]


@pytest.mark.parametrize("state", ["active", "suspended"])
def test_who_is_here_is_not_invited_again(admin: Person, reviewer: Person, clock: Clock, state: str) -> None:
    reviewer.state = state
    with pytest.raises(AlreadyHere):
        invitations.invite("BEN@example.org", Role.ADMIN, by=admin, now=clock())


def test_an_old_link_does_not_replace_who_joined_meanwhile(
    work: Session, admin: Person, clock: Clock
) -> None:
    token = invitations.invite("dora@example.org", Role.ADMIN, by=admin, now=clock())
    work.add(factories.person("dora@example.org", "reviewer"))
    work.flush()
    with pytest.raises(InvitationGone):
        invitations.accept(token, name="Mallory", password=PASSWORD, now=clock())


def test_coming_back_replaces_password_and_factors_and_signs_out(
    work: Session, admin: Person, reviewer: Person, clock: Clock
) -> None:
    key = Passkey(credential_id=b"k", public_key=b"", sign_count=0, label="key", added_at=clock())
    reviewer.passkeys.append(key)
    second_factor.new_recovery_codes(reviewer)
    before = sessions.begin(reviewer, second_factor=True, now=clock())
    token = invitations.let_back(reviewer, by=admin, now=clock())
    assert sessions.find(before, clock()), "until the link is used nothing changes"
    invitations.accept(token, name="Ben", password="another tractor morning", now=clock())
    assert sessions.find(before, clock()) is None
    assert (reviewer.state, reviewer.role) == ("joining", "reviewer")
    assert not second_factor.has_one(reviewer)
    assert second_factor.codes_left(reviewer) == 0
    assert passwords.matches(reviewer.password_hash, "another tractor morning")
    joined = work.scalars(select(Event).order_by(Event.number.desc())).first()
    assert joined is not None
    assert joined.detail == {"role": "reviewer", "again": True}


def test_a_suspended_person_gets_no_link_and_uses_none(admin: Person, reviewer: Person, clock: Clock) -> None:
    token = invitations.let_back(reviewer, by=admin, now=clock())
    reviewer.state = "suspended"
    with pytest.raises(AlreadyHere, match="suspended"):
        invitations.let_back(reviewer, by=admin, now=clock())
    with pytest.raises(InvitationGone):
        invitations.accept(token, name="Ben", password=PASSWORD, now=clock())
    assert reviewer.state == "suspended"


def test_it_takes_an_admin(reviewer: Person, contributor: Person, clock: Clock) -> None:
    for who in (reviewer, contributor):
        with pytest.raises(NotAllowed):
            invitations.invite("dora@example.org", Role.CONTRIBUTOR, by=who, now=clock())
        with pytest.raises(NotAllowed):
            invitations.let_back(reviewer, by=who, now=clock())
        with pytest.raises(NotAllowed):
            invitations.withdraw(1, by=who, now=clock())


def test_neither_token_nor_address_is_where_it_should_not_be(
    work: Session, admin: Person, clock: Clock
) -> None:
    token = invitations.invite("dora@example.org", Role.ADMIN, by=admin, now=clock())
    assert token not in repr([vars(link) for link in work.scalars(select(Invitation))])
    assert "dora" not in repr([(event.subject, event.detail) for event in work.scalars(select(Event))])
