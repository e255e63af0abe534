"""Which parts of a dossier a sheet prints, by id, and in which size it found room."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

# How much is told of agreements: agencies by name; counts by model; counts of agreements and agencies; of
# agreements but for the place's own agencies; of agreements alone.
Detail = Literal["named", "counted", "totals", "own", "bare"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each kind may print."""

    pairs: int = 4
    facts: int = 3
    unknowns: int = 2
    actions: int = 2
    detail: Detail = "named"  # of the agreements here
    long_facts: bool = True
    whole_message: bool = True
    rule_sources: int = 2
    questions: int = 5
    terms: int = 5
    deciders: bool = True
    question: bool = True
    list_age: bool = True
    counted_since: bool = True


@dataclass(frozen=True, slots=True)
class SelectedPair:
    """A contested question and the ids of the two claims that answer it on paper."""

    dispute: str
    supporters: str
    critics: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What a sheet prints of the library, in reading order, and in which size it found room."""

    facts: tuple[str, ...]  # ids of claims
    pairs: tuple[SelectedPair, ...]
    not_known: tuple[str, ...]
    omitted: int  # claims that were overdue and so could not print
    overdue_since: date | None  # set when so much is overdue that no balanced sheet can be made
    size: Size
