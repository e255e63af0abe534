"""What the pages for speakers stand on: turns, seeds, the paragraph to rehearse, papers of one dossier."""

from datetime import timedelta

import pytest

from fact_sheets.speech import DEFAULT_PACE, seconds
from tests.samples import small
from toolkit.publishing.errors import UnknownPlace
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.speaking import deals, testimony
from toolkit.publishing.speaking import testimony_page as forms
from toolkit.publishing.speaking.testimony import Wishes
from toolkit.publishing.speaking.testimony_page import positions_of_the_day, rehearsal

OWN = "I run a bakery on Main Street."


@pytest.mark.parametrize("geoid", ["24021", "2430325", "US"])
def test_each_position_is_first_second_and_last_equally_often(geoid: str) -> None:
    orders = [positions_of_the_day(geoid, small.TODAY + timedelta(days=day)) for day in range(30)]
    for position in testimony.POSITIONS:
        assert [sum(order[place] == position for order in orders) for place in range(3)] == [10, 10, 10]


def test_places_do_not_all_begin_alike() -> None:
    assert {positions_of_the_day(f"240{number:02d}", small.TODAY) for number in range(20)} == {
        ("support", "oppose", "undecided"),
        ("oppose", "undecided", "support"),
        ("undecided", "support", "oppose"),
    }


def test_a_watch_and_the_clock_say_the_same_pace() -> None:
    text = rehearsal()
    for taken, pace in text.table:
        assert taken == pytest.approx(seconds(text.words, pace), abs=0.5)
    assert text.slowest in dict(text.table).values()
    assert text.fastest in dict(text.table).values()
    assert 25 <= seconds(text.words, DEFAULT_PACE) <= 35


def test_a_seed_can_be_read_out_and_used() -> None:
    for _ in range(50):
        seed = deals.new_seed()
        assert not set(seed) & set("0o1li")
        assert deals.DealOrder("oppose", 5, seed=seed).seed == seed


def test_a_library_that_cannot_be_spoken_still_gives_ask_and_own_words(room: PressRoom) -> None:
    page = testimony.podium(room, "24021", small.TODAY, Wishes(own=OWN, position="oppose"))
    roles = [line.role for line in page.script.plan.lines]
    assert "point" not in roles
    assert {"ask", "own"} <= set(roles)
    assert [stand.questions for stand in forms.testimony_page(room, "24021", small.TODAY).stands] == [
        (),
        (),
        (),
    ]


def test_an_unknown_place_has_no_script(room: PressRoom) -> None:
    with pytest.raises(UnknownPlace):
        testimony.document(room, "99999", small.TODAY, Wishes(own=OWN), form="txt")
