"""Every rule of balance: it passes on a sheet that keeps it, and one change makes it fail, with numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from fact_sheets import balance
from fact_sheets.brief import brief_of
from fact_sheets.document import Cited, FactSheet, Finding, Pair, Point
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Dossier
from fact_sheets.errors import DossierError
from tests.samples import small

Spoiled = Callable[[FactSheet, Dossier], tuple[FactSheet, Dossier]]


def read(dossier: Dossier, readers: int | None) -> Dossier:
    """The dossier with every claim read by so many who did not write it; None is the starter library."""
    return small.changed(
        dossier, claims=tuple(replace(claim, readers=readers) for claim in dossier.library.claims)
    )


def findings(sheet: FactSheet, dossier: Dossier) -> tuple[Finding, ...]:
    """What every rule finds."""
    return balance.check_balance(sheet, brief_of(dossier))


def finding(rule: str, sheet: FactSheet, dossier: Dossier) -> Finding:
    """What one rule finds."""
    return next(found for found in findings(sheet, dossier) if found.rule == rule)


def with_pair(sheet: FactSheet, place: int, **changes: object) -> FactSheet:
    """The sheet with fields of one pair's points changed: ``supporters_text`` and the like."""
    pair = sheet.pairs[place]
    for name, value in changes.items():
        side, _, field = name.partition("_")
        if field:
            pair = replace(pair, **{side: replace(getattr(pair, side), **{field: value})})
        else:
            pair = replace(pair, **{name: value})
    return replace(sheet, pairs=(*sheet.pairs[:place], pair, *sheet.pairs[place + 1 :]))


def one_claim_is_missing(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 0, critics_text=""), dossier


def one_side_is_longer(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    longer = sheet.pairs[0].critics.text + " It was said again and again in the same words."
    return with_pair(sheet, 0, critics_text=longer), dossier


def one_pair_is_uneven(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 0, critics_text="A rights group says the charges were minor."), dossier


def a_critic_has_no_source(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 1, critics_notes=()), dossier


def all_critics_quote_one_publisher(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    one = dict(small.source("c1", "Rights Group").csl)
    critics = {"c1", "c2", "c3", "c4"}
    sources = tuple(replace(s, csl=one) if s.id in critics else s for s in dossier.sources)
    return sheet, small.changed(dossier, sources=sources)


def no_critic_speaks(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    sources = tuple(
        replace(s, perspective="independent") if s.perspective == "critical" else s for s in dossier.sources
    )
    return sheet, small.changed(dossier, sources=sources)


def critics_insist(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    text = sheet.pairs[0].critics.text.replace(" says ", " insists ")
    return with_pair(sheet, 0, critics_text=text), dossier


def a_loaded_word(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 0, question="Does it stop the invasion?"), dossier


def an_exclamation(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 2, supporters_text=sheet.pairs[2].supporters.text.replace(".", "!")), dossier


def a_long_question(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return with_pair(sheet, 0, question=" ".join(["Why"] * 16) + "?"), dossier


def hard_words_on_one_side(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    hard = (
        "Organizational considerations necessitate interdepartmental accountability mechanisms universally."
    )
    return with_pair(sheet, 0, supporters_text=hard), dossier


def statistics_on_one_side(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    claims = tuple(replace(c, statistic=True) if c.stance == "critics" else c for c in dossier.library.claims)
    return sheet, small.changed(dossier, claims=claims)


def a_claim_is_overdue(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return sheet, small.with_claim(dossier, "c-2", review_by=date(2026, 11, 25))


def the_order_is_another(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return replace(sheet, first_side="critics"), dossier


def one_fact_only(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return replace(sheet, facts=sheet.facts[:1]), dossier


def nothing_is_unknown(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return replace(sheet, not_known=(Cited(" "),)), dossier


def funding_is_hidden(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return sheet, small.changed(dossier, imprint=replace(small.IMPRINT, funding="a gift by the Smith Fund"))


def a_claim_answers_nothing(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    disputes = tuple(replace(d, critics=()) if d.id == "d-1" else d for d in dossier.library.disputes)
    return sheet, small.changed(dossier, disputes=disputes)


def one_reader_signed(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return sheet, small.with_claim(dossier, "c-1", readers=1)


def a_claim_is_for_a_mandate(sheet: FactSheet, dossier: Dossier) -> tuple[FactSheet, Dossier]:
    return sheet, small.with_claim(dossier, "s-1", fits=("mandate",))


def test_a_claim_never_prints_without_the_answer_that_it_needs(sheet: FactSheet, dossier: Dossier) -> None:
    alone = small.with_claim(dossier, "s-1", needs=("c-99",))
    assert "out of place: s-1" in finding("claims_have_their_place", sheet, alone).numbers
    printed = {point.claim_id for pair in compose(alone).pairs for point in (pair.supporters, pair.critics)}
    assert "s-1" not in printed


SPOILED: dict[str, tuple[Spoiled, bool, str]] = {
    "same_number_of_claims_a_side": (one_claim_is_missing, True, "4 and 3 claims"),
    "similar_words_a_side": (one_side_is_longer, True, "69 and 79 words, ratio 0.87"),
    "similar_words_in_each_pair": (one_pair_is_uneven, False, "smallest ratio 0.44"),
    "every_claim_is_cited": (a_critic_has_no_source, True, "4 and 3 citations; 1 without a source: c-2"),
    "claims_have_their_place": (a_claim_is_for_a_mandate, True, "1 claims out of place: s-1"),
    "several_voices_a_side": (all_critics_quote_one_publisher, False, "4 and 1 publishers"),
    "each_side_speaks_for_itself": (no_critic_speaks, False, "2 and 0 claims cite their own side"),
    "attribution_in_neutral_verbs": (critics_insist, False, "0 and 1 slanted verbs: insists"),
    "no_loaded_words": (a_loaded_word, True, "1 loaded words: invasion"),
    "no_shouting": (an_exclamation, True, "1 exclamation marks, 0 words in capitals"),
    "headings_in_pairs": (a_long_question, True, "4 questions over 4 pairs, the longest 16 words"),
    "plain_on_both_sides": (hard_words_on_one_side, False, "grades 18.1 and 7.0"),
    "numbers_and_stories_in_pairs": (statistics_on_one_side, False, "0 and 4 statistics"),
    "nothing_overdue": (a_claim_is_overdue, True, "1 claims overdue (c-2)"),
    "the_order_alternates": (the_order_is_another, True, "critics first, recorded as supporters"),
    "facts_first": (one_fact_only, True, "1 undisputed facts"),
    "uncertainty_is_said": (nothing_is_unknown, True, "0 lines"),
    "provenance_is_printed": (funding_is_hidden, True, "missing: funding"),
    "claims_answer_each_other": (a_claim_answers_nothing, False, "6 of 8 claims answered"),
    "two_readers_signed": (
        one_reader_signed,
        True,
        "7 of 8 claims approved by two readers; not yet",
    ),
}  # same_space_on_paper is a matter of the stylesheet: test_balance_on_paper.py


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """A dossier that meets every rule."""
    return read(small.dossier(), 2)


@pytest.fixture(scope="module")
def sheet(dossier: Dossier) -> FactSheet:
    """Its sheet, with four pairs."""
    return compose(dossier)


def test_a_good_sheet_meets_every_rule(sheet: FactSheet) -> None:
    assert [found.rule for found in sheet.findings] == [rule.__name__ for rule in balance.RULES]
    assert [found for found in sheet.findings if not found.passed] == []
    assert sheet.standing == "balanced"
    assert sheet.standing_line == ""


@pytest.mark.parametrize("rule", SPOILED)
def test_one_change_breaks_the_rule(rule: str, sheet: FactSheet, dossier: Dossier) -> None:
    spoil, blocks, numbers = SPOILED[rule]
    assert finding(rule, sheet, dossier).passed
    found = finding(rule, *spoil(sheet, dossier))
    assert not found.passed
    assert (found.level == "block") is blocks
    assert numbers in found.numbers
    assert found.sentence == rule.replace("_", " ").capitalize()


@pytest.mark.parametrize(
    "rule", [rule.__name__ for rule in balance.RULES if rule.__name__ != "no_loaded_words"]
)
def test_no_rule_passes_for_want_of_anything_to_judge(rule: str, sheet: FactSheet, dossier: Dossier) -> None:
    """Without pairs, facts and words the rules that need them fail; the others judge what is left."""
    empty = replace(sheet, pairs=(), facts=(), not_known=(), imprint_line="")
    judged_still = {"attribution_in_neutral_verbs", "no_shouting"}
    assert finding(rule, empty, dossier).passed is (rule in judged_still)


@pytest.mark.parametrize(
    ("extra", "level", "passed"),
    [(0, "block", True), (1, "block", True), (4, "warn", False), (7, "warn", False), (8, "block", False)],
)
def test_words_a_side_warn_before_they_block(
    extra: int, level: str, passed: bool, sheet: FactSheet, dossier: Dossier
) -> None:
    text = sheet.pairs[0].critics.text + " more" * extra
    found = finding("similar_words_a_side", with_pair(sheet, 0, critics_text=text), dossier)
    assert (found.level, found.passed) == (level, passed), found.numbers


def test_uneven_citations_only_warn(sheet: FactSheet, dossier: Dossier) -> None:
    more = (*sheet.pairs[0].critics.notes, *sheet.pairs[1].critics.notes, *sheet.pairs[2].critics.notes)
    found = finding("every_claim_is_cited", with_pair(sheet, 0, critics_notes=more), dossier)
    assert (found.level, found.passed, found.numbers) == ("warn", False, "4 and 6 citations")


def test_a_fact_needs_a_source_too(sheet: FactSheet, dossier: Dossier) -> None:
    bare = replace(sheet, facts=(replace(sheet.facts[0], notes=()), *sheet.facts[1:]))
    found = finding("every_claim_is_cited", bare, dossier)
    assert (found.level, found.passed) == ("block", False)


def test_a_note_that_is_not_printed_is_no_citation(sheet: FactSheet, dossier: Dossier) -> None:
    number = sheet.pairs[1].critics.notes[0]
    notes = tuple(note for note in sheet.notes if note.number != number)
    assert not finding("every_claim_is_cited", replace(sheet, notes=notes), dossier).passed


def test_sources_of_another_age_only_warn(sheet: FactSheet, dossier: Dossier) -> None:
    critics = {"c1", "c2", "c3", "c4"}
    old = small.source("old", "Old Press", year=2009).csl["issued"]
    sources = tuple(
        replace(s, csl={**s.csl, "issued": old}) if s.id in critics else s for s in dossier.sources
    )
    found = finding("nothing_overdue", sheet, small.changed(dossier, sources=sources))
    assert (found.level, found.passed) == ("warn", False)
    assert found.numbers == "0 claims overdue; median source years 2024 and 2009"


def test_slanted_verbs_on_both_sides_are_even(sheet: FactSheet, dossier: Dossier) -> None:
    spoiled, _ = critics_insist(sheet, dossier)
    text = spoiled.pairs[0].supporters.text.replace(" says ", " claims ")
    assert finding(
        "attribution_in_neutral_verbs", with_pair(spoiled, 0, supporters_text=text), dossier
    ).passed


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("ICE and the ACLU agree with AP-NORC on SB 8.", "0 words in capitals, 0 marks of emphasis"),
        ("The program NEVER EVER works.", "2 words in capitals, 0 marks of emphasis"),
        ("It is a DISASTER for all.", "1 words in capitals, 0 marks of emphasis"),
        ("It is <b>good</b> for all.", "0 words in capitals, 2 marks of emphasis"),
        ("It is **good** for all.", "0 words in capitals, 2 marks of emphasis"),
    ],
)
def test_what_counts_as_shouting(text: str, shouted: str, sheet: FactSheet, dossier: Dossier) -> None:
    found = finding("no_shouting", with_pair(sheet, 0, critics_text=text), dossier)
    assert found.numbers == f"0 exclamation marks, {shouted}; weights 400 and 400"
    assert found.passed is shouted.startswith("0 words in capitals, 0 marks")


def test_a_loaded_word_may_be_quoted(sheet: FactSheet, dossier: Dossier) -> None:
    text = "A rights group says that talk of an “invasion” is common among those who back the program."
    assert finding("no_loaded_words", with_pair(sheet, 0, critics_text=text), dossier).passed


def test_one_question_cannot_stand_over_two_pairs(sheet: FactSheet, dossier: Dossier) -> None:
    same = with_pair(sheet, 1, question=sheet.pairs[0].question)
    assert not finding("headings_in_pairs", same, dossier).passed


def test_a_settled_fact_is_never_sided(sheet: FactSheet, dossier: Dossier) -> None:
    sided = replace(sheet, facts=(*sheet.facts, sheet.pairs[0].critics))
    found = finding("facts_first", sided, dossier)
    assert (found.passed, found.numbers) == (False, "3 undisputed facts; 1 that belong to a side")


def test_notes_must_rise_in_the_recorded_order(sheet: FactSheet, dossier: Dossier) -> None:
    pair = sheet.pairs[0]
    turned = with_pair(sheet, 0, supporters_notes=pair.critics.notes, critics_notes=pair.supporters.notes)
    found = finding("the_order_alternates", turned, dossier)
    assert (found.passed, "3 of 4 pairs" in found.numbers) == (False, True)


def test_the_starter_library_only_warns_that_nobody_signed(sheet: FactSheet, dossier: Dossier) -> None:
    found = finding("two_readers_signed", sheet, read(dossier, None))
    assert (found.level, found.passed) == ("warn", False)
    assert "0 of 8 claims approved by two readers; the others are the starter library's" in found.numbers


def test_some_claims_of_the_starter_library_only_warn(sheet: FactSheet, dossier: Dossier) -> None:
    found = finding("two_readers_signed", sheet, small.with_claim(dossier, "c-1", readers=None))
    assert (found.level, found.passed) == ("warn", False)
    assert "7 of 8" in found.numbers


def test_a_fact_without_a_side_takes_one_reader(sheet: FactSheet, dossier: Dossier) -> None:
    fact = sheet.facts[0].claim_id
    assert finding("two_readers_signed", sheet, small.with_claim(dossier, fact, readers=1)).passed
    nobody = finding("two_readers_signed", sheet, small.with_claim(dossier, fact, readers=0))
    assert (nobody.level, nobody.passed) == ("block", False)
    assert fact in nobody.numbers


def test_a_small_group_may_do_with_one_reader_and_says_so(sheet: FactSheet, dossier: Dossier) -> None:
    alone = small.changed(
        small.with_claim(dossier, "c-1", readers=1), imprint=replace(small.IMPRINT, readers=1)
    )
    found = finding("two_readers_signed", sheet, alone)
    assert (found.passed, found.numbers) == (True, "8 of 8 claims approved by one reader")


def test_a_claim_that_the_dossier_does_not_hold_is_refused(sheet: FactSheet, dossier: Dossier) -> None:
    strange = Point("x-9", 1, "A claim from nowhere.", (1,), "Nowhere 2024")
    pair = Pair("d-9", "What is this?", strange, strange)
    with pytest.raises(DossierError, match="x-9"):
        findings(replace(sheet, pairs=(pair,)), dossier)


def test_the_numbers_are_raw_and_supporters_come_first(sheet: FactSheet, dossier: Dossier) -> None:
    spoiled, _ = one_side_is_longer(*a_critic_has_no_source(sheet, dossier))
    numbers = balance.numbers(spoiled, brief_of(dossier))
    assert (numbers.claims, numbers.words) == ((4, 4), (69, 79))
    assert (numbers.citations, numbers.publishers) == ((4, 3), (4, 3))
    assert numbers.grades[0] == pytest.approx(8.0, abs=0.1)


def test_blocking_names_only_what_blocks(sheet: FactSheet, dossier: Dossier) -> None:
    warned = findings(*no_critic_speaks(sheet, dossier))
    blocked = findings(*a_critic_has_no_source(sheet, dossier))
    assert balance.blocking(warned) == ()
    assert [found.rule for found in balance.blocking(blocked)] == ["every_claim_is_cited"]
