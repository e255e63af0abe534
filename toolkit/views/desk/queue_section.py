"""A section of the desk: things that wait for the same, the first of them, and the way to all."""

from dataclasses import dataclass

FIRST = 10  # lines that stand on the desk


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One thing that waits: what it is called, what it says, what it waits for, and where to do it."""

    name: str
    says: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """Things that wait for the same; one with words for ``empty`` is shown even when nothing waits."""

    title: str
    count: int
    lines: tuple[QueueLine, ...]
    url: str  # all of them
    empty: str = ""
