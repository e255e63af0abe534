"""What is asked fits what can be decided in the place, and stays one short sentence."""

from dataclasses import replace

import pytest

from fact_sheets.brief import brief_of
from fact_sheets.readability import sentences, words
from fact_sheets.testimony.ask import fair_line, the_ask, the_question
from fact_sheets.testimony.speaker import POSITIONS, Position
from tests.samples import places, small
from tests.samples.speakers import PLACES, briefs, script

ASKS = [
    ("frederick-county-md", "support", "urge the state to allow 287(g) agreements here"),
    ("frederick-county-md", "oppose", "stand by Maryland’s rule against 287(g) agreements"),
    ("place-17-TFM", "support", "urge the state to allow 287(g) agreements here"),
    ("key-west-fl", "support", "help keep the 287(g) agreement here in force"),
    ("key-west-fl", "oppose", "do no more under 287(g) than state law requires"),
    ("place-12-none", "support", "help bring the federal 287(g) program to Lakeside"),
    ("harris-county-tx", "support", "help bring the federal 287(g) program to Harris County"),
    ("harris-county-tx", "oppose", "do no more under 287(g) than state law requires"),
    ("county-55-TFM", "support", "help keep the 287(g) agreement here in force"),
    ("county-55-TFM", "oppose", "help end the 287(g) agreement here"),
    ("none-listed-wi", "support", "help bring the federal 287(g) program to Lake County"),
    ("none-listed-wi", "oppose", "help keep Lake County out of the 287(g) program"),
    ("maryland", "support", "change Maryland’s rule against 287(g) agreements"),
    ("maryland", "oppose", "keep Maryland’s rule against 287(g) agreements"),
    ("state-48-TFM", "support", "keep Texas’s law on 287(g) agreements"),
    ("state-48-TFM", "oppose", "change Texas’s law on 287(g) agreements"),
    ("state-55-none", "support", "let agencies in our state sign 287(g) agreements"),
    ("state-55-none", "oppose", "rule out 287(g) agreements in our state"),
    ("northern-marianas", "oppose", "end 287(g) agreements in our territory"),
    ("district-of-columbia", "support", "let agencies in our District sign 287(g) agreements"),
    ("unlisted", "support", "take a public stand for the 287(g) program"),
    ("unlisted", "oppose", "take a public stand against the 287(g) program"),
    ("unlisted", "undecided", "answer residents’ questions about 287(g) in public"),
]
QUESTIONS = [
    ("key-west-fl", "What has the agreement done here, what has it cost, and who reviews it?"),
    ("none-listed-wi", "Is an agreement being considered, and how would the public be told?"),
    ("frederick-county-md", "How do officers here work with ICE today, and is that reported?"),
    ("unlisted", "Does any agency here have an agreement, and where can residents read it?"),
]


@pytest.mark.parametrize(("place", "position", "asked"), ASKS)
def test_the_ask_fits_the_place(place: str, position: Position, asked: str) -> None:
    assert the_ask(briefs()[place], position) == asked


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("position", POSITIONS)
def test_it_is_one_sentence_of_eighteen_words_as_spoken(place: str, position: Position) -> None:
    ask = f"Again, I ask you to {the_ask(briefs()[place], position)}."
    assert len(sentences(ask)) == 1
    assert briefs()[place].voice.count(ask) <= 18


def test_a_long_name_gives_way_to_this_community() -> None:
    dossier = places.plain("55", "place")
    named = small.changed(
        dossier, place=replace(dossier.local.place, name="Village of Lake and Peninsula Heights")
    )
    assert the_ask(brief_of(named), "oppose") == "help keep this community out of the 287(g) program"


def test_two_agreements_are_called_agreements() -> None:
    dossier = places.plain("55", "county", "TFM")
    tiers = tuple(
        replace(tier, agreements=tier.agreements * 2) if tier.level == "county" else tier
        for tier in dossier.local.tiers
    )
    assert (
        the_ask(brief_of(small.changed(dossier, tiers=tiers)), "oppose")
        == "help end the 287(g) agreements here"
    )


@pytest.mark.parametrize(("place", "question"), QUESTIONS)
def test_the_undecided_ask_what_officials_here_can_answer(place: str, question: str) -> None:
    assert the_question(briefs()[place], "undecided") == question
    assert question in [line.text for line in script(place, "undecided").plan.lines]
    assert the_question(briefs()[place], "support") is None


def test_the_fair_line_concedes_sources_to_the_other_side() -> None:
    brief = briefs()["frederick-county-md"]
    lines = [fair_line(brief, position) for position in POSITIONS]
    assert fair_line(brief, "support") == fair_line(brief, "oppose")
    assert all("sourced arguments" in line for line in lines)
    assert all(len(words(each)) <= 18 for line in lines for each in sentences(line))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("frederick-county-md", "It shows no agreement for the Frederick County sheriff and jail."),
        ("key-west-fl", "It shows a Task Force agreement for Key West city police."),
        ("county-12-WSO", "It shows a Warrant Service agreement for the Lake County sheriff and jail."),
    ],
)
def test_the_local_line_says_what_the_dated_list_shows(place: str, shown: str) -> None:
    said = {line.role: line.text for line in script(place, "support").plan.lines}
    assert said["local"].replace("\u00a0", " ") == f"ICE’s list is dated May 18, 2026. {shown}"


@pytest.mark.parametrize("place", ["maryland", "puerto-rico", "unlisted"])
def test_where_no_own_agency_is_listed_or_not_it_says_nothing_of_the_list(place: str) -> None:
    assert "local" not in {line.role for line in script(place, "support").plan.lines}


def test_nobody_is_said_to_live_in_an_unknown_place() -> None:
    said = {line.role: line.text for line in script("unlisted", "support").plan.lines}
    assert said["connection"] == "I am a resident of this community."
