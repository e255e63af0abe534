"""Passwords are hashed by argon2id, easy ones are refused, and a flood takes neither memory nor threads."""

from contextlib import ExitStack
from threading import Barrier, Thread

import pytest
from argon2 import PasswordHasher, extract_parameters

from tests.toolkit.access.conftest import PASSWORD
from toolkit.access import passwords
from toolkit.access.errors import TooBusy, WeakPassword


def test_only_the_same_password_matches() -> None:
    stored = passwords.hash_new(PASSWORD, "ann@example.org")
    assert passwords.matches(stored, PASSWORD)
    assert not passwords.matches(stored, PASSWORD + " ")
    assert not passwords.matches(stored, PASSWORD.capitalize())


def test_hashes_take_the_work_we_chose() -> None:
    for stored in (passwords.hash_new(PASSWORD), passwords.NOBODY):
        found = extract_parameters(stored)
        assert (found.type.name, found.memory_cost, found.time_cost) == ("ID", 46 * 1024, 2)


def test_letters_are_the_same_however_they_were_composed() -> None:
    stored = passwords.hash_new("crème brûlée in november")
    assert passwords.matches(stored, "crème brûlée in november")


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short words",
        "x" * 129,
        "aaaaaaaaaaaaaaaa",
        "password123456",
        "qwertyuiop123",
        "smith1smith1",
        "287g287g287g",
    ],
)
def test_easy_ones_are_refused(password: str) -> None:
    with pytest.raises(WeakPassword, match="Use"):
        passwords.hash_new(password, "ann.smith@example.org", "Ann Smith")


def test_the_longest_one_works_and_a_longer_one_is_never_cut_to_it() -> None:
    longest = (PASSWORD * 6)[: passwords.LONGEST]
    stored = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(longest)
    assert passwords.matches(stored, longest)
    assert not passwords.matches(stored, longest + "x")


@pytest.mark.parametrize("stored", [None, "", "not a hash"])
def test_nothing_matches_no_password(stored: str | None) -> None:
    assert not passwords.matches(stored, "nobody")
    assert not passwords.matches(stored, "")


def test_whoever_finds_the_room_full_is_told_to_come_back() -> None:
    with ExitStack() as crowd:
        for _ in range(6):
            crowd.enter_context(passwords._AT_ALL)
        with pytest.raises(TooBusy) as refusal:
            passwords.matches(None, PASSWORD)
    assert refusal.value.seconds > 0
    assert not passwords.matches(None, PASSWORD)


def test_two_are_hashed_at_once_and_not_three(monkeypatch: pytest.MonkeyPatch) -> None:
    pair, inside, most = Barrier(2), [], []

    def watched(hasher: PasswordHasher, stored: str, password: str) -> bool:
        inside.append(1)
        most.append(len(inside))
        pair.wait(timeout=60)
        inside.pop()
        return True

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    crowd = [Thread(target=passwords.matches, args=("stored", PASSWORD)) for _ in range(6)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join(timeout=60)
    assert max(most) == 2
