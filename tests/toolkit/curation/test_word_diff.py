"""What changed between two texts, as a reviewer sees it."""

import pytest

from toolkit.curation.word_diff import word_diff


def said(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in word_diff(old, new)]


def test_words_that_went_stand_before_those_that_came() -> None:
    assert said("It cost $10 a day.", "It cost $12 a day.") == [
        ("same", "It cost "),
        ("gone", "$10"),
        ("new", "$12"),
        ("same", " a day."),
    ]


def test_nothing_changed() -> None:
    assert said("It cost $10.", "It cost $10.") == [("same", "It cost $10.")]


def test_neighbours_that_changed_are_read_together() -> None:
    assert said("Two big towns left.", "Three small towns stay here.") == [
        ("gone", "Two big"),
        ("new", "Three small"),
        ("same", " towns "),
        ("gone", "left."),
        ("new", "stay here."),
    ]
    assert said("one two", "three four") == [("gone", "one two"), ("new", "three four")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("a b", "c b"), ("a b ", "a c "), ("", "a b"), ("a b", ""), ("a  b c", "d  e c"), ("a b", "c")],
)
def test_no_letter_is_lost(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new


def test_both_texts_can_be_read_out_of_the_pieces() -> None:
    old, new = "Two counties left\nthe program in 2025.", "In 2025 three counties left the program."
    pieces = word_diff(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new
