"""How much memory all processes of a server hold together, shared pages counted once (Linux only)."""

import os
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")


def measurable() -> bool:
    """Whether this system tells."""
    return (PROC / "self" / "smaps_rollup").exists()


def descendants(pid: int) -> Iterator[int]:
    """The children of a process, and theirs."""
    for listed in (PROC / str(pid) / "task").glob("*/children"):
        for child in map(int, listed.read_text(encoding="ascii").split()):
            yield child
            yield from descendants(child)


def mebibytes() -> float:
    """What the processes that this one started hold now, in MiB."""
    return round(sum(map(_kibibytes, descendants(os.getpid()))) / 1024, 1)


def processes() -> int:
    """How many they are."""
    return len(list(descendants(os.getpid())))


def _kibibytes(pid: int) -> int:
    rollup = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
