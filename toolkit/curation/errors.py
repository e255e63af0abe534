"""Why a deed of an organizer was not done.

CurationError
├── Stale          somebody saved in between; nothing was overwritten
├── Retired        a retired claim is brought back before anybody writes it anew
├── NotAMove       a claim does not go from this status to that one
├── OwnWords       nobody approves what they wrote
├── AlreadySigned  this reader, or another for this side, has signed these words
├── NoticeMissing  printed words change or go, and readers of printed sheets are not told why
└── NotFit         the words cannot be kept as they are; ``problems`` says what to mend

Each message is a sentence for the person who asked: what happened and what to do.
"""

from collections.abc import Sequence


class CurationError(Exception):
    """Root of everything this room raises on purpose."""

    words = ""

    def __init__(self, words: str = "") -> None:
        super().__init__(words or self.words)


class Stale(CurationError):
    """Somebody saved in between; ``newest`` is the number of what they saved."""

    words = "Somebody saved this while you were writing. Both versions are below; nothing is lost."

    def __init__(self, newest: int) -> None:
        super().__init__()
        self.newest = newest


class Retired(CurationError):
    """A retired claim is brought back before anybody writes it anew."""

    words = "This claim is retired. Bring it back first, then change its words."


class NotAMove(CurationError):
    """A claim does not go from this status to that one."""

    def __init__(self, came_from: str, went_to: str) -> None:
        said = came_from.replace("_", " "), went_to.replace("_", " ")
        super().__init__(f"This claim is {said[0]}; from there it cannot become {said[1]}. Look at it again.")


class OwnWords(CurationError):
    """Nobody approves what they wrote."""

    words = "You wrote these words. Somebody who did not write them must approve them."


class AlreadySigned(CurationError):
    """This reader, or another one for this side, has signed these words."""

    words = "These words have that signature already. They need one from another reader, for the other side."


class NoticeMissing(CurationError):
    """Printed words change or go, and readers of printed sheets are not told why."""

    words = "This claim has been printed. Write one sentence for people who hold a printed sheet."


class NotFit(CurationError):
    """The words cannot be kept as they are; ``problems`` says what to mend, a sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = tuple(problems)
