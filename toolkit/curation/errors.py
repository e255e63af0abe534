"""Why a deed of an organizer was not done.

CurationError
├── Stale          somebody saved in between; nothing was overwritten
├── Retired        a retired claim is brought back before anybody writes it anew
├── NotAMove       a claim does not go from this status to that one
├── OwnWords       nobody approves what they wrote
├── AlreadySigned  this reader, or another for this side, has signed these words
├── AlreadyThere   a source with the same address is there
├── Unreadable     a pasted record is in no form that we read
├── NoticeMissing  printed words change or go, and readers of printed sheets are not told why
├── NotFit         the words cannot be kept as they are; ``problems`` says what to mend
├── NoSuchClaim    no claim has this id
├── OneRefused     of several claims one refused, so nothing was done to any
├── AlreadySettled somebody answered this suggestion, or set it aside
└── TooManyOpen    as many suggestions wait as organizers can be asked to read

Each message is a sentence for the person who asked: what happened and what to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be kept: a sentence for its writer, and the field it is about."""

    field: str  # in a citation of a claim "citations-0-quote"
    says: str


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


class AlreadyThere(CurationError):
    """A source with the same address is there; the editor did not say that this is another one."""

    def __init__(self, title: str) -> None:
        super().__init__(f"A source with this address is here already: “{title}”.")


class Unreadable(CurationError):
    """A pasted record is in no form that we read."""

    words = (
        "We cannot read this as a record. Paste BibTeX, RIS, CSL-JSON or a DOI, or fill in the form by hand."
    )


class NoticeMissing(CurationError):
    """Printed words change or go, and readers of printed sheets are not told why."""

    words = "This claim has been printed. Write one sentence for people who hold a printed sheet."


class AlreadySettled(CurationError):
    """Somebody answered this suggestion, or set it aside."""

    words = "Somebody answered this, or set it aside, in the meantime. Your note was not kept; it is below."


class TooManyOpen(CurationError):
    """As many suggestions wait as organizers can be asked to read."""

    words = "More suggestions wait than we can read at the moment."


class NotFit(CurationError):
    """The words cannot be kept as they are; ``problems`` says what to mend, a sentence each.

    ``at`` are those of them that are about one field.
    """

    def __init__(self, problems: Sequence[str | Problem]) -> None:
        self.at = tuple(problem for problem in problems if isinstance(problem, Problem))
        self.problems = tuple(
            problem.says if isinstance(problem, Problem) else problem for problem in problems
        )
        super().__init__(" ".join(self.problems))


class NoSuchClaim(CurationError):
    """No claim has this id."""

    def __init__(self, claim_id: str) -> None:
        super().__init__(f"There is no claim {claim_id[:40]}. Look for it in the list.")


class OneRefused(CurationError):
    """Of several claims one refused, so nothing was done to any."""

    def __init__(self, claim_id: str, why: CurationError) -> None:
        super().__init__(f"Nothing was done to any of them, because of claim {claim_id}. {why}")
        self.claim_id = claim_id
