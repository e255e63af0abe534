"""Spoken time: numbers, dates and initials are timed as they are said, not as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets import speech
from fact_sheets.brief import brief_of
from tests.samples import places

VOICE = brief_of(places.frederick_md()).voice

# Each sentence as written, and as a person says it, written out by hand.
REFERENCE = [
    ("287(g) began in 1996.", "two eighty-seven g began in nineteen ninety-six"),
    ("It costs $1,250,000 a year.", "it costs one million two hundred fifty thousand dollars a year"),
    ("ICE signed the MOA in 2025.", "ice signed the m o a in twenty twenty-five"),
    ("The 40-hour course is online.", "the forty hour course is online"),
    ("See 8 U.S.C. § 1357(g).", "see eight u s c section thirteen fifty-seven g"),
    ("Florida law, § 908.11, says so.", "florida law section nine oh eight point eleven says so"),
    ("Payments began on Oct. 1, 2025.", "payments began on october first twenty twenty-five"),
    ("The list is dated May 18, 2026.", "the list is dated may eighteenth twenty twenty-six"),
    ("The list is dated 2026-05-18.", "the list is dated may eighteenth twenty twenty-six"),
    ("There were 1,843 agreements.", "there were one thousand eight hundred forty-three agreements"),
    ("About 44% said no.", "about forty-four percent said no"),
    ("About 44 percent said no.", "about forty-four percent said no"),
    ("They used 2017–19 data.", "they used twenty seventeen to nineteen data"),
    ("It ran from 2008 to mid-2021.", "it ran from two thousand eight to mid twenty twenty-one"),
    ("DHS paid $38.6 million.", "d h s paid thirty-eight point six million dollars"),
    ("They turned down a $25-million offer.", "they turned down a twenty-five million dollars offer"),
    ("Training takes 10–12 hours.", "training takes ten to twelve hours"),
    ("Voters split 49–50.", "voters split forty-nine to fifty"),
    ("The 5th Circuit ruled in 2018.", "the fifth circuit ruled in twenty eighteen"),
    ("In Lopez v. Texas, the court agreed.", "in lopez versus texas the court agreed"),
    ("SB 8 takes effect in 2026.", "s b eight takes effect in twenty twenty-six"),
    ("HB 2372 became law.", "h b twenty-three seventy-two became law"),
    ("People fear calling 911.", "people fear calling nine one one"),
    ("We met at 6:30 p.m.", "we met at six thirty p m"),
    ("The meeting starts at 7 p.m. today.", "the meeting starts at seven p m today"),
    ("The meeting starts at 10:00 sharp.", "the meeting starts at ten o'clock sharp"),
    ("It began in the 1990s.", "it began in the nineteen nineties"),
    ("Rep. Griffith said so.", "representative griffith said so"),
    ("U.S. citizens were listed.", "u s citizens were listed"),
    ("The ACLU's 2022 report says so.", "the a c l u's twenty twenty-two report says so"),
    ("GAO reported in 2021.", "g a o reported in twenty twenty-one"),
    ("Each copy is $1.", "each copy is one dollar"),
    ("A copy is $5.50.", "a copy is five dollars and fifty cents"),
    ("They ran 24/7.", "they ran twenty-four seven"),
    ("After 9/11, the first one was signed.", "after nine eleven the first one was signed"),
    ("About 1.5 million people live here.", "about one point five million people live here"),
    ("Title IV covers schools.", "title four covers schools"),
    ("It held 65 percent in fiscal 2017.", "it held sixty-five percent in fiscal twenty seventeen"),
    ("Agencies signed two MOAs.", "agencies signed two m o as"),
    ("Two-thirds agreed.", "two thirds agreed"),
    ("Costs reached $3.7 million a year.", "costs reached three point seven million dollars a year"),
    ("All 3,222 counties are here.", "all three thousand two hundred twenty-two counties are here"),
    ("It cost $6.4–$7 million.", "it cost six point four to seven million dollars"),
    ("Item No. 5 is next.", "item number five is next"),
    ("FAIR and FWD.us disagree.", "fair and forward dot u s disagree"),
    ("Police & sheriffs met on May 6.", "police and sheriffs met on may sixth"),
    ("My son turned 21 on June 3rd.", "my son turned twenty-one on june third"),
    ("I have lived here since 2004.", "i have lived here since two thousand four"),
    ("On December 1, 2026 the deadline passes.", "on december first twenty twenty-six the deadline passes"),
]


@pytest.mark.parametrize(("written", "said"), REFERENCE, ids=[written for written, _ in REFERENCE])
def test_a_sentence_is_timed_as_it_is_said(written: str, said: str) -> None:
    reference = len(said.replace("-", " ").split())
    assert abs(VOICE.count(written) - reference) <= 0.10 * reference


def test_the_reference_is_large_enough_to_mean_something() -> None:
    assert len(REFERENCE) >= 40


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("287(g)", "two eighty-seven g"),
        ("$1,250,000", "one million two hundred fifty thousand dollars"),
        ("ICE", "ice"),
        ("MOA", "M O A"),
        ("2025", "twenty twenty-five"),
        ("40-hour", "forty hour"),
        ("Oct. 1", "October first"),
        ("U.S.C.", "U S C"),
    ],
)
def test_the_stopwatch_scene(written: str, said: str) -> None:
    assert VOICE.spoken(written) == said


def test_no_break_characters_do_not_change_what_is_said() -> None:
    assert VOICE.spoken("May\u00a018,\u00a02026") == VOICE.spoken("May 18, 2026")


@pytest.mark.parametrize(
    ("limit", "words"), [(30, 58), (60, 117), (90, 175), (120, 234), (180, 351), (300, 585)]
)
def test_ten_percent_of_every_limit_stays_in_hand(limit: int, words: int) -> None:
    assert speech.budget(limit) == words


def test_interpreting_takes_half_the_words() -> None:
    assert speech.budget(120, interpreter=True) == 117


def test_a_faster_pace_takes_fewer_seconds() -> None:
    assert speech.seconds(260, 130) == 120
    assert speech.seconds(260, 160) < 100


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("STOP AND THINK, PLEASE.", "Stop and think, please."),
        ("The GAO and ICE agree.", "The G A O and ice agree."),
        ("1,911 calls", "one thousand nine hundred eleven calls"),
        ("Form 2026-13-40", "Form two thousand twenty-six thirteen forty"),
    ],
)
def test_what_only_looks_like_initials_a_call_or_a_date(written: str, said: str) -> None:
    assert VOICE.count(written) == len(said.replace("-", " ").split())


SIGNS = "0 1 12 2025 1,234 . , $ % – - / : ( ) § # & th am p.m. May Oct. 287(g) million K No. S. HB U.S. ٣ ²"


@given(st.lists(st.sampled_from([*SIGNS.split(), " "]), max_size=14).map("".join))
def test_any_writing_can_be_said(written: str) -> None:
    assert not any(figure.isascii() and figure.isdigit() for figure in VOICE.spoken(written))


@pytest.mark.parametrize("written", ["{}", "${}", "$1.{}", "the {}th", "§ 9.{}", "2.{}", "{}.5"])
def test_a_number_that_nobody_can_say_is_said_figure_by_figure(written: str) -> None:
    assert VOICE.count(written.format("9" * 5000)) >= 5000
    assert "nine nine nine" in VOICE.spoken(written.format("9" * 400))


@given(st.text(max_size=80))
def test_any_text_takes_some_time_or_none(text: str) -> None:
    assert VOICE.count(text) >= 0
