"""What admins do with people, and that there is always an admin who can sign in."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.clock import Clock
from tests.toolkit.access.conftest import joined
from toolkit.access import people, sessions
from toolkit.access.errors import LastAdmin, NotAllowed
from toolkit.access.roles import DEEDS, Role, may, require
from toolkit.models import Event, Person


def test_a_role_reaches_what_a_lesser_one_does() -> None:
    person = Person(state="active")
    reach = {}
    for role in Role:
        person.role = role.label
        reach[role] = {deed for deed in DEEDS if may(person, deed)}
        assert role.says
    assert reach[Role.CONTRIBUTOR] < reach[Role.REVIEWER] < reach[Role.ADMIN] == set(DEEDS)


@pytest.mark.parametrize("state", ["joining", "suspended"])
def test_who_is_not_active_may_do_nothing(state: str) -> None:
    person = Person(state=state, role="admin")
    assert not any(may(person, deed) for deed in DEEDS)
    with pytest.raises(NotAllowed, match="role of contributor"):
        require(person, "account.own")


def test_an_unknown_deed_is_an_error_and_not_a_permission() -> None:
    with pytest.raises(KeyError):
        may(Person(state="suspended", role="admin"), "claim.delete")


def test_a_new_role_is_recorded_and_the_same_one_is_not(
    work: Session, admin: Person, contributor: Person, clock: Clock
) -> None:
    for _ in range(2):
        people.set_role(contributor, Role.REVIEWER, by=admin, now=clock())
    event = work.scalars(select(Event)).one()
    assert (event.deed, event.subject) == ("person.role", f"person:{contributor.id}")
    assert event.detail == {"was": "contributor", "is": "reviewer"}


def test_suspending_signs_out_everywhere_and_ends_again(
    admin: Person, reviewer: Person, clock: Clock
) -> None:
    token = sessions.begin(reviewer, second_factor=True, now=clock())
    people.suspend(reviewer, by=admin, now=clock())
    assert sessions.find(token, clock()) is None
    assert reviewer.state == "suspended"
    people.restore(reviewer, by=admin, now=clock())
    assert reviewer.state == "active"
    assert sessions.find(token, clock()) is None


def test_who_never_had_a_second_factor_does_not_get_in_by_being_restored(
    work: Session, admin: Person, clock: Clock
) -> None:
    dora = joined(work, "dora@example.org", "admin", totp_secret=None, state="joining")
    people.suspend(dora, by=admin, now=clock())
    people.restore(dora, by=admin, now=clock())
    assert dora.state == "joining"


def test_restoring_who_is_not_suspended_changes_nothing(
    work: Session, admin: Person, reviewer: Person, clock: Clock
) -> None:
    people.restore(reviewer, by=admin, now=clock())
    assert reviewer.state == "active"
    assert work.scalars(select(Event)).all() == []


@pytest.mark.parametrize("other", ["none", "suspended", "joining"])
def test_the_last_admin_stays(work: Session, admin: Person, clock: Clock, other: str) -> None:
    if other != "none":
        joined(work, "eve@example.org", "admin", state=other)
    with pytest.raises(LastAdmin):
        people.suspend(admin, by=admin, now=clock())
    with pytest.raises(LastAdmin):
        people.set_role(admin, Role.REVIEWER, by=admin, now=clock())
    assert (admin.role, admin.state) == ("admin", "active")


def test_one_of_two_admins_may_go(work: Session, admin: Person, clock: Clock) -> None:
    joined(work, "eve@example.org", "admin")
    people.set_role(admin, Role.REVIEWER, by=admin, now=clock())
    assert admin.role == "reviewer"


def test_it_takes_an_admin(reviewer: Person, contributor: Person, clock: Clock) -> None:
    for who in (reviewer, contributor):
        with pytest.raises(NotAllowed):
            people.set_role(who, Role.ADMIN, by=who, now=clock())
        with pytest.raises(NotAllowed):
            people.suspend(reviewer, by=who, now=clock())
        with pytest.raises(NotAllowed):
            people.restore(reviewer, by=who, now=clock())


def test_people_are_found_by_number_and_address(admin: Person, reviewer: Person) -> None:
    assert people.everybody() == (admin, reviewer)
    assert people.find(admin.id) is admin
    assert people.find(0) is None
    assert people.by_email(" ANN@example.org") is admin
