"""Tries at signing in are counted by account, network and in all; nobody is locked out for good."""

import pytest

from tests.clock import Clock
from toolkit.access.errors import TooManyTries
from toolkit.access.limits import ACCOUNT, EVERYONE, NETWORK, SECOND_FACTOR, SECOND_FACTOR_DAY, Limits

ADDRESS = "192.0.2.7"


def tries(limits: Limits, clock: Clock, emails: list[str], addresses: list[str | None]) -> int:
    """How many go through before one is refused."""
    for number, (email, address) in enumerate(zip(emails, addresses, strict=True)):
        try:
            limits.password(email, address, clock())
        except TooManyTries:
            return number
    return len(emails)


def many(what: str, number: int) -> list[str]:
    return [what.format(each) for each in range(number)]


def test_an_account_has_ten_tries_from_wherever(limits: Limits, clock: Clock) -> None:
    assert tries(limits, clock, ["ann@example.org"] * 20, many("10.0.{}.1", 20)) == ACCOUNT.tries == 10


@pytest.mark.parametrize("where", ["192.0.2.{}", "2001:db8:7:{}::1"])
def test_a_network_has_thirty_whoever_is_tried(limits: Limits, clock: Clock, where: str) -> None:
    assert tries(limits, clock, many("{}@example.org", 40), many(where, 40)) == NETWORK.tries == 30


@pytest.mark.parametrize("where", [None, "a socket", ""])
def test_those_without_an_address_share_one_count(limits: Limits, clock: Clock, where: str | None) -> None:
    assert tries(limits, clock, many("{}@example.org", 40), [where] * 40) == NETWORK.tries


def test_all_together_have_three_hundred(limits: Limits, clock: Clock) -> None:
    emails, addresses = many("{}@example.org", 400), [f"10.{n // 200}.{n % 200}.1" for n in range(400)]
    assert tries(limits, clock, emails, addresses) == EVERYONE.tries == 300


def test_a_refused_network_uses_up_nothing_of_the_others(limits: Limits, clock: Clock) -> None:
    tries(limits, clock, many("{}@example.org", 30), [ADDRESS] * 30)
    for _ in range(400):
        with pytest.raises(TooManyTries):
            limits.password("ann@example.org", ADDRESS, clock())
    limits.password("ann@example.org", "198.51.100.1", clock())


def test_it_says_how_long_to_wait_and_keeps_its_word(limits: Limits, clock: Clock) -> None:
    tries(limits, clock, ["ann@example.org"] * 10, [ADDRESS] * 10)
    clock.wait(minutes=2)
    with pytest.raises(TooManyTries, match="Wait 4 minutes") as refusal:
        limits.password("ann@example.org", ADDRESS, clock())
    assert refusal.value.seconds == 181
    clock.wait(seconds=179)
    with pytest.raises(TooManyTries, match="Wait 1 minute "):
        limits.password("ann@example.org", ADDRESS, clock())
    clock.wait(seconds=1)
    limits.password("ann@example.org", ADDRESS, clock())


def test_a_clock_that_is_set_back_locks_nobody_out(limits: Limits, clock: Clock) -> None:
    tries(limits, clock, ["ann@example.org"] * 10, [ADDRESS] * 10)
    clock.wait(hours=-1)
    limits.password("ann@example.org", ADDRESS, clock())


def test_a_second_factor_has_five_tries_and_fifty_a_day(limits: Limits, clock: Clock) -> None:
    for round_ in range(SECOND_FACTOR_DAY.tries // SECOND_FACTOR.tries):
        for _ in range(SECOND_FACTOR.tries):
            limits.second_factor(7, clock())
        with pytest.raises(TooManyTries):
            limits.second_factor(7, clock())
        limits.second_factor(100 + round_, clock())
        clock.wait(minutes=5)
    with pytest.raises(TooManyTries):
        limits.second_factor(7, clock())
    clock.wait(days=1)
    limits.second_factor(7, clock())


def test_no_name_is_kept_and_the_key_changes_every_hour(limits: Limits, clock: Clock) -> None:
    limits.password("ann@example.org", ADDRESS, clock())
    kept, key = repr(limits._tries), limits._key
    assert "ann" not in kept
    assert "192" not in kept
    clock.wait(hours=1)
    limits.password("ann@example.org", ADDRESS, clock())
    assert limits._key != key


def test_counters_that_are_over_are_forgotten(limits: Limits, clock: Clock) -> None:
    for number in range(11_000):
        limits.second_factor(number, clock())
        clock.wait(minutes=6)
    assert len(limits._tries) < 11_000
