"""Many ask for the same at once: one thread makes it, the others wait for what it made."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from threading import Lock

from toolkit.publishing.errors import NotRendered, PublishingError, RenderFailed

LOST = "The sheet could not be made. Please try again."


class Once:
    """Runs one deed a key at a time in this process. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: dict[str, Future[None]] = {}

    def run(self, key: str, deed: Callable[[], None]) -> None:
        """Run ``deed``, or wait for the thread that runs it for this key; it fails for all of them alike."""
        with self._lock:
            running = self._running.get(key)
            future = self._running.setdefault(key, Future())
        if running is not None:
            _wait_for(running)
            return
        try:
            deed()
            future.set_result(None)
        except PublishingError as error:
            future.set_exception(error)
            raise
        finally:
            future.cancel()  # does nothing to a future that has its result
            with self._lock:
                del self._running[key]


def _wait_for(running: Future[None]) -> None:
    try:
        running.result()
    except NotRendered as error:
        # Each asker raises an error of its own: one object raised by many threads mixes their tracebacks.
        raise type(error)(str(error)) from error
    except CancelledError as error:
        raise RenderFailed(LOST) from error
