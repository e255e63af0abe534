"""Scenes of those who speak (docs/acceptance, scenes 1, 3, 6 and 12), on a phone."""

import re
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OWN = "I run a bakery on Main Street, and my neighbors come in every day."
MAKE = re.compile("Make my text")
PODIUM = re.compile("Open the podium")


def make(page: Page, position: str, own: str = OWN, limit: str = "2:00", geoid: str = "24021") -> None:
    """From the form of a place to the text."""
    page.goto(f"/places/{geoid}/testimony")
    page.get_by_label(position).check()
    page.get_by_label("Your own sentence").fill(own)
    page.get_by_label("Time to speak", exact=True).fill(limit)
    page.get_by_role("button", name=MAKE).click()
    expect(page.locator(".said li").first).to_be_visible()


def test_scene_1_thirty_minutes_to_go(phone: Page) -> None:
    screens: list[str] = []
    phone.on("load", lambda page: screens.append(page.url))
    phone.goto("/")
    phone.get_by_role("combobox").press_sequentially("worcester county md")
    phone.get_by_role("option", name="Worcester County").first.click()
    expect(phone.locator(".tiers")).to_contain_text("None listed")
    phone.get_by_role("link", name="Make your words for the meeting").click()
    phone.get_by_label("I oppose the program").check()
    phone.get_by_label("Your own sentence").fill(OWN)
    phone.get_by_role("button", name=MAKE).click()
    expect(phone.locator(".said")).to_contain_text(OWN)
    phone.wait_for_load_state()
    assert len(screens) == 4

    phone.context.set_offline(True)
    phone.get_by_role("button", name=PODIUM).click()
    podium = phone.get_by_role("dialog")
    expect(podium.get_by_role("timer")).to_have_text("2:00")
    podium.get_by_role("button", name="Cut to 1:00").click()
    expect(podium.get_by_role("timer")).to_have_text("1:00")
    lines = read_aloud(phone)
    assert OWN in lines
    assert lines[0] == "Thank you for hearing me."
    assert lines[-1] == "Thank you."
    assert sum(len(line.split()) for line in lines) <= 130
    words = {line.text_content(): line for line in phone.locator(".said .words").all()}
    assert len(lines) < len(words)

    podium.get_by_role("button", name="Close").first.click()
    expect(phone.locator(".said")).to_contain_text(OWN)
    phone.get_by_role("button", name="Speaking copy: PDF").click()
    expect(phone.locator(".told")).to_contain_text("There is no network")
    phone.get_by_role("button", name="Change something").click()
    expect(phone.locator(".told")).to_contain_text("There is no network")
    expect(phone.locator(".said")).to_contain_text(OWN)
    phone.wait_for_load_state()
    assert len(screens) == 4


def read_aloud(page: Page) -> list[str]:
    """Start the clock and tap through to the end; the lines as they were shown."""
    podium, shown = page.get_by_role("dialog"), page.get_by_role("dialog").locator(".line")
    podium.get_by_role("button", name="Start the clock").click()
    lines = [shown.inner_text()]
    while podium.get_by_role("button", name="Next").is_visible():
        podium.get_by_role("button", name="Next").click()
        lines.append(shown.inner_text())
    podium.get_by_role("button", name="I am done").click()
    expect(shown).to_contain_text("You took")
    return lines


def test_scene_3_seven_speakers(phone: Page) -> None:
    phone.goto("/places/24021")
    phone.get_by_role("link", name="Deal the points").click()
    phone.get_by_label("I oppose the program").check()
    phone.get_by_label("How many will speak?").fill("7")
    phone.get_by_role("button", name="Deal the points").click()
    cards = phone.locator("ol.cards").first.locator("li")
    expect(cards).to_have_count(7)
    before = cards.all_inner_texts()
    claims = [card.locator(".words").nth(1).inner_text() for card in cards.all()]
    assert len(set(claims)) == 7

    phone.get_by_label("Who stays home?").fill("4")
    phone.get_by_role("button", name="Deal the points").click()
    expect(cards).to_have_count(6)
    assert cards.all_inner_texts() == [*before[:3], *before[4:]]

    phone.get_by_label("Time for the one speaker").fill("6:00")
    phone.get_by_role("button", name="Make the one text").click()
    expect(phone.locator(".said")).to_contain_text("I speak for a group of 7.")
    expect(phone.locator(".lead")).to_contain_text("of 6:00")
    spoken = phone.locator(".said .words").all_inner_texts()
    assert len(set(spoken)) == len(spoken)


def test_scene_6_the_stopwatch(phone: Page) -> None:
    written = "In 2025 ICE signed a 287(g) MOA for $1,250,000 and 40-hour weeks."
    spoken = (
        "in twenty twenty five ice signed a two eighty seven g m o a "
        "for one million two hundred fifty thousand dollars and forty hour weeks"
    )
    make(phone, "I oppose the program", own=written)
    line = phone.locator(".said li").filter(has_text=written)
    assert int(line.get_attribute("data-words") or 0) == len(spoken.split())
    ends = phone.locator(".said .ends").all_inner_texts()
    at = phone.locator(".said .words").all_inner_texts().index(written)
    assert seconds(ends[at]) - seconds(ends[at - 1]) == pytest.approx(len(spoken.split()) * 60 / 130, abs=1)


def seconds(clock: str) -> int:
    """Of "1:05"."""
    minutes, _, rest = clock.partition(":")
    return int(minutes) * 60 + int(rest)


class Strength(NamedTuple):
    """What a text of two minutes has to offer."""

    screens: int
    points: int
    sources: int
    words: int


def strength(page: Page, position: str, geoid: str) -> Strength:
    """Make it, as somebody new would, and look at what came."""
    screens: list[str] = []
    page.goto(f"/places/{geoid}")
    page.on("load", lambda page: screens.append(page.url))
    page.get_by_role("link", name="Make your words for the meeting").click()
    page.get_by_label(position).check()
    page.get_by_label("Your own sentence").fill(OWN)
    page.get_by_role("button", name=MAKE).click()
    expect(page.locator(".said")).to_contain_text(OWN)
    cited = page.locator(".said li:has(sup)")
    words = sum(int(line.get_attribute("data-words") or 0) for line in page.locator(".said li").all())
    return Strength(len(screens), cited.count(), page.locator(".said sup a").count(), words)


@pytest.mark.parametrize("geoid", ["24021", "12011", "06037", "US"])
def test_scene_12_both_sides_served(phone: Page, geoid: str) -> None:
    supporter = strength(phone, "I support the program", geoid)
    critic = strength(phone, "I oppose the program", geoid)
    assert (supporter.screens, supporter.points) == (critic.screens, critic.points) == (2, critic.points)
    assert critic.points >= 3
    assert min(supporter.words, critic.words) >= 0.9 * max(supporter.words, critic.words)
    assert min(supporter.sources, critic.sources) >= 3
