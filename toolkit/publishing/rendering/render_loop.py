"""A renderer's side of the pipe: jobs come in on stdin, documents go out on stdout, within hard limits.

The process ends with its keeper: when stdin closes, a waiting thread ends it even in the middle of a
document, and an alarm ends it where that thread cannot run.
"""

import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from typing import BinaryIO

from fact_sheets.errors import PressError
from toolkit.publishing.rendering.frames import DONE, FAILED, FAILED_AND_GONE, HEADER, READY, frame

MEBIBYTE = 1024 * 1024
LARGEST_FILE = 20 * MEBIBYTE
NICENESS = 5  # pages come before documents, but a busy machine must not starve these past their time
TOO_LARGE = "it needs more memory than a renderer may use"

Render = Callable[[bytes], bytes]


def limit(memory_mib: int) -> None:
    """Take away what a renderer never needs: priority, core dumps, large files, more memory than agreed."""
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    if sys.platform != "darwin":  # macOS does not keep this limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (memory_mib * MEBIBYTE, memory_mib * MEBIBYTE))


def serve(renders: Mapping[bytes, Render], seconds: float) -> None:
    """Answer one job after another, each by its kind; what does not fit into memory ends the process."""
    jobs: SimpleQueue[tuple[bytes, bytes]] = SimpleQueue()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not garble the answers
    threading.Thread(target=_receive, args=(sys.stdin.buffer, jobs), daemon=True).start()
    _answer(answers, READY)
    while True:
        kind, job = jobs.get()
        # The keeper kills a slow renderer at ``seconds``; the alarm is for a renderer without a keeper.
        signal.setitimer(signal.ITIMER_REAL, seconds + 1)
        try:
            _answer(answers, DONE, renders[kind](job))
        except PressError as error:
            _answer(answers, FAILED, str(error).encode())
        except MemoryError:
            _answer(answers, FAILED_AND_GONE, TOO_LARGE.encode())
            os._exit(1)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(pipe: BinaryIO, kind: bytes, payload: bytes = b"") -> None:
    pipe.write(frame(kind, payload))
    pipe.flush()


def _receive(pipe: BinaryIO, jobs: SimpleQueue[tuple[bytes, bytes]]) -> None:
    while len(header := pipe.read(HEADER.size)) == HEADER.size:
        kind, length = HEADER.unpack(header)
        jobs.put((kind, pipe.read(length)))
    os._exit(0)
