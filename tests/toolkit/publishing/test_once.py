"""Many who ask for the same thing at the same time wait for one deed."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event, Lock

import pytest

from toolkit.publishing.errors import Busy, PublishingError, RenderFailed
from toolkit.publishing.issuing.once import Once

ASKERS = 50
SHEET = "the same sheet"


def never() -> None:
    """A deed that must not be done."""
    raise AssertionError("somebody else is making it")


@pytest.fixture
def running() -> Future[None]:
    """A deed of another thread, which the test may end."""
    return Future()


@pytest.fixture
def once(running: Future[None]) -> Once:
    """Where another thread is making the sheet."""
    once = Once()
    once._running[SHEET] = running
    return once


def test_fifty_askers_never_make_it_at_the_same_time() -> None:
    once, together, at_work, made = Once(), Barrier(ASKERS), Lock(), []

    def deed() -> None:
        assert at_work.acquire(blocking=False)
        made.append(1)
        at_work.release()

    def ask(_: int) -> None:
        together.wait()
        once.run(SHEET, deed)

    with ThreadPoolExecutor(ASKERS) as askers:
        list(askers.map(ask, range(ASKERS)))
    assert 1 <= len(made) <= ASKERS


def test_who_comes_later_waits_for_what_is_being_made(once: Once, running: Future[None]) -> None:
    running.set_result(None)
    once.run(SHEET, never)


@pytest.mark.parametrize("failure", [Busy("please wait"), RenderFailed("too long")])
def test_a_failure_is_told_to_everyone_who_waited(
    once: Once, running: Future[None], failure: PublishingError
) -> None:
    running.set_exception(failure)
    with pytest.raises(type(failure), match=str(failure)) as told:
        once.run(SHEET, never)
    assert told.value is not failure


def test_an_unforeseen_failure_frees_who_waited(once: Once, running: Future[None]) -> None:
    running.cancel()
    with pytest.raises(RenderFailed, match="try again"):
        once.run(SHEET, never)


def test_an_unforeseen_failure_ends_what_is_running() -> None:
    once = Once()

    def deed() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        once.run(SHEET, deed)
    assert once._running == {}


def test_the_next_asker_starts_afresh() -> None:
    once, made = Once(), []
    for _ in range(2):
        once.run(SHEET, lambda: made.append(1))
    assert len(made) == 2


def test_different_sheets_do_not_wait_for_each_other() -> None:
    once, second_is_done = Once(), Event()
    with ThreadPoolExecutor(1) as other:
        first = other.submit(once.run, "one sheet", lambda: None if second_is_done.wait() else never())
        once.run("another sheet", second_is_done.set)
        first.result()
