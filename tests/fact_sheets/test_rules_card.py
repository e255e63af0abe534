"""The rules card in words: a rule that nobody verified says so, and each that is known says what it is."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from fact_sheets.meeting import RulesCard
from fact_sheets.rules_card import CardLine, card_lines
from fact_sheets.typesetting import NBSP

FULL = RulesCard(
    covers="public hearings",
    limit_seconds=180,
    reduced_limit_seconds=90,
    reduced_when="when more than 20 sign up",
    total_cap_minutes=30,
    agenda_only=True,
    signup_opens="an hour before",
    signup_closes="before the meeting starts",
    signup_how="hand in a speaker card",
    name_required=True,
    address_required=False,
    may_donate_time=False,
    pooling="three present give their time to one",
    pooling_minutes=9,
    one_spokesperson=True,
    written_cap=1_000,
    written_unit="characters",
    written_deadline="noon the day before",
    copies=9,
    handout_deadline="a day before",
    remote="by video link",
    interpreter="ask two days before",
    interpreter_double_time=True,
    source_url="https://county.example.gov/rules",
    source_publisher="Lake County",
    as_of="2026-05",
    verified_on=date(2026, 11, 2),
    verified_by="a volunteer, by phone",
)
ABOUT_THE_CARD = {"covers", "source_url", "source_publisher", "as_of", "verified_on", "verified_by"}
RULES = [field.name for field in fields(RulesCard) if field.name not in ABOUT_THE_CARD]
# Of two fields that make one line, this one says nothing without the other.
NEEDS = {"written_cap": {"written_unit": "words"}, "written_unit": {"written_cap": 200}}


def said(card: RulesCard) -> dict[str, str]:
    """What each line says, by its label."""
    return {line.label: line.said.replace(NBSP, " ") for line in card_lines(card)}


def known(card: RulesCard) -> list[CardLine]:
    """The lines that say a rule."""
    return [line for line in card_lines(card) if line.words]


def test_an_empty_card_says_of_every_rule_that_it_is_not_verified_and_how_to_ask() -> None:
    lines = card_lines(RulesCard())
    assert {line.said for line in lines} == {"not verified – call the clerk"}
    assert all(line.question.endswith("?") for line in lines)
    assert len({line.label for line in lines}) == len({line.question for line in lines}) == len(lines) == 19


def test_a_full_card_says_every_rule() -> None:
    assert said(FULL) == {
        "Time to speak": "3 minutes",
        "Shorter time": "90 seconds when more than 20 sign up",
        "All comments together": "30 minutes at most",
        "Topics": "only what is on the agenda",
        "Sign-up opens": "an hour before",
        "Sign-up closes": "before the meeting starts",
        "How to sign up": "hand in a speaker card",
        "Your name": "required",
        "Your address": "not required",
        "Giving your time to another": "not allowed",
        "Speaking for several people": "three present give their time to one; 9 minutes at most",
        "One spokesperson for a group": "yes, a group names one",
        "Length of a written comment": "1,000 characters at most",
        "Written comments are due": "noon the day before",
        "Copies to bring": "9",
        "Handouts are due": "a day before",
        "By phone or video": "by video link",
        "Interpreter": "ask two days before",
        "Time with an interpreter": "twice the time",
    }


@pytest.mark.parametrize("name", RULES)
def test_each_rule_alone_fills_one_line_and_without_it_a_full_card_says_less(name: str) -> None:
    alone: dict[str, Any] = {name: getattr(FULL, name)} | NEEDS.get(name, {})
    assert len(known(RulesCard(**alone))) == 1
    assert said(replace(FULL, **{name: None})) != said(FULL)


@pytest.mark.parametrize("name", [name for name in RULES if isinstance(getattr(FULL, name), bool)])
def test_a_no_is_an_answer(name: str) -> None:
    yes, no = known(RulesCard(**{name: True})), known(RulesCard(**{name: False}))
    assert len(yes) == len(no) == 1
    assert yes[0].words != no[0].words


def test_no_copies_are_not_the_same_as_an_unknown_number() -> None:
    assert said(RulesCard(copies=0))["Copies to bring"] == "none needed"
