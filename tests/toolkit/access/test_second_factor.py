"""Codes of an app and on paper: each works once, and only for whom it was made."""

from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.clock import Clock
from toolkit.access import account, second_factor, sessions
from toolkit.access.errors import TooManyTries, WrongCode
from toolkit.access.limits import Limits
from toolkit.models import Person, RecoveryCode, SignedIn


def code(person: Person, clock: Clock, steps: int = 0) -> str:
    assert person.totp_secret
    return pyotp.TOTP(person.totp_secret).at(clock() + timedelta(seconds=30 * steps))


def session_of(person: Person, clock: Clock, *, whole: bool = True) -> SignedIn:
    found = sessions.find(sessions.begin(person, second_factor=whole, now=clock()), clock())
    assert found is not None
    return found


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_code_fits_in_its_half_minute_and_those_beside_it(
    admin: Person, limits: Limits, clock: Clock, steps: int
) -> None:
    assert second_factor.check(admin, code(admin, clock, steps), limits=limits, now=clock()) == "app"


@pytest.mark.parametrize("steps", [-2, 2])
def test_no_other_code_fits(admin: Person, limits: Limits, clock: Clock, steps: int) -> None:
    with pytest.raises(WrongCode):
        second_factor.check(admin, code(admin, clock, steps), limits=limits, now=clock())


def test_spaces_in_a_code_do_not_matter(admin: Person, limits: Limits, clock: Clock) -> None:
    typed = code(admin, clock)
    second_factor.check(admin, f" {typed[:3]} {typed[3:]}", limits=limits, now=clock())


def test_no_code_works_twice_nor_an_earlier_one_after_it(admin: Person, limits: Limits, clock: Clock) -> None:
    earlier, used = code(admin, clock, -1), code(admin, clock)
    second_factor.check(admin, used, limits=limits, now=clock())
    for old in (used, earlier):
        with pytest.raises(WrongCode):
            second_factor.check(admin, old, limits=limits, now=clock())
    clock.wait(seconds=30)
    second_factor.check(admin, code(admin, clock), limits=limits, now=clock())


def test_who_has_no_app_has_no_codes(admin: Person, limits: Limits, clock: Clock) -> None:
    typed = code(admin, clock)
    admin.totp_secret = None
    with pytest.raises(WrongCode):
        second_factor.check(admin, typed, limits=limits, now=clock())


def test_a_recovery_code_works_once_and_for_its_owner(
    work: Session, admin: Person, reviewer: Person, limits: Limits, clock: Clock
) -> None:
    first, *_ = codes = second_factor.new_recovery_codes(admin)
    assert len(set(codes)) == 10
    assert not set(codes) & set(work.scalars(select(RecoveryCode.code_hash)))
    with pytest.raises(WrongCode):
        second_factor.check(reviewer, first, limits=limits, now=clock())
    assert second_factor.check(admin, f" {first.upper()} ", limits=limits, now=clock()) == "recovery code"
    assert second_factor.codes_left(admin) == 9
    with pytest.raises(WrongCode):
        second_factor.check(admin, first, limits=limits, now=clock())


def test_new_codes_end_the_old_ones(admin: Person, limits: Limits, clock: Clock) -> None:
    old, *_ = second_factor.new_recovery_codes(admin)
    second_factor.new_recovery_codes(admin)
    assert second_factor.codes_left(admin) == 10
    with pytest.raises(WrongCode):
        second_factor.check(admin, old, limits=limits, now=clock())


def test_after_five_tries_even_the_right_code_waits(admin: Person, limits: Limits, clock: Clock) -> None:
    for _ in range(5):
        with pytest.raises(WrongCode):
            second_factor.check(admin, "no-such-code", limits=limits, now=clock())
    with pytest.raises(TooManyTries):
        second_factor.check(admin, code(admin, clock), limits=limits, now=clock())


def test_an_app_counts_once_it_has_shown_a_code(contributor: Person, clock: Clock) -> None:
    contributor.state, contributor.totp_secret = "joining", None
    half = session_of(contributor, clock, whole=False)
    secret = second_factor.offer(half)
    with pytest.raises(WrongCode):
        account.add_app(half, "000000", clock())
    assert not second_factor.has_one(contributor)
    welcome = account.add_app(half, pyotp.TOTP(secret).at(clock()), clock())
    assert welcome is not None
    assert (contributor.state, contributor.totp_secret) == ("active", secret)
    assert second_factor.codes_left(contributor) == len(welcome.codes) == 10
    whole = sessions.find(welcome.token, clock())
    assert whole is not None
    assert whole.second_factor


def test_another_app_takes_the_place_of_the_first(admin: Person, clock: Clock) -> None:
    row = session_of(admin, clock)
    secret = second_factor.offer(row)
    assert account.add_app(row, pyotp.TOTP(secret).at(clock()), clock()) is None
    assert admin.totp_secret == secret


def test_what_was_not_offered_cannot_be_taken(admin: Person, clock: Clock) -> None:
    with pytest.raises(WrongCode):
        account.add_app(session_of(admin, clock), "000000", clock())


def test_the_square_says_what_the_key_says() -> None:
    uri = second_factor.enrolment_uri("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "ann@example.org", "Sheets")
    assert pyotp.parse_uri(uri).secret == "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    assert second_factor.square("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "ann@example.org", "Sheets").startswith(
        b"<?xml"
    )
