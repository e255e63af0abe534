"""What a speaker chooses and types: refused with words that help, or cleaned and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets.testimony import typed
from fact_sheets.testimony.speaker import MOST, SpeakerError, read_limit, say_limit
from tests.samples.speakers import script, wishes

HIDDEN = "I care\u202e about\u200b this\x07.\ufeff"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"own": " \n "}, "own", "Write one sentence of your own"),
        ({"own": "\u200b"}, "own", "Write one sentence of your own"),
        ({"own": "a " * 1_001}, "own", "under 2,000 characters"),
        ({"own": "a" * 61}, "own", "more than 60 letters"),
        ({"own": "e" + "\u0301" * 12}, "own", "more than eight accents"),
        ({"name": "x" * (MOST["name"] + 1)}, "name", "Keep your name under 80 characters"),
        ({"agenda_item": "b" * 61}, "agenda_item", "Keep the agenda item under 60"),
        ({"position": "neutral"}, "position", "support, oppose, undecided"),
        ({"limit": 29}, "limit", "0:30 to 5:00"),
        ({"limit": 301}, "limit", "0:30 to 5:00"),
        ({"pace": 99}, "pace", "100 to 180"),
        ({"pace": 181}, "pace", "100 to 180"),
    ],
)
def test_a_choice_that_cannot_be_used_names_its_field(
    changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(SpeakerError, match=words) as caught:
        wishes(**changes)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("2:00", 120), ("0:45", 45), ("2", 120), ("2.5", 150), ("3 min", 180), ("1 minute", 60), ("90s", 90),
     (" 90 seconds ", 90), ("5:00 min", 300)],
)  # fmt: skip
def test_a_limit_is_read_as_people_write_it(text: str, seconds: int) -> None:
    assert read_limit(text) == seconds


@pytest.mark.parametrize("text", ["", "two", "2:0", "2:60", "-1", "1e3", "nan", "٣", "2:00:00"])
def test_what_is_no_limit_says_how_to_write_one(text: str) -> None:
    with pytest.raises(SpeakerError, match="such as 2:00"):
        read_limit(text)


@given(st.integers(0, 900))
def test_a_limit_is_said_as_it_is_read(seconds: int) -> None:
    assert read_limit(say_limit(seconds)) == seconds


def test_hidden_characters_are_dropped_with_a_notice() -> None:
    made = script("unlisted", "support", own=HIDDEN)
    assert [line.text for line in made.plan.lines if line.role == "own"] == ["I care about this."]
    assert made.notices == ("Hidden characters were taken out of what you typed.",)
    assert script("unlisted", "support").notices == ()


@given(st.text(max_size=200))
def test_reading_is_steady_and_leaves_one_line(text: str) -> None:
    read = typed.read(text).text
    assert typed.read(read) == typed.Typed(read, dropped=False)
    assert read == " ".join(read.split())


def test_joiners_that_a_script_needs_stay() -> None:
    assert typed.read("می\u200cخواهم").text == "می\u200cخواهم"


def test_own_words_stay_as_typed_and_break_only_at_sentences() -> None:
    own = (
        "I moved here from St. Louis in 2004. My son, e.g., was born here! He asked: why? \n 287(g) matters."
    )
    lines = [line.text for line in script("unlisted", "oppose", own=own).plan.lines if line.role == "own"]
    assert lines == [
        "I moved here from St.\u00a0Louis in 2004.",
        "My son, e.g., was born here!",
        "He asked: why?",
        "287(g) matters.",
    ]


def test_a_typed_connection_takes_the_place_of_ours() -> None:
    made = script("unlisted", "support", connection="I run a bakery here", name="Ana Ruiz.", agenda_item="7")
    said = {line.role: line.text for line in made.plan.lines}
    assert said["connection"] == "I run a bakery here."
    assert said["name"] == "My name is Ana Ruiz."
    assert said["item"] == "I am here about agenda item 7."


def test_without_copies_nobody_says_that_there_are_some() -> None:
    assert "copies" not in {line.role for line in script("unlisted", "support", copies=False).plan.lines}


def test_double_time_gives_an_interpreted_speaker_the_whole_limit() -> None:
    whole = script("unlisted", "support").plan
    doubled = script("unlisted", "support", interpreter=True, double_time=True).plan
    halved = script("unlisted", "support", interpreter=True).plan
    assert doubled == whole
    assert halved.budget == whole.budget // 2
    assert halved.seconds <= 108
