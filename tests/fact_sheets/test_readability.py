"""Words, sentences, syllables and grades agree with counts made by hand."""

import pytest

from fact_sheets.readability import grade, longest_sentence, sentences, syllables, words

# Counted by hand: the text, its words, its sentences.
COUNTED = [
    ("The sheriff signed a 287(g) agreement.", 6, 1),
    ("She moved to the U.S. in 2018. That year the law changed.", 12, 2),
    ("See Printz v. United States. Congress may not command local officers.", 11, 2),
    ("The act is Pub. L. 104-208. It passed in 1996.", 10, 2),
    ("Payments began on Oct. 1 and rose by 25%.", 9, 1),
    ("Rep. Morgan Griffith of Virginia spoke. Others listened.", 8, 2),
    ("They fear calling 911. That makes no one safer.", 9, 2),
    ("The city was offered $25 million; it declined.", 8, 1),
    ("He called it “a public safety problem for everyone.” The town agreed.", 12, 2),
    ("Is it fair? Ask at 7 p.m. on Monday.", 9, 2),
    ("The polls – both of them – split 49–50.", 7, 1),
    ("Officers—not judges—sign the form.", 6, 1),
    ("The meeting starts at 7 p.m. The doors open at six.", 11, 2),
    ("What is not known\nNobody has counted.", 7, 2),
    ("Dr. J. Smith reviewed No. 12 on Jan. 5.", 9, 1),
]


@pytest.mark.parametrize(("text", "word_count", "sentence_count"), COUNTED)
def test_words_and_sentences_agree_with_a_count_by_hand(
    text: str, word_count: int, sentence_count: int
) -> None:
    assert len(words(text)) == word_count
    assert len(sentences(text)) == sentence_count


def test_words_stand_bare_of_their_punctuation() -> None:
    assert words("In 2025, “287(g)” cost $1.25 million (about 3%).") == (
        "In", "2025", "287(g)", "cost", "$1.25", "million", "about", "3%",
    )  # fmt: skip


def test_a_text_is_its_sentences() -> None:
    text = "The U.S. pays. Does it pay enough? Some say “no.” Rep. Lee says yes."
    assert " ".join(sentences(text)) == text
    assert sentences(text)[2] == "Some say “no.”"


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("jail", 1), ("said", 1), ("held", 1), ("judge", 1), ("stayed", 1), ("called", 1), ("don’t", 1)),
        *(("people", 2), ("sheriff’s", 2), ("statement", 2), ("likely", 2), ("settled", 2), ("didn’t", 2)),
        *(("create", 2), ("being", 2), ("million", 2), ("client", 2), ("statewide", 2), ("issue", 2)),
        *(("deputy", 3), ("agreement", 3), ("idea", 3), ("enforcement", 3), ("reporting", 3)),
        *(("immigration", 4), ("noncitizen", 4), ("authority", 4), ("association", 5), ("cooperation", 5)),
        ("society", 4),
        *(("racial", 2), ("Georgia", 2), ("Virginia", 3), ("California", 4), ("Pennsylvania", 4)),
        *(("ICE", 1), ("DHS", 3), ("ACLU", 4), ("WSO", 5), ("U.S.-born", 3), ("ICE’s", 1)),
        *(("48", 1), ("2018", 2), ("1,843", 2), ("$6.4", 2), ("25%", 3), ("287(g)", 3), ("rule-of-law", 3)),
    ],
)  # fmt: skip
def test_syllables_agree_with_a_count_by_hand(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_flesch_and_kincaids() -> None:
    # By hand: 12 words in 2 sentences, 14 syllables.
    text = "The sheriff runs the jail. The county pays for all of it."
    assert grade(text) == pytest.approx(0.39 * 6 + 11.8 * 14 / 12 - 15.59)


def test_longer_sentences_and_longer_words_raise_the_grade() -> None:
    short = grade("The jail holds people. ICE takes them. A judge decides.")
    joined = grade("The jail holds people, ICE takes them, and a judge decides.")
    heavy = grade("The correctional facility incarcerates individuals. Authorities apprehend detainees.")
    assert short < joined < heavy


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="without words"):
        grade(" – ")


def test_the_longest_sentence_is_counted_in_words() -> None:
    assert longest_sentence("Short one. This one has exactly seven words here. End.") == 7
    assert longest_sentence("") == 0
