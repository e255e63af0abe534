"""The composed sheet: within its words, cut to fit, the same every time, and honest about its standing."""

import json
import subprocess
import sys
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest

from fact_sheets import codes, snapshot
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.documents.full_sheet.fit import fits
from fact_sheets.readability import words
from fact_sheets.typesetting import NBSP
from tests.samples import places, small

each_place = pytest.mark.parametrize("name", places.VARIANTS)


@cache
def composed(name: str) -> FactSheet:
    """The sheet of one of the places."""
    return compose(places.variant(name))


def count(*texts: str) -> int:
    return sum(len(words(text)) for text in texts)


def every_text(sheet: FactSheet) -> str:
    """All words of the sheet but its notes and its code."""
    plain = {
        key: value for key, value in asdict(sheet).items() if key not in ("notes", "findings", "check_url")
    }
    return json.dumps(plain, default=str, ensure_ascii=False).replace(NBSP, " ")


@each_place
def test_both_sides_hold_what_they_must(name: str) -> None:
    room = fits(composed(name))
    assert room.side_one.fits, room.side_one
    assert room.side_two.fits, room.side_two


@each_place
def test_every_place_gets_a_balanced_sheet_with_hardly_a_warning(name: str) -> None:
    sheet = composed(name)
    assert sheet.standing == "balanced"
    assert len([f for f in sheet.findings if not f.passed and f.rule != "two_readers_signed"]) <= 1


@each_place
def test_sections_keep_within_their_words(name: str) -> None:
    sheet = composed(name)
    assert count(sheet.title) <= 18
    assert 30 <= count(*(line.text for line in sheet.message)) <= 45
    here = [f"{line.heading} {line.line.text}" for line in sheet.here]
    assert 25 <= count(*here, sheet.policy.text if sheet.policy else "") <= 90
    assert 45 <= count(*(fact.text for fact in sheet.facts)) <= 75
    assert 3 <= len(sheet.pairs) <= 4
    for side in ("supporters", "critics"):
        texts = [getattr(pair, side).text for pair in sheet.pairs]
        assert 85 <= count(*texts) <= 140
        assert all(22 <= count(text) <= 45 for text in texts)
    assert 15 <= count(*(line.text for line in sheet.not_known)) <= 30
    assert 20 <= count(*(line.text for line in sheet.act)) <= 35
    assert 3 <= len(sheet.questions) <= 5
    assert 1 <= len(sheet.glossary) <= 5
    assert [row.model for row in sheet.models] == ["JEM", "WSO", "TFM"]


@each_place
def test_every_statement_of_fact_has_a_note_that_is_printed(name: str) -> None:
    sheet = composed(name)
    numbers = {note.number for note in sheet.notes}
    stated = [*sheet.facts, *(point for pair in sheet.pairs for point in (pair.supporters, pair.critics))]
    stated += [line.line for line in sheet.here if line.status != "unknown"]  # type: ignore[misc]
    stated += [sheet.message[0], sheet.chart.caption, *(meaning for _, meaning in sheet.glossary)]  # type: ignore[list-item]
    assert all(point.notes and set(point.notes) <= numbers for point in stated)
    assert all(row.notes for row in sheet.models)


@each_place
def test_counts_carry_their_date(name: str) -> None:
    """Scene 10: nothing says which model is most common without a date and ICE's count."""
    text = every_text(composed(name))
    for claim in ("most common", "least common", "majority of agreements"):
        assert claim not in text
    assert "May 18, 2026" in text


@each_place
def test_what_may_not_break_does_not(name: str) -> None:
    plain = {key: value for key, value in asdict(composed(name)).items() if key not in ("notes", "findings")}
    text = json.dumps(plain, default=str, ensure_ascii=False)
    for breakable in ("May 18, 2026", "November 26, 2026", "Section 287(g)", "§ 1357"):
        assert breakable not in text


def test_the_code_is_that_of_the_dossier_and_leads_to_its_page() -> None:
    sheet = composed("frederick-county-md")
    assert sheet.code == codes.code_for(snapshot.sha256(choose(places.variant("frederick-county-md"))))
    assert sheet.check_url == f"https://toolkit.example.org/editions/{sheet.code}"
    assert len({sheet.code for sheet in map(composed, places.VARIANTS)}) == len(places.VARIANTS)


def test_a_place_that_the_data_does_not_know_gets_the_national_sheet() -> None:
    """Scene 9."""
    sheet = composed("unlisted")
    assert sheet.title.replace(NBSP, " ") == "Does your county take part in 287(g)?"
    assert all(line.line.text.startswith("Unknown – ask") for line in sheet.here)
    assert len(sheet.questions) >= 3
    assert sheet.standing == "balanced"


def test_the_other_order_changes_no_words() -> None:
    dossier = places.variant("none-listed-wi")
    one, other = compose(dossier), compose(small.changed(dossier, first_side="critics"))
    assert other.first_side == "critics"
    assert [p.supporters.text for p in one.pairs] == [p.supporters.text for p in other.pairs]
    assert other.standing == "balanced"


def test_the_same_dossier_gives_the_same_sheet_in_every_process(repository: Path) -> None:
    script = (
        "import hashlib; from fact_sheets.documents.full_sheet.compose import compose;"
        "from tests.samples import places;"
        "print(hashlib.sha256(repr(compose(places.frederick_md())).encode()).hexdigest())"
    )
    found = set()
    for seed in ("0", "7"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(repository)}
        command = [sys.executable, "-c", script]
        asked = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        found.add(asked.stdout)
    assert len(found) == 1


def test_removing_one_critics_citation_ends_the_balance_with_numbers() -> None:
    """Scene 4, the gate."""
    dossier = places.variant("frederick-county-md")
    critic = composed("frederick-county-md").pairs[0].critics.claim_id
    sheet = compose(small.with_claim(dossier, critic, citations=()))
    assert (sheet.standing, sheet.standing_line) == ("draft", "1 rule is not met:")
    (failed,) = [found for found in sheet.findings if found.level == "block" and not found.passed]
    assert failed.sentence == "Every claim is cited"
    assert f"1 without a source: {critic}" in failed.numbers
    assert sheet.numbers is not None
    assert sheet.numbers.citations[1] < sheet.numbers.citations[0]
    assert sheet.pairs, "the draft is shown, with what it lacks"


@each_place
def test_a_draft_fits_its_paper_too(name: str) -> None:
    critic = composed(name).pairs[0].critics.claim_id
    draft = compose(small.with_claim(places.variant(name), critic, citations=()))
    assert draft.standing == "draft"
    assert fits(draft).fits, fits(draft)


def test_a_draft_may_fail_several_rules() -> None:
    sheet = compose(small.with_claim(small.dossier(), "c-1", citations=(), readers=0))
    assert sheet.standing_line == "2 rules are not met:"


def test_a_crowded_sheet_drops_pairs_facts_and_terms_and_keeps_three_pairs() -> None:
    dossier = small.dossier()
    many = tuple(
        replace(tier, heading=f"{tier.heading} and {'more agencies ' * 20}") for tier in dossier.local.tiers
    )
    crowded = compose(small.changed(dossier, tiers=many))
    assert len(compose(dossier).pairs) == 4
    assert len(crowded.pairs) == 3
    assert len(crowded.facts) == 2
    assert len(crowded.not_known) == 1
