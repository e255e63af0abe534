"""The contested questions are put neutrally and answered from both sides."""

from itertools import chain

from fact_sheets.lexicon import loaded_words, verbs
from fact_sheets.readability import longest_sentence, sentences, words

from .conftest import Row


def test_every_sided_claim_answers_a_question(sided: dict[str, list[Row]], disputes: list[Row]) -> None:
    for side, claims in sided.items():
        answers = set(chain.from_iterable(dispute[side] for dispute in disputes))
        assert {claim["id"] for claim in claims} == answers


def test_facts_under_a_question_take_no_side(claims: list[Row], disputes: list[Row]) -> None:
    stances = {claim["id"]: claim["stance"] for claim in claims}
    listed = [stances[claim] for dispute in disputes for claim in dispute["mixed"]]
    assert set(listed) <= {"background", "mixed"}


def test_no_claim_stands_twice_under_one_question(disputes: list[Row]) -> None:
    for dispute in disputes:
        listed = dispute["supporters"] + dispute["critics"] + dispute["mixed"]
        assert len(listed) == len(set(listed)), dispute["id"]


def test_the_order_is_whole(disputes: list[Row]) -> None:
    assert [dispute["order"] for dispute in disputes] == list(range(1, len(disputes) + 1))
    assert len({dispute["id"] for dispute in disputes}) == len(disputes)


def test_a_question_is_a_short_neutral_heading(disputes: list[Row]) -> None:
    for dispute in disputes:
        assert len(words(dispute["question"])) <= 15
        assert dispute["question"].endswith("?")
        assert loaded_words(dispute["question"]) == ()


def test_what_is_not_known_is_said_in_few_words(disputes: list[Row]) -> None:
    for dispute in disputes:
        text = dispute["not_known"]
        assert 10 <= len(words(text)) <= 30, dispute["id"]
        assert len(sentences(text)) <= 2
        assert longest_sentence(text) <= 25
        assert loaded_words(text) == ()
        assert [verb.found for verb in verbs(text) if not verb.neutral] == []
