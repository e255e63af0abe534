"""What organizers change about themselves; the last second factor stays."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.clock import Clock
from tests.toolkit.access.conftest import PASSWORD
from toolkit.access import account, passwords, second_factor, sessions
from toolkit.access.errors import LastFactor, WeakPassword
from toolkit.models import Event, Passkey, Person, SignedIn


@pytest.fixture
def here(admin: Person, clock: Clock) -> SignedIn:
    found = sessions.find(sessions.begin(admin, second_factor=True, now=clock()), clock())
    assert found is not None
    return found


def passkey(label: str, clock: Clock) -> Passkey:
    return Passkey(credential_id=label.encode(), public_key=b"", sign_count=0, label=label, added_at=clock())


def test_another_name(here: SignedIn, clock: Clock) -> None:
    account.rename(here, "  Ann   of  Frederick ", clock())
    assert here.person.name == "Ann of Frederick"


def test_another_password_signs_out_elsewhere(here: SignedIn, clock: Clock) -> None:
    elsewhere = sessions.begin(here.person, second_factor=True, now=clock())
    account.change_password(here, "another tractor morning", clock())
    assert passwords.matches(here.person.password_hash, "another tractor morning")
    assert sessions.find(elsewhere, clock()) is None
    assert sessions.open_for(here.person, clock()) == (here,)


def test_an_easy_password_changes_nothing(here: SignedIn, clock: Clock) -> None:
    with pytest.raises(WeakPassword):
        account.change_password(here, "ann@example.org", clock())
    assert passwords.matches(here.person.password_hash, PASSWORD)


def test_fresh_recovery_codes(here: SignedIn, clock: Clock) -> None:
    assert len(account.renew_recovery_codes(here, clock())) == second_factor.codes_left(here.person) == 10


def test_the_last_factor_stays(here: SignedIn, clock: Clock) -> None:
    with pytest.raises(LastFactor):
        account.remove_app(here, clock())
    here.person.passkeys.append(passkey("key", clock))
    account.remove_app(here, clock())
    with pytest.raises(LastFactor):
        account.remove_passkey(here, here.person.passkeys[0].mark, clock())
    assert second_factor.has_one(here.person)


def test_one_of_two_passkeys_may_go(work: Session, here: SignedIn, clock: Clock) -> None:
    here.person.totp_secret = None
    here.person.passkeys += [passkey("blue", clock), passkey("red", clock)]
    work.flush()
    account.remove_passkey(here, passkey("blue", clock).mark, clock())
    assert [key.label for key in here.person.passkeys] == ["red"]


def test_a_passkey_of_somebody_else_is_left_alone(
    work: Session, here: SignedIn, reviewer: Person, clock: Clock
) -> None:
    reviewer.passkeys.append(passkey("theirs", clock))
    account.remove_passkey(here, reviewer.passkeys[0].mark, clock())
    assert len(reviewer.passkeys) == 1
    assert work.scalars(select(Event)).all() == []


def test_every_change_is_recorded_without_its_secret(work: Session, here: SignedIn, clock: Clock) -> None:
    here.person.passkeys.append(passkey("key", clock))
    account.rename(here, "Anna", clock())
    account.change_password(here, "another tractor morning", clock())
    codes = account.renew_recovery_codes(here, clock())
    account.remove_app(here, clock())
    events = work.scalars(select(Event).order_by(Event.number)).all()
    assert [event.deed for event in events] == [
        "person.rename",
        "person.password",
        "person.recovery_codes",
        "person.remove_factor",
    ]
    told = repr([(event.subject, event.detail) for event in events])
    assert not any(secret in told for secret in ("tractor", *codes))
