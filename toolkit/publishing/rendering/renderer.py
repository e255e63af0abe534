"""One renderer as its keeper holds it: a child process, two pipes, and a deadline for every answer."""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

from toolkit.publishing.errors import RenderFailed
from toolkit.publishing.rendering.frames import DONE, FAILED_AND_GONE, frame, split

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = (sys.executable, "-m", "toolkit.publishing.rendering.render_worker")
# Where fonts, libraries and words are found; settings and keys stay with the keeper.
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME", "DYLD_FALLBACK_LIBRARY_PATH")
START_SECONDS = 60.0
CHUNK = 65_536
NOT_STARTED = "The renderer does not start. “flask doctor” says why."
STOPPED = "The renderer stopped before the PDF was finished. Please try again."


class Renderer:
    """A child process that makes one document after another. Not for two threads at once."""

    def __init__(self, arguments: Sequence[str], program: Sequence[str] = PROGRAM) -> None:
        self.made = 0
        self._ready = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program, words of our own making
            [*program, *arguments],
            cwd=ROOT,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # Ctrl-C at a terminal is for the keeper
        )
        for pipe in self._pipes():
            os.set_blocking(pipe.fileno(), False)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can take another document."""
        return self._process.poll() is None

    def speaks_within(self, seconds: float) -> bool:
        """Whether it says that it is warm, or ends, within this time; one that is slower goes on starting."""
        _, from_child = self._pipes()
        with selectors.PollSelector() as waiting:
            waiting.register(from_child, selectors.EVENT_READ)
            return self._ready or bool(waiting.select(max(0.0, seconds)))

    def wait_until_ready(self) -> None:
        """Return once it is warm. Raises RenderFailed when it ended instead, or is not warm in time."""
        if not self._ready:
            self._exchange(b"", START_SECONDS, NOT_STARTED)
            self._ready = True

    def render(self, kind: bytes, job: bytes, seconds: float) -> bytes:
        """The PDF of a job of this kind, or RenderFailed; one that failed to answer is gone afterwards."""
        self.wait_until_ready()
        self.made += 1
        outcome, payload = self._exchange(frame(kind, job), seconds, STOPPED)
        if outcome == FAILED_AND_GONE:
            self.kill()
        if outcome != DONE:
            raise RenderFailed(f"The document could not be made: {payload.decode()}.")
        return payload

    def kill(self) -> None:
        """End the child at once and leave nothing of it behind."""
        self._process.kill()
        self._process.wait()
        for pipe in self._pipes():
            pipe.close()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        return cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    def _exchange(self, message: bytes, seconds: float, when_lost: str) -> tuple[bytes, bytes]:
        deadline = time.monotonic() + seconds
        unsent, received = memoryview(message), bytearray()
        to_child, from_child = self._pipes()
        with selectors.PollSelector() as waiting:
            waiting.register(from_child, selectors.EVENT_READ)
            if message:
                waiting.register(to_child, selectors.EVENT_WRITE)
            while (answer := split(received)) is None:
                due = {key.fileobj for key, _ in waiting.select(max(0.0, deadline - time.monotonic()))}
                if not due:
                    self.kill()
                    raise RenderFailed(f"The PDF took longer than {seconds:g} seconds and was given up.")
                if from_child in due:
                    received += self._read(from_child, when_lost)
                elif unsent:
                    unsent = unsent[self._write(to_child, unsent[:CHUNK], when_lost) :]
                if to_child in due and not unsent:
                    waiting.unregister(to_child)
        return answer

    def _read(self, pipe: IO[bytes], when_lost: str) -> bytes:
        if chunk := os.read(pipe.fileno(), CHUNK):
            return chunk
        self.kill()
        raise RenderFailed(when_lost)

    def _write(self, pipe: IO[bytes], chunk: memoryview, when_lost: str) -> int:
        try:
            return os.write(pipe.fileno(), chunk)
        except BrokenPipeError as error:
            self.kill()
            raise RenderFailed(when_lost) from error
