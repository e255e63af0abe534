"""The renderers: processes that are warm before the first visitor, few, bounded, and replaced when they fail.

A page never waits behind a document: documents are made by other processes with lower priority, and only
so many visitors may wait for one.
"""

from collections.abc import Sequence
from math import ceil
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import Self

from toolkit.config import Settings
from toolkit.publishing.errors import Busy
from toolkit.publishing.rendering.frames import SHEET
from toolkit.publishing.rendering.renderer import PROGRAM, Renderer

RECYCLED_AFTER = 2_000  # documents; each leaves a few KB behind in the engine
WARM_SECONDS = 15.0  # the web server gives its worker 30 to start
BUSY = "Many sheets are being made at the moment. Please try again in a few seconds."


class Renderers:
    """A fixed number of render processes and a short queue in front of them. Safe for threads."""

    def __init__(
        self, settings: Settings, *, workers: int | None = None, program: Sequence[str] = PROGRAM
    ) -> None:
        self._workers = workers or settings.render_workers
        self._seconds = settings.render_seconds
        self._arguments = (str(settings.render_memory_mib), str(settings.render_seconds))
        self._program = program
        self._seats = BoundedSemaphore(self._workers + settings.render_queue)
        self._patience = self._seconds * (1 + ceil(settings.render_queue / self._workers))
        self._idle: SimpleQueue[Renderer] = SimpleQueue()
        self._lock = Lock()
        self._started = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start the processes; does nothing when they run."""
        with self._lock:
            if not self._started:
                self._started = True
                for _ in range(self._workers):
                    self._idle.put(self._new())

    def warm(self, seconds: float = WARM_SECONDS) -> None:
        """Start, and return when every renderer is warm or has ended, at the latest after this time."""
        self.start()
        latest = monotonic() + seconds
        for _ in range(self._workers):
            renderer = self._idle.get()
            renderer.speaks_within(latest - monotonic())
            self._idle.put(renderer)

    def render(self, job: bytes, kind: bytes = SHEET) -> bytes:
        """The PDF of a job: by default a dossier's fact sheet. Raises Busy or RenderFailed."""
        if not self._seats.acquire(blocking=False):
            raise Busy(BUSY)
        try:
            self.start()
            renderer = self._take()
            try:
                return renderer.render(kind, job, self._seconds)
            finally:
                self._idle.put(self._fit(renderer))
        finally:
            self._seats.release()

    def stop(self) -> None:
        """End every process once it has finished what it is making."""
        with self._lock:
            if self._started:
                self._started = False
                for _ in range(self._workers):
                    self._idle.get().kill()

    def _take(self) -> Renderer:
        try:
            return self._fit(self._idle.get(timeout=self._patience))
        except Empty as error:
            raise Busy(BUSY) from error

    def _fit(self, renderer: Renderer) -> Renderer:
        """The same renderer, or a new one in the place of one that is gone or has made enough."""
        if renderer.alive and renderer.made < RECYCLED_AFTER:
            return renderer
        renderer.kill()
        return self._new()

    def _new(self) -> Renderer:
        return Renderer(self._arguments, self._program)
