"""The shipped rules of the states: every state once, plain and dated, and nothing weak passes for a fact."""

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from fact_sheets.readability import grade, longest_sentence, words
from tests.library.mirrors import named_as_publisher

DATA = Path(__file__).resolve().parents[2] / "toolkit/data"
FIPS = {f"{number:02}" for number in range(1, 57)} - {"03", "07", "14", "43", "52"}
TERRITORIES = {"60", "66", "69", "72", "78"}
HI, AZ, NY = "15", "04", "36"
FL, TX, TN, GA, MD, CA, NJ = "12", "48", "47", "13", "24", "06", "34"
POWERS = {"votes", "budget", "voice", "mandated", "asks"}
DAY_FIRST = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
Row = dict[str, Any]


@cache
def table(file: str, name: str) -> tuple[Row, ...]:
    with (DATA / file).open("rb") as opened:
        return tuple(tomllib.load(opened)[name])


def policies() -> tuple[Row, ...]:
    return table("subjects/287g/state_rules.toml", "policy")


def speaking() -> tuple[Row, ...]:
    return table("rules/meeting_rules.toml", "rule")


def deciders() -> tuple[Row, ...]:
    return table("subjects/287g/decides.toml", "record")


def is_printable(row: Row, verified: str = "verified") -> bool:
    """The rule that the comment on top of each file states."""
    return (
        row[verified]
        and row["confidence"] not in {"low", "low-medium"}
        and not row["outcome_open"]
        and any(citation["seen"] for citation in row["citations"])
    )


def name(row: Row) -> str:
    return row.get("id") or f"{'policy' if 'stance' in row else 'speaking'}-{row['state']}"


each_row = pytest.mark.parametrize("row", [*policies(), *speaking(), *deciders()], ids=name)


def test_every_state_dc_and_territory_stands_there_once() -> None:
    assert sorted(row["state"] for row in policies()) == sorted(FIPS | TERRITORIES)
    assert [row["state"] for row in speaking()] == sorted(FIPS)


def test_weak_and_open_outcomes_are_not_facts() -> None:
    facts = {row["state"] for row in policies() if is_printable(row)}
    assert facts.isdisjoint({HI, AZ, *TERRITORIES} - {"66", "69"})
    assert {FL, TX, TN, GA, MD, CA, NY, NJ} <= facts
    assert len(facts) == 51
    assert not any(is_printable(row) for row in policies() if row["stance"] == "unclear")


@pytest.mark.parametrize(("state", "since"), [(NY, "2026-05-27"), (MD, "2026-02-17"), (NJ, None)])
def test_a_state_that_bars_agreements_leaves_no_board_or_sheriff_to_choose(state: str, since: str) -> None:
    (row,) = [row for row in policies() if row["state"] == state]
    assert (row["stance"], row.get("since")) == ("prohibits", since)
    able = [row for row in deciders() if state in row["states"]]
    assert [row["power"] for row in able] == ["voice"]


@each_row
def test_it_says_how_far_it_was_checked(row: Row) -> None:
    assert row["confidence"] in {"high", "medium-high", "medium", "low-medium", "low"}
    assert isinstance(row["verified"], bool)
    assert isinstance(row["outcome_open"], bool)
    assert row["unseen"] or row.get("recheck") or is_printable(row)
    if row["outcome_open"]:
        assert row["recheck"]


@each_row
def test_it_is_dated(row: Row) -> None:
    as_of, checked, review_by = (date.fromisoformat(row[key]) for key in ("as_of", "checked", "review_by"))
    assert as_of <= checked
    assert review_by - checked == timedelta(days=90)
    for key in ("deadline", "ends_agreements_on"):
        assert date.fromisoformat(row.get(key, "2000-01-01"))
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row.get("since", "2000"))


@each_row
def test_it_is_short_and_plain(row: Row) -> None:
    printed = f"{row['line']} {row.get('notice_line', '')}"
    assert 8 <= len(words(printed)) <= 32
    assert longest_sentence(f"{printed} {row['detail']}") <= 25
    assert not re.search(r"['\"!]|\bcitizens?\b|\billegals?\b", f"{printed} {row['detail']}")
    assert not DAY_FIRST.search(f"{printed} {row['detail']}")
    assert len(row["line"]) <= 400
    assert len(row["detail"]) <= 2000


@pytest.mark.parametrize("rows", [policies(), speaking(), deciders()], ids=["policies", "speech", "deciders"])
@pytest.mark.parametrize("key", ["line", "detail"])
def test_the_table_reads_at_school_level(rows: tuple[Row, ...], key: str) -> None:
    assert sum(grade(row[key]) for row in rows) / len(rows) <= 11


@each_row
def test_its_citations_name_the_original_publisher_and_link(row: Row) -> None:
    assert row["citations"]
    for citation in row["citations"]:
        needed = {"title", "publisher", "year", "source_type", "seen"}
        assert set(citation) - {"perspective", "url", "read_at"} == needed
        assert citation["title"].strip()
        assert citation["publisher"].strip()
        assert 1960 <= citation["year"] <= 2026
        for address in filter(None, (citation.get("url"), citation.get("read_at"))):
            parts = urlsplit(address)
            assert parts.scheme in {"http", "https"}
            assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", parts.netloc)
        assert citation.get("url") or citation["read_at"]
        assert not named_as_publisher(citation["publisher"])


@pytest.mark.parametrize("row", policies(), ids=name)
def test_a_policy_names_a_known_stance_and_whom_it_reaches(row: Row) -> None:
    assert row["stance"] in {"requires", "encourages", "limits", "prohibits", "no-statewide-rule", "unclear"}
    assert set(row["applies_to"]) <= {"sheriffs", "county-jails", "city-police", "state-agencies"}
    has_rule = row["stance"] not in {"no-statewide-rule", "unclear"}
    assert bool(row["applies_to"]) == has_rule
    if is_printable(row):
        assert re.search(r"\b(?:19|20)\d\d\b", row["line"]), "what prints carries its date"


def test_where_a_law_has_decided_a_short_line_says_so() -> None:
    for row in policies():
        decided = row["stance"] in ("requires", "prohibits") and is_printable(row)
        assert ("head" in row) == decided, name(row)
        assert len(row.get("head", "")) <= 75
        assert not re.search(r"[.!?]$", row.get("head", ""))


@pytest.mark.parametrize("row", speaking(), ids=name)
def test_a_speaking_rule_keeps_notice_apart(row: Row) -> None:
    assert row["right_to_speak"] in {"yes", "partial", "no", "unclear"}
    assert row["statute"]
    assert row["notice_line"]
    assert row.get("notice_hours", 24) > 0
    if not is_printable(row, "notice_verified"):
        assert "notice" not in row["line"]


@pytest.mark.parametrize(
    ("record", "stance"), [("ds-statute", "prohibits"), ("ds-statute-requires", "requires")]
)
def test_who_decides_leans_on_the_printable_policies(record: str, stance: str) -> None:
    laws = {row["states"][0]: row for row in deciders() if re.fullmatch(rf"{record}-\d\d", row["id"])}
    bound = {row["state"]: row for row in policies() if row["stance"] == stance and is_printable(row)}
    assert laws.keys() == bound.keys()
    for state, law in laws.items():  # of its own state: another's law proves nothing here
        assert law["states"] == [state]
        assert law["citations"][0] == bound[state]["citations"][0]


def test_what_prints_of_a_rule_rests_on_words_that_were_read() -> None:
    for row in (*policies(), *speaking(), *deciders()):
        first = row["citations"][0]
        assert not is_printable(row) or first["seen"] or "read_at" in first, name(row)


def test_who_decides_says_what_a_meeting_can_do() -> None:
    assert {row["power"] for row in deciders()} == POWERS


def test_every_kind_of_place_in_every_state_gets_an_answer() -> None:
    facts = [row for row in deciders() if is_printable(row)]
    for state in FIPS | TERRITORIES:
        for kind in ("state", "county", "place", "county_subdivision"):
            answers = [row for row in facts if kind in row["kinds"] and state in (row["states"] or [state])]
            assert answers, (state, kind)


def test_the_usual_case_is_silent_where_state_law_says_otherwise() -> None:
    usual = {row["id"]: set(row["states"]) for row in deciders()}
    barred = {row["state"] for row in policies() if row["stance"] == "prohibits"}
    for record in ("ds-sheriff", "ds-budget", "ds-city-council", "ds-state-agency"):
        assert usual[record].isdisjoint(barred)


def test_local_examples_and_the_rate_of_speech() -> None:
    examples = table("rules/meeting_rules.toml", "local_example")
    assert len(examples) == len({row["id"] for row in examples}) == 7
    for row in examples:
        assert 2 <= row["minutes"] <= 5
        assert urlsplit(row["url"]).scheme in {"http", "https"}
        assert longest_sentence(row["signup"]) <= 25
        assert date.fromisoformat(row["as_of"]) < date.fromisoformat(row["checked"])
    with (DATA / "rules/meeting_rules.toml").open("rb") as opened:
        rate = tomllib.load(opened)["speaking_rate"]
    assert (rate["planning_words_per_minute"], rate["conversation_words_per_minute"]) == (130, 150)
