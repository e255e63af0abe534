"""What can be counted about one side's arguments. The choice of claims and the rules of balance count alike.

An empty side never divides by zero: its ratio to the other side is 0, and that is a failure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from statistics import median

from fact_sheets.dossier import Claim, Side, Source
from fact_sheets.readability import grade, sentence_lengths

SIDES: tuple[Side, Side] = ("supporters", "critics")
PERSPECTIVE_OF: dict[Side, str] = {"supporters": "supportive", "critics": "critical"}


@dataclass(frozen=True, slots=True)
class Reading:
    """How long and how hard a text is."""

    words: int
    longest: int  # words of the longest sentence
    text: str

    @property
    def grade(self) -> float:
        """The school year that it reads at; 0 for a text without words."""
        return _grade(self.text) if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Argument:
    """One claim of a side, as it prints: its words, how they read, and the sources it names, each once."""

    claim: Claim
    text: str
    sources: tuple[Source, ...]
    reading: Reading
    publishers: tuple[str, ...]  # one for each source
    years: tuple[int, ...]  # of the sources that are dated
    perspectives: frozenset[str]


@lru_cache(maxsize=8192)
def reading(text: str) -> Reading:
    """The reading of a text; remembered, as the same claims are weighed again and again."""
    lengths = sentence_lengths(text)
    return Reading(sum(lengths), max(lengths, default=0), text)


@lru_cache(maxsize=8192)
def _grade(text: str) -> float:
    return grade(text)


def argument(claim: Claim, text: str, sources: tuple[Source, ...]) -> Argument:
    """The claim with the words and sources that print, and what is asked of them again and again."""
    years = (source_year(source) for source in sources)
    return Argument(
        claim,
        text,
        sources,
        reading(text),
        publishers=tuple(publisher(source) for source in sources),
        years=tuple(year for year in years if year is not None),
        perspectives=frozenset(source.perspective for source in sources),
    )


def sources_of(claim: Claim, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The claim's sources that exist, each once."""
    ids = dict.fromkeys(citation.source_id for citation in claim.citations)
    return tuple(sources[source_id] for source_id in ids if source_id in sources)


def enough_readers(claim: Claim, needed: int) -> bool:
    """Whether so many who did not write it approved it; a fact takes one, the starter library none."""
    return claim.readers is None or claim.readers >= (1 if claim.stance == "background" else needed)


def ratio(one: float, other: float) -> float:
    """The smaller over the larger; 0 when either is empty."""
    return min(one, other) / max(one, other) if one and other else 0.0


def words_of(side: Sequence[Argument]) -> int:
    """Words of a side."""
    return sum(argument.reading.words for argument in side)


def grade_of(side: Sequence[Argument]) -> float:
    """The mean grade of a side's arguments; 0 for an empty side."""
    return fsum([argument.reading.grade for argument in side]) / len(side) if side else 0.0


def longest_of(side: Sequence[Argument]) -> int:
    """Words of the longest sentence of a side."""
    return max((argument.reading.longest for argument in side), default=0)


def citations_of(side: Sequence[Argument]) -> int:
    """Sources named, once for every argument that names them."""
    return sum(len(argument.sources) for argument in side)


def publishers_of(side: Sequence[Argument]) -> Counter[str]:
    """How often each publisher is cited by a side."""
    return Counter([name for argument in side for name in argument.publishers])


def own_voices(side: Sequence[Argument], name: Side) -> int:
    """Arguments that cite a source of their own side."""
    wanted = PERSPECTIVE_OF[name]
    return sum(wanted in argument.perspectives for argument in side)


def statistics_of(side: Sequence[Argument]) -> int:
    """Arguments that rest on a statistic."""
    return sum(argument.claim.statistic for argument in side)


def stories_of(side: Sequence[Argument]) -> int:
    """Arguments that tell one person's story."""
    return sum(argument.claim.story for argument in side)


def median_year(side: Sequence[Argument]) -> float | None:
    """The median year of a side's dated sources; None when none is dated."""
    years = [year for argument in side for year in argument.years]
    return median(years) if years else None


def publisher(source: Source) -> str:
    """Who published it: the publisher, else the journal or paper, else the source itself."""
    return str(source.csl.get("publisher") or source.csl.get("container-title") or source.id)


def source_year(source: Source) -> int | None:
    """The newest year in the CSL date, None when it has none."""
    parts = source.csl.get("issued", {}).get("date-parts", [])
    years = [int(part[0]) for part in parts if part]
    return max(years, default=None)
