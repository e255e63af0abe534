"""The question and the main message fit the place, whatever it has signed and whoever decides."""

from dataclasses import replace
from datetime import date

import pytest

from fact_sheets.brief import brief_of
from fact_sheets.citations import Notes
from fact_sheets.document import Cited
from fact_sheets.dossier import Agreement, Dossier, Place, Rule, StatePolicy, Tier
from fact_sheets.masthead import decided_by, message, question
from fact_sheets.readability import words
from fact_sheets.typesetting import NBSP
from tests.samples import places, small


def asked(dossier: Dossier) -> str:
    return question(brief_of(dossier)).replace(NBSP, " ")


def told(dossier: Dossier) -> list[str]:
    """The sentences of the main message."""
    return [
        line.text.replace(NBSP, " ") for line in message(brief_of(dossier), Notes(brief_of(dossier).pages))
    ]


def ruled(stance: str, verified: bool = True) -> StatePolicy:
    return StatePolicy(stance, Rule("The state has a rule.", verified, "2026", ("state",)), date(2027, 2, 19))


def test_a_place_that_signed_and_may_choose() -> None:
    assert asked(small.dossier()) == "Should Frederick County keep its 287(g) agreement?"
    assert told(small.dossier())[1] == (
        "The question is whether Frederick County should keep the agreement, change or end it."
    )


def test_several_agreements_are_more_than_one() -> None:
    both = tuple(Agreement("The sheriff", model, None, None) for model in ("JEM", "TFM"))
    dossier = small.dossier(tiers=(Tier("county", "Sheriff", "recorded", both),))
    assert asked(dossier) == "Should Frederick County keep its 287(g) agreements?"


def test_a_place_with_nothing_listed_that_may_choose() -> None:
    dossier = small.dossier(tiers=small.tiers(own=None))
    assert asked(dossier) == "Should Frederick County join 287(g)?"
    assert "should ask to join" in told(dossier)[1]


@pytest.mark.parametrize("stance", ["limits", "encourages", "no-statewide-rule", "unclear"])
def test_other_rules_of_the_state_leave_the_choice(stance: str) -> None:
    assert asked(small.dossier(policy=ruled(stance))) == "Should Frederick County keep its 287(g) agreement?"


def decided(stance: str, *bound: str) -> StatePolicy:
    return replace(ruled(stance), head="Maryland has decided since May 1, 2026", applies_to=bound)


@pytest.mark.parametrize("stance", ["requires", "prohibits"])
def test_what_a_law_has_decided_heads_the_sheet_with_its_date(stance: str) -> None:
    dossier = small.dossier(policy=decided(stance, "sheriffs"))
    assert asked(dossier) == "Frederick County: Maryland has decided since May 1, 2026"
    assert told(dossier)[1].startswith("The state has decided that")
    brief = brief_of(dossier)
    (_, alone) = message(brief, Notes(brief.pages), whole=False, headed=False)
    assert alone.text.replace(NBSP, " ") == "Maryland has decided since May 1, 2026."
    assert alone.notes


def test_a_law_that_names_others_leaves_the_question() -> None:
    dossier = small.dossier(policy=decided("requires", "city-police"))
    assert asked(dossier) == "Should Frederick County keep its 287(g) agreement?"
    assert told(dossier)[1].startswith("Maryland has decided since May 1, 2026. The question here is")


@pytest.mark.parametrize(
    ("stance", "verb", "title"),
    [
        ("requires", "requires", "Maryland’s rule on 287(g): what is left to Frederick County?"),
        ("prohibits", "bars", "Maryland’s ban on 287(g): what can Frederick County do?"),
    ],
)
def test_a_state_that_decides(stance: str, verb: str, title: str) -> None:
    dossier = small.dossier(policy=ruled(stance))
    assert asked(dossier) == title
    assert told(dossier)[1].startswith(f"Maryland {verb} ")
    assert message(brief_of(dossier), Notes(brief_of(dossier).pages))[1].notes != ()


@pytest.mark.parametrize(
    ("stance", "did"), [("requires", "required some agencies"), ("prohibits", "barred them")]
)
def test_an_overdue_rule_is_told_as_it_was(stance: str, did: str) -> None:
    dossier = small.dossier(policy=ruled(stance), on=date(2027, 2, 20))
    assert told(dossier)[1].startswith(f"When last checked, Maryland {did}")
    assert told(dossier)[1].endswith("check whether that still holds.")


@pytest.mark.parametrize("stance", ["requires", "prohibits"])
def test_a_rule_that_is_not_verified_decides_nothing(stance: str) -> None:
    dossier = small.dossier(policy=ruled(stance, verified=False))
    assert asked(dossier) == "Should Frederick County keep its 287(g) agreement?"


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("24", "What should Maryland’s rule on 287(g) be?"),
        ("11", "What should the District of Columbia’s rule on 287(g) be?"),
        ("69", "What should the Northern Mariana Islands’ rule on 287(g) be?"),
    ],
)
def test_a_state_page_asks_for_its_rule(state: str, title: str) -> None:
    assert asked(places.plain(state, "state")) == title


@pytest.mark.parametrize(("state", "noun"), [("24", "state"), ("11", "District"), ("66", "territory")])
def test_a_state_page_calls_its_government_what_it_is(state: str, noun: str) -> None:
    assert f"whether the {noun} should" in told(places.plain(state, "state"))[1]


def test_a_place_that_the_data_does_not_know() -> None:
    assert asked(places.unlisted()) == "Does your county take part in 287(g)?"
    assert told(places.unlisted())[1].startswith("We could not tell whether your county takes part")


def test_a_place_whose_own_agencies_are_unknown() -> None:
    dossier = small.dossier(tiers=(Tier("county", "Sheriff", "unknown"),))
    assert asked(dossier) == "Does Frederick County take part in 287(g)?"


def test_a_county_without_a_government_of_its_own() -> None:
    dossier = small.dossier(tiers=(Tier("county", "Sheriff", "not_applicable"),))
    assert asked(dossier) == "287(g) in Frederick County: who decides?"
    assert (
        told(dossier)[1] == "Frederick County has no agency of its own here; others decide for its residents."
    )


def test_a_town_is_asked_about_its_own_police_and_not_its_sheriff() -> None:
    town = Place("2430325", "place", "Frederick", "Frederick, Maryland", "24", "Maryland", ("24021",))
    tiers = (Tier("local", "Frederick city police", "none"), small.tiers()[1])
    assert asked(small.dossier(place=town, tiers=tiers)) == "Should Frederick join 287(g)?"


@pytest.mark.parametrize("name", places.VARIANTS)
def test_the_message_says_what_it_is_and_cites_it(name: str) -> None:
    dossier = places.variant(name)
    lines: tuple[Cited, ...] = message(brief_of(dossier), Notes(brief_of(dossier).pages))
    assert 30 <= sum(len(words(line.text)) for line in lines) <= 45
    assert lines[0].text.startswith("287(g) lets ICE train")
    assert lines[0].notes == (1,)


@pytest.mark.parametrize(
    ("dossier", "short"),
    [
        (places.frederick_md(), "The state has decided that."),
        (places.harris_tx(), "The state has decided that; model, costs and reports stay open."),
        (
            small.dossier(),
            "The question is whether to keep the agreement, change or end it.",
        ),
    ],
)
def test_a_crowded_sheet_says_only_who_decides(dossier: Dossier, short: str) -> None:
    line = message(brief_of(dossier), Notes(brief_of(dossier).pages), whole=False)[1]
    assert line.text.replace(NBSP, " ") == short


def test_the_first_verified_rule_says_who_decides() -> None:
    weak = Rule("A guess.", False, "2026", ("guide",))
    dossier = small.dossier(decides=(weak, *small.dossier().local.decides))
    found = decided_by(brief_of(dossier), Notes(brief_of(dossier).pages))
    assert found == Cited("The elected sheriff often signs alone.", (1,))
    assert decided_by(small.brief(decides=(weak,)), Notes(brief_of(dossier).pages)) is None
