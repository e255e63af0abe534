"""Whether two sides are even: asked by the choice of claims before, and by the gate after composing."""

from collections import Counter
from collections.abc import Sequence

from fact_sheets import measures, thresholds
from fact_sheets.measures import Argument, ratio


def warnings(supporters: Sequence[Argument], critics: Sequence[Argument]) -> int:
    """How many warnings two sides that print together would earn."""
    words = ratio(measures.words_of(supporters), measures.words_of(critics))
    even = (
        words >= thresholds.SIDE_WORDS_WARN,
        citations_even(supporters, critics),
        voices_several(supporters, critics),
        speaks_for_itself(supporters, critics),
        plain_enough(supporters, critics),
        kinds_even(supporters, critics),
        ages_even(supporters, critics),
    )
    return even.count(False)


def citations_even(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether both sides name about as many sources for each claim."""
    if not supporters or not critics:
        return False
    one = measures.citations_of(supporters) / len(supporters)
    other = measures.citations_of(critics) / len(critics)
    return ratio(one, other) >= thresholds.CITATIONS_PER_CLAIM


def voices_several(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether each side speaks through several publishers, and through about as many."""
    one, other = measures.publishers_of(supporters), measures.publishers_of(critics)
    enough = min(len(one), len(other)) >= thresholds.PUBLISHERS_A_SIDE
    even = ratio(len(one), len(other)) >= thresholds.PUBLISHERS
    return enough and even and not _dominated(one) and not _dominated(other)


def _dominated(publishers: Counter[str]) -> bool:
    """Whether one publisher stands behind more than half of a side's citations, from three on."""
    total = publishers.total()
    if total < thresholds.PUBLISHER_SHARE_FROM:
        return False
    return max(publishers.values()) / total > thresholds.PUBLISHER_SHARE


def speaks_for_itself(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether each side has a source of its own."""
    return bool(measures.own_voices(supporters, "supporters") and measures.own_voices(critics, "critics"))


def plain_enough(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether both sides are plain, and about equally so."""
    one, other = measures.grade_of(supporters), measures.grade_of(critics)
    longest = max(measures.longest_of(supporters), measures.longest_of(critics))
    return (
        max(one, other) <= thresholds.GRADE
        and abs(one - other) <= thresholds.GRADE_DIFFERENCE
        and longest <= thresholds.SENTENCE_WORDS
    )


def kinds_even(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether statistics and personal stories are shared evenly."""
    numbers = abs(measures.statistics_of(supporters) - measures.statistics_of(critics))
    stories = abs(measures.stories_of(supporters) - measures.stories_of(critics))
    return max(numbers, stories) <= thresholds.KINDS_DIFFERENCE


def ages_even(supporters: Sequence[Argument], critics: Sequence[Argument]) -> bool:
    """Whether the sources of both sides are about equally old."""
    one, other = measures.median_year(supporters), measures.median_year(critics)
    if one is None or other is None:
        return False
    return abs(one - other) <= thresholds.YEARS_DIFFERENCE
