"""The renderers keep their limits: real processes that hang, hoard, vanish and are replaced."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from tests.toolkit.publishing import moody_renderer
from toolkit.config import Settings
from toolkit.publishing.errors import Busy, RenderFailed
from toolkit.publishing.rendering.renderers import RECYCLED_AFTER, Renderers

Keep = Callable[..., Renderers]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """keep(setting=…) gives renderers that obey orders; they are gone after the test."""
    kept: list[Renderers] = []

    def start(**settings: float) -> Renderers:
        chosen = {"render_workers": 1, "render_queue": 0, "render_seconds": 60, "render_memory_mib": 1024}
        renderers = Renderers(Settings(**(chosen | settings)), program=moody_renderer.PROGRAM)
        kept.append(renderers)
        return renderers

    yield start
    for renderers in kept:
        renderers.stop()


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A named pipe: opening it waits for the other side, and it ends when the other side does."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_document_goes_in_and_comes_out(keep: Keep) -> None:
    large = "x" * 3_000_000  # many times what a pipe holds
    renderers = keep()
    assert renderers.render(f"echo {large}".encode()) == large.encode()
    assert renderers.render(b"echo again") == b"again"


def test_the_processes_are_there_before_the_first_document(keep: Keep) -> None:
    renderers = keep(render_workers=2)
    renderers.warm()
    pids = {renderers.render(b"pid") for _ in range(4)}
    assert len(pids) == 2


def test_what_the_press_says_is_passed_on(keep: Keep) -> None:
    renderers = keep()
    before = renderers.render(b"pid")
    with pytest.raises(RenderFailed, match="the sheet is overfull"):
        renderers.render(b"refuse the sheet is overfull")
    assert renderers.render(b"pid") == before


@pytest.mark.parametrize("order", ["stumble over a bug", "vanish"])
def test_a_renderer_that_ends_is_replaced(keep: Keep, order: str) -> None:
    renderers = keep()
    before = renderers.render(b"pid")
    with pytest.raises(RenderFailed, match="stopped before the PDF was finished"):
        renderers.render(order.encode())
    assert renderers.render(b"pid") != before


def test_a_renderer_killed_while_idle_costs_nobody_a_document(keep: Keep) -> None:
    renderers = keep()
    before = int(renderers.render(b"pid"))
    os.kill(before, signal.SIGKILL)
    os.waitid(os.P_PID, before, os.WEXITED | os.WNOWAIT)
    assert int(renderers.render(b"pid")) != before


def test_a_document_that_takes_too_long_is_given_up(keep: Keep) -> None:
    renderers = keep(render_seconds=0.5)
    before = renderers.render(b"pid")
    with pytest.raises(RenderFailed, match=r"longer than 0\.5 seconds"):
        renderers.render(b"hang")
    assert renderers.render(b"pid") != before


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no limit on address space")
def test_a_document_that_needs_too_much_memory_is_given_up(keep: Keep) -> None:
    renderers = keep(render_memory_mib=512)
    before = renderers.render(b"pid")
    with pytest.raises(RenderFailed, match="more memory"):
        renderers.render(b"hoard")
    assert renderers.render(b"pid") != before


def test_whoever_comes_to_a_full_queue_is_told_at_once(keep: Keep, pipe: Path) -> None:
    renderers = keep(render_queue=1)
    with ThreadPoolExecutor(3) as visitors:
        first = visitors.submit(renderers.render, f"hold {pipe}".encode())
        assert pipe.read_text() == "holding"
        others: list[Future[bytes]] = [visitors.submit(renderers.render, b"echo late") for _ in range(2)]
        (refused,), (waiting,) = wait(others, return_when=FIRST_COMPLETED)
        with pytest.raises(Busy, match="try again"):
            refused.result()
        pipe.write_text("go on")
        assert first.result() == b"go on"
        assert waiting.result() == b"late"


def test_the_queue_is_empty_again_after_failures(keep: Keep) -> None:
    renderers = keep()
    for _ in range(3):
        with pytest.raises(RenderFailed):
            renderers.render(b"refuse")
    assert renderers.render(b"echo calm") == b"calm"


def test_a_renderer_retires_after_many_documents(keep: Keep) -> None:
    renderers = keep()
    pids = [renderers.render(b"pid") for _ in range(RECYCLED_AFTER + 1)]
    assert len(set(pids[:-1])) == 1
    assert pids[-1] != pids[0]


def test_a_renderer_gets_no_socket_and_no_setting(keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    with socket.socket() as listening:
        listening.set_inheritable(True)
        belongings = json.loads(keep().render(b"belongings"))
    assert belongings["sockets"] == []
    assert "DATABASE_URL" not in belongings["names"]
    assert belongings["nice"] > os.nice(0)


def test_a_program_that_does_not_start_fails_every_document_but_not_the_start() -> None:
    renderers = Renderers(Settings(render_workers=1), program=(sys.executable, "-c", "raise SystemExit(1)"))
    renderers.warm()
    for _ in range(2):
        with pytest.raises(RenderFailed, match="flask doctor"):
            renderers.render(b"echo")
    renderers.stop()


@pytest.mark.parametrize("deed, seconds", [("cling", 600), ("cling_deaf", 1)])
def test_no_renderer_outlives_its_keeper(pipe: Path, repository: Path, deed: str, seconds: int) -> None:
    keeper = subprocess.Popen([sys.executable, "-c", KEEPER, f"{deed} {pipe}", str(seconds)], cwd=repository)
    with pipe.open() as held:
        assert held.readline() == "clinging\n"
        keeper.kill()
        keeper.wait()
        assert held.read() == ""  # the end of the pipe: its other side is gone


KEEPER = """
import sys
from tests.toolkit.publishing import moody_renderer
from toolkit.config import Settings
from toolkit.publishing.rendering.renderers import Renderers

settings = Settings(render_workers=1, render_seconds=float(sys.argv[2]))
Renderers(settings, program=moody_renderer.PROGRAM).render(sys.argv[1].encode())
"""
