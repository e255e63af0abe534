"""Rules of equal measure: how many claims, how many words, how plain, how new."""

from fact_sheets import evenness, measures, thresholds
from fact_sheets.balance.printed import judged, printed
from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding
from fact_sheets.measures import ratio


def same_number_of_claims_a_side(sheet: FactSheet, brief: Brief) -> Finding:
    """As many claims for supporters as for critics; none at all is a failure."""
    sides = printed(sheet, brief)
    one, other = (
        sum(argument.reading.words > 0 for argument in side) for side in (sides.supporters, sides.critics)
    )
    return judged(same_number_of_claims_a_side, one == other > 0, one=one, other=other, blocks=True)


def similar_words_a_side(sheet: FactSheet, brief: Brief) -> Finding:
    """Words of the shorter side are at least 0.90 of the longer's; under 0.95 it warns."""
    sides = printed(sheet, brief)
    one, other = measures.words_of(sides.supporters), measures.words_of(sides.critics)
    share = ratio(one, other)
    return judged(
        similar_words_a_side,
        share >= thresholds.SIDE_WORDS_WARN,
        one=one,
        other=other,
        ratio=share,
        blocks=not thresholds.SIDE_WORDS <= share < thresholds.SIDE_WORDS_WARN,
    )


def similar_words_in_each_pair(sheet: FactSheet, brief: Brief) -> Finding:
    """In every pair the shorter claim has at least 0.75 of the longer's words."""
    sides = printed(sheet, brief)
    shares = [
        ratio(one.reading.words, other.reading.words)
        for one, other in zip(sides.supporters, sides.critics, strict=True)
    ]
    least = min(shares, default=0.0)
    return judged(similar_words_in_each_pair, least >= thresholds.PAIR_WORDS, ratio=least)


def plain_on_both_sides(sheet: FactSheet, brief: Brief) -> Finding:
    """Each side reads at grade 11 or below, at most one grade apart, in sentences of at most 25 words."""
    sides = printed(sheet, brief)
    return judged(
        plain_on_both_sides,
        bool(sides.all) and evenness.plain_enough(sides.supporters, sides.critics),
        one=measures.grade_of(sides.supporters),
        other=measures.grade_of(sides.critics),
        longest=measures.longest_of(sides.supporters),
        other_longest=measures.longest_of(sides.critics),
    )


def numbers_and_stories_in_pairs(sheet: FactSheet, brief: Brief) -> Finding:
    """The sides differ by at most one statistic, and by at most one personal story."""
    sides = printed(sheet, brief)
    return judged(
        numbers_and_stories_in_pairs,
        bool(sides.all) and evenness.kinds_even(sides.supporters, sides.critics),
        one=measures.statistics_of(sides.supporters),
        other=measures.statistics_of(sides.critics),
        stories=measures.stories_of(sides.supporters),
        other_stories=measures.stories_of(sides.critics),
    )
