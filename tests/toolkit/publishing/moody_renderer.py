"""A renderer that does what it is told instead of making documents: echo, fail, hang, hoard, vanish.

``python -m tests.toolkit.publishing.moody_renderer MIB SECONDS``, on the product's own loop and limits.
"""

import json
import os
import re
import signal
import stat
import sys
from pathlib import Path
from typing import Never

from fact_sheets.errors import RenderError
from toolkit.publishing.rendering.frames import SHEET
from toolkit.publishing.rendering.render_loop import limit, serve

PROGRAM = (sys.executable, "-m", "tests.toolkit.publishing.moody_renderer")
GIBIBYTE = 1 << 30


def main() -> None:
    """The product's loop around the deeds below."""
    limit(int(sys.argv[1]))
    serve({SHEET: obey}, float(sys.argv[2]))


def obey(order: bytes) -> bytes:
    """The first word is the deed, the rest its argument."""
    deed, _, argument = order.decode().partition(" ")
    return str(globals()[deed](argument)).encode()


def echo(words: str) -> str:
    """Give the words back."""
    return words


def pid(_: str) -> int:
    """Say which process this is."""
    return os.getpid()


def refuse(words: str) -> Never:
    """Fail as the press does, on purpose."""
    raise RenderError(words)


def stumble(words: str) -> Never:
    """Fail as a library does, by surprise."""
    raise RuntimeError(words)


def vanish(_: str) -> None:
    """Be killed, as by a machine that ran out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def hang(_: str) -> Never:
    """Never answer."""
    while True:
        pass


def hoard(_: str) -> int:
    """Ask for far more memory than is allowed."""
    return len(bytearray(4 * GIBIBYTE))


def hold(pipe: str) -> str:
    """Say so on a named pipe, then wait until somebody answers on it."""
    Path(pipe).write_text("holding")
    return Path(pipe).read_text()


def cling(pipe: str) -> Never:
    """Keep a named pipe open for as long as this process lives, and never answer."""
    with Path(pipe).open("w") as held:
        print("clinging", file=held, flush=True)
        hang("")


def cling_deaf(pipe: str) -> Never:
    """The same in a call that lets no other thread run."""
    with Path(pipe).open("w") as held:
        print("clinging", file=held, flush=True)
        re.match(r"(a+)+$", "a" * 64 + "b")
    raise AssertionError("the expression should never end")


def belongings(_: str) -> str:
    """What this process was given: open sockets and names in the environment."""
    sockets = [fd for fd in range(256) if is_socket(fd)]
    return json.dumps({"sockets": sockets, "names": sorted(os.environ), "nice": os.nice(0)})


def is_socket(fd: int) -> bool:
    """Whether this is an open socket."""
    try:
        return stat.S_ISSOCK(os.fstat(fd).st_mode)
    except OSError:
        return False


if __name__ == "__main__":
    main()
