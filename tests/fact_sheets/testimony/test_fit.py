"""A draft never overruns, at any limit, pace and place: whole sentences go, the ask and own words last."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fact_sheets import speech
from fact_sheets.readability import sentences, words
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import LONGEST, POSITIONS, SHORTEST, TooLong, Wishes
from fact_sheets.typesetting import NBSP
from tests.samples.speakers import OWN, briefs, wishes
from tests.samples.speakers import PLACES as EVERYWHERE

PLACES = st.sampled_from(sorted(EVERYWHERE))
POSITION = st.sampled_from(POSITIONS)
LIMIT = st.integers(SHORTEST, LONGEST)
PACE = st.sampled_from(speech.PACES)
LONGEST_SENTENCE = 22
TYPED = {"own", "name", "connection", "item"}


@st.composite
def speakers(draw: st.DrawFn) -> Wishes:
    """Someone who left any field empty or not."""
    return wishes(
        position=draw(POSITION),
        limit=draw(LIMIT),
        pace=draw(PACE),
        interpreter=draw(st.booleans()),
        double_time=draw(st.booleans()),
        name=draw(st.sampled_from(["", "Maria Alvarez"])),
        connection=draw(st.sampled_from(["", "I run a bakery on Market Street"])),
        agenda_item=draw(st.sampled_from(["", "7", "the sheriff’s budget"])),
        fair_line=draw(st.booleans()),
        copies=draw(st.booleans()),
    )


def texts(script: Script) -> list[str]:
    """What is said, line by line."""
    return [line.text for line in script.plan.lines]


def composed(place: str, speaker: Wishes) -> Script:
    """The script, where the speaker's own words fit at all."""
    try:
        return compose(briefs()[place], speaker)
    except TooLong:
        assume(False)
        raise


@given(PLACES, speakers())
def test_it_fits_the_time(place: str, speaker: Wishes) -> None:
    plan = composed(place, speaker).plan
    spoken = briefs()[place].voice.count(" ".join(line.text for line in plan.lines))
    allowed = speech.budget(speaker.limit, speaker.pace, interpreter=speaker.share < 1)
    assert plan.words == spoken <= plan.budget == allowed
    assert plan.seconds <= math.ceil(speaker.limit * (1 - speech.IN_HAND))
    assert [line.ends_at for line in plan.lines] == sorted(line.ends_at for line in plan.lines)


@given(PLACES, speakers())
def test_the_ask_and_the_own_words_are_always_said(place: str, speaker: Wishes) -> None:
    lines = composed(place, speaker).plan.lines
    assert sum(line.role == "ask" for line in lines) == 1
    assert " ".join(line.text for line in lines if line.role == "own").replace(NBSP, " ") == OWN


@given(PLACES, speakers())
def test_only_whole_sentences_are_said_and_none_is_long(place: str, speaker: Wishes) -> None:
    whole = set(texts(compose(briefs()[place], wishes_without_clock(speaker))))
    script = composed(place, speaker)
    assert set(texts(script)) <= whole
    ours = [line.text for line in script.plan.lines if line.role not in TYPED]
    lengths = {sentence: len(words(sentence)) for text in ours for sentence in sentences(text)}
    assert {sentence: length for sentence, length in lengths.items() if length > LONGEST_SENTENCE} == {}


def wishes_without_clock(speaker: Wishes) -> Wishes:
    """The same speaker with all the time there is."""
    return wishes(
        position=speaker.position,
        limit=LONGEST,
        pace=max(speech.PACES),
        name=speaker.name,
        connection=speaker.connection,
        agenda_item=speaker.agenda_item,
    )


@given(PLACES, speakers(), st.lists(LIMIT, min_size=3, max_size=3, unique=True))
def test_a_shorter_version_lies_inside_a_longer_one(place: str, speaker: Wishes, limits: list[int]) -> None:
    versions = []
    for limit in sorted(limits):
        timed = wishes(position=speaker.position, pace=speaker.pace, name=speaker.name, limit=limit)
        versions.append(texts(composed(place, timed)))
    for shorter, longer in pairwise(versions):
        assert [text for text in longer if text in shorter] == shorter


@given(PLACES, speakers())
def test_a_cut_line_gives_the_version_of_that_limit(place: str, speaker: Wishes) -> None:
    script = composed(place, speaker)
    for cut in script.plan.cuts:
        said = [i for i in range(cut.after + 1) if i not in cut.skip] + list(cut.closing)
        lines = [script.plan.lines[i] for i in said]
        allowed = speech.budget(cut.limit, speaker.pace, interpreter=speaker.share < 1)
        assert sum(line.words for line in lines) <= allowed
        assert {line.role for line in lines} >= {"ask", "own"}
        assert all(line.shortest <= cut.limit for line in lines)
        assert len(lines) < len(script.plan.lines)


@given(PLACES, POSITION, LIMIT, PACE, st.booleans(), st.integers(1, 40))
def test_too_long_says_by_how_much_and_what_to_do(
    place: str, position: str, limit: int, pace: int, interpreter: bool, over: int
) -> None:
    def speaker(number: int, seconds: int = limit) -> Wishes:
        return wishes(
            own="word " * number, position=position, limit=seconds, pace=pace, interpreter=interpreter
        )

    asked = next(
        line.words
        for line in compose(briefs()[place], wishes(position=position)).plan.lines
        if line.role == "ask"
    )
    fitting = speech.budget(limit, pace, interpreter=interpreter) - asked
    assume(fitting >= 1 and fitting + over <= 400)
    compose(briefs()[place], speaker(fitting))
    with pytest.raises(TooLong) as caught:
        compose(briefs()[place], speaker(fitting + over))
    error = caught.value
    assert error.words == over
    assert error.over == math.ceil(round(over * 60 / pace / (0.5 if interpreter else 1), 6))
    assert str(error.over) in str(error)
    if error.needed is None:
        with pytest.raises(TooLong):
            compose(briefs()[place], speaker(fitting + over, LONGEST))
    else:
        compose(briefs()[place], speaker(fitting + over, error.needed))
        with pytest.raises(TooLong):
            compose(briefs()[place], speaker(fitting + over, error.needed - 1))


def test_a_minute_and_a_half_of_words_does_not_fit_thirty_seconds() -> None:
    with pytest.raises(
        TooLong, match=r"^Your own words run \d+ seconds over\. Cut about \d+ words or ask for 1:\d\d\.$"
    ):
        compose(briefs()["frederick-county-md"], wishes(own=" ".join([OWN] * 7), limit=30))
