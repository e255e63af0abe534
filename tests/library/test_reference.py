"""Questions for officials, glossary, timeline and the table of changes are whole, plain and sourced."""

import re

import pytest

from fact_sheets.lexicon import loaded_words
from fact_sheets.readability import longest_sentence, words

from .conftest import Row, rows

FILES = [
    ("glossary", "term", 20),
    ("timeline", "event", 20),
    ("before_after", "row", 11),
    ("questions", "question", 20),
]
TEXTS = {
    "glossary": ["definition"],
    "timeline": ["event"],
    "before_after": ["before", "after"],
    "questions": ["text"],
}


@pytest.mark.parametrize(("name", "key", "count"), FILES)
def test_each_file_is_whole_and_plain(name: str, key: str, count: int) -> None:
    found = rows(name, key)
    assert len(found) == count
    for text in (row[field] for row in found for field in TEXTS[name]):
        assert longest_sentence(text) <= 25, text
        assert loaded_words(text) == (), text
        assert re.search(r"['\"!]|\d{4}-\d", text) is None, text


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, key, _ in FILES if name != "questions"])
def test_every_row_leads_to_its_sources(name: str, key: str, sources: dict[str, Row]) -> None:
    for row in rows(name, key):
        assert row["sources"]
        assert sources.keys() >= set(row["sources"])


@pytest.mark.parametrize("name", ["timeline", "before_after"])
def test_confidence_is_one_of_two(name: str) -> None:
    key = {"timeline": "event", "before_after": "row"}[name]
    assert {row["confidence"] for row in rows(name, key)} == {"high", "medium"}


def test_a_term_is_explained_in_few_words() -> None:
    terms = rows("glossary", "term")
    assert len({row["term"] for row in terms}) == 20
    assert [row["term"] for row in terms if len(words(row["definition"])) > 28] == []


def test_the_timeline_runs_forward() -> None:
    dates = [row["date"] for row in rows("timeline", "event")]
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", date) for date in dates)
    assert dates == sorted(dates)


def test_a_count_in_the_table_of_changes_carries_its_date() -> None:
    for row in rows("before_after", "row")[:3]:
        assert re.search(r"20\d\d", row["before"])
        assert re.search(r"20\d\d", row["after"])


def test_questions_fit_a_status_and_a_model_and_lead_to_claims(claims: list[Row]) -> None:
    ids = {claim["id"] for claim in claims}  # that print
    topics = {claim["topic"] for claim in claims}
    for question in rows("questions", "question"):
        assert question["text"].endswith("?")
        assert {"recorded", "pending", "none"} >= set(question["statuses"]) > set()
        assert {"JEM", "WSO", "TFM"} >= set(question["models"]) > set()
        assert ids >= set(question["claims"]) > set()
        assert question["topic"] in topics


def test_every_status_and_model_has_at_least_five_questions() -> None:
    questions = rows("questions", "question")
    for status in ("recorded", "pending", "none"):
        for model in ("JEM", "WSO", "TFM"):
            fitting = [q for q in questions if status in q["statuses"] and model in q["models"]]
            assert len(fitting) >= 5
