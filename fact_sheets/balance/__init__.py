"""The gate: every rule of balance that a reader can check, one function each, judged on what is printed.

``RULES`` is in the order of docs/editorial-rules.md, which says where each rule comes from.
"""

from collections.abc import Iterable

from fact_sheets import measures
from fact_sheets.balance.counts import (
    numbers_and_stories_in_pairs,
    plain_on_both_sides,
    same_number_of_claims_a_side,
    similar_words_a_side,
    similar_words_in_each_pair,
)
from fact_sheets.balance.paper import (
    facts_first,
    provenance_is_printed,
    same_space_on_paper,
    the_order_alternates,
    two_readers_signed,
    uncertainty_is_said,
)
from fact_sheets.balance.printed import Rule, printed
from fact_sheets.balance.voices import (
    claims_answer_each_other,
    claims_have_their_place,
    each_side_speaks_for_itself,
    every_claim_is_cited,
    nothing_overdue,
    several_voices_a_side,
)
from fact_sheets.balance.words import (
    attribution_in_neutral_verbs,
    headings_in_pairs,
    no_loaded_words,
    no_shouting,
)
from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding, Numbers

__all__ = ["RULES", "blocking", "check_balance", "numbers"]

RULES: tuple[Rule, ...] = (
    same_number_of_claims_a_side,
    similar_words_a_side,
    similar_words_in_each_pair,
    every_claim_is_cited,
    several_voices_a_side,
    each_side_speaks_for_itself,
    attribution_in_neutral_verbs,
    no_loaded_words,
    no_shouting,
    headings_in_pairs,
    plain_on_both_sides,
    numbers_and_stories_in_pairs,
    nothing_overdue,
    same_space_on_paper,
    the_order_alternates,
    facts_first,
    uncertainty_is_said,
    provenance_is_printed,
    claims_answer_each_other,
    claims_have_their_place,
    two_readers_signed,
)


def check_balance(sheet: FactSheet, brief: Brief) -> tuple[Finding, ...]:
    """What every rule finds, in the order of RULES."""
    return tuple(rule(sheet, brief) for rule in RULES)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a sheet from being called balanced."""
    return tuple(finding for finding in findings if finding.level == "block" and not finding.passed)


def numbers(sheet: FactSheet, brief: Brief) -> Numbers:
    """The raw numbers for the foot of the sheet, supporters first."""
    sides = printed(sheet, brief)
    one, other = sides.supporters, sides.critics
    return Numbers(
        claims=(len(one), len(other)),
        words=(measures.words_of(one), measures.words_of(other)),
        citations=(measures.citations_of(one), measures.citations_of(other)),
        publishers=(len(measures.publishers_of(one)), len(measures.publishers_of(other))),
        grades=(measures.grade_of(one), measures.grade_of(other)),
    )
