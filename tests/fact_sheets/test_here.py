"""Here in [Place]: one true, dated line for each tier, and the state's rule as far as it was verified."""

from dataclasses import replace
from datetime import date

import pytest

from fact_sheets.brief import brief_of
from fact_sheets.choice import Detail
from fact_sheets.citations import Notes
from fact_sheets.document import TierLine
from fact_sheets.dossier import Agreement, Departure, Dossier, Model, Rule, StatePolicy, Tier
from fact_sheets.here import list_age, policy_line, rule_in_words, tier_lines
from fact_sheets.typesetting import NBSP
from tests.samples import small

SHERIFF = "Frederick County Sheriff's Office"
HEADING = "Frederick County sheriff and jail"


def lines(*tiers: Tier) -> tuple[TierLine, ...]:
    brief = small.brief(tiers=tiers)
    return tier_lines(brief, Notes(brief.pages))


def said(tier: Tier) -> str:
    """The line of one tier, with plain spaces."""
    return lines(tier)[0].line.text.replace(NBSP, " ")


def signed(*agreements: tuple[str, Model, date | None]) -> Tier:
    made = tuple(Agreement(agency, model, day, None) for agency, model, day in agreements)
    return Tier("county", HEADING, "recorded", made)


def left(*departures: tuple[str, Model]) -> Tier:
    gone = tuple(
        Departure(agency, model, date(2026, 2, 13), date(2026, 2, 16 + number))
        for number, (agency, model) in enumerate(departures)
    )
    return Tier("county", HEADING, "none", (), gone)


def test_an_agreement_has_agency_model_and_date() -> None:
    tier = signed((SHERIFF, "JEM", date(2024, 2, 2)))
    assert said(tier) == "Frederick County Sheriff’s Office: Jail Enforcement, signed February 2, 2024."


def test_models_of_one_day_are_told_together() -> None:
    tier = signed((SHERIFF, "JEM", date(2025, 9, 22)), (SHERIFF, "TFM", date(2025, 9, 22)))
    assert said(tier).endswith("Jail Enforcement and Task Force, signed September 22, 2025.")


def test_models_of_different_days_are_told_apart() -> None:
    tier = signed((SHERIFF, "TFM", date(2025, 2, 26)), (SHERIFF, "WSO", date(2019, 10, 15)))
    assert said(tier).endswith(
        "Task Force, signed February 26, 2025; Warrant Service, signed October 15, 2019."
    )


def test_a_missing_date_is_said_and_not_guessed() -> None:
    assert said(signed((SHERIFF, "JEM", None))).endswith("Jail Enforcement, signing date not on the list.")


def test_many_agreements_are_counted_with_the_date_of_the_list() -> None:
    many = [(f"Agency {number}", "TFM" if number else "WSO", date(2025, 3, 1)) for number in range(12)]
    assert said(signed(*many)) == (
        "12 agreements with 12 agencies as of November 2, 2026: 11 Task Force and 1 Warrant Service."
    )
    assert said(signed(*many[1:])) == "11 Task Force agreements with 11 agencies as of November 2, 2026."


def test_five_agreements_of_one_agency_are_counted_too() -> None:
    tier = signed(*[(SHERIFF, "TFM", date(2025, 3, day)) for day in range(1, 6)])
    assert said(tier) == "5 Task Force agreements with 1 agency as of November 2, 2026."


def test_none_listed_is_dated_and_is_not_none() -> None:
    assert said(Tier("county", HEADING, "none")) == "None listed as of November 2, 2026."


@pytest.mark.parametrize("level", ["local", "county", "state"])
def test_unknown_says_whom_to_ask(level: str) -> None:
    line = lines(Tier(level, "Somewhere", "unknown"))[0].line  # type: ignore[arg-type]
    assert line.text.startswith("Unknown – ask the ")
    assert line.notes == ()


def test_a_tier_that_does_not_exist_here_says_so() -> None:
    assert said(Tier("county", HEADING, "not_applicable")) == "Does not apply here."


def test_an_agreement_that_left_is_never_called_cancelled() -> None:
    words = said(left((SHERIFF, "JEM")))
    assert words == (
        "None listed as of November 2, 2026. Sheriff’s Jail Enforcement agreement no longer on ICE’s list "
        "as of February 16, 2026; last listed February 13, 2026."
    )


def test_an_agency_that_the_heading_does_not_name_is_named() -> None:
    assert "Lake County Sheriff’s Office: Task Force agreement no longer" in said(
        left(("Lake County Sheriff's Office", "TFM"))
    )


def test_several_that_left_are_counted() -> None:
    words = said(left((SHERIFF, "JEM"), (SHERIFF, "TFM"), (SHERIFF, "WSO")))
    assert words.endswith("3 earlier agreements no longer on ICE’s list, the last gone by February 18, 2026.")


TWO = signed(("Lake Police", "TFM", date(2025, 3, 1)), ("Dale Police", "JEM", date(2025, 4, 1)))
LEFT_TOO = replace(TWO, departures=left(("Dale Police", "TFM")).departures)


@pytest.mark.parametrize(
    ("agency", "heading", "expected"),
    [
        (SHERIFF, HEADING, "Jail Enforcement, signed February 2, 2024."),
        ("Lake Police Department", "Lake city police", "Jail Enforcement, signed February 2, 2024."),
        ("Frederick County Police Department", HEADING, "Frederick County Police Department: Jail"),
        ("Dale Police Department", "Lake city police", "Dale Police Department: Jail"),
        ("Frederick County Jail", HEADING, "Frederick County Jail: Jail"),
    ],
)
def test_only_the_agency_of_the_heading_goes_without_its_name(
    agency: str, heading: str, expected: str
) -> None:
    tier = replace(signed((agency, "JEM", date(2024, 2, 2))), heading=heading)
    brief = small.brief(tiers=(tier,))
    (line,) = tier_lines(brief, Notes(brief.pages), "totals")
    assert line.line.text.replace(NBSP, " ").startswith(expected)


@pytest.mark.parametrize(
    ("tier", "detail", "expected"),
    [
        (
            TWO,
            "named",
            "Lake Police: Task Force, signed March 1, 2025. "
            "Dale Police: Jail Enforcement, signed April 1, 2025.",
        ),
        (
            TWO,
            "counted",
            "2 agreements with 2 agencies as of November 2, 2026: 1 Task Force and 1 Jail Enforcement.",
        ),
        (TWO, "totals", "2 agreements with 2 agencies as of November 2, 2026."),
        (TWO, "bare", "2 agreements as of November 2, 2026."),
        (LEFT_TOO, "totals", "2 agreements with 2 agencies as of November 2, 2026."),
        (
            left((SHERIFF, "JEM")),
            "counted",
            "None listed as of November 2, 2026. "
            "An earlier agreement is no longer on ICE’s list as of February 16, 2026.",
        ),
    ],
)
def test_a_crowded_sheet_counts_and_stays_true(tier: Tier, detail: Detail, expected: str) -> None:
    brief = small.brief(tiers=(tier,))
    (line,) = tier_lines(brief, Notes(brief.pages), detail)
    assert line.line.text.replace(NBSP, " ") == expected


def test_the_place_s_own_agencies_keep_their_details_longest() -> None:
    brief = small.brief(tiers=(replace(TWO, level="local"), small.tiers()[1]))
    others, own = tier_lines(brief, Notes(brief.pages), "own")
    assert others.line.text.replace(NBSP, " ") == "2 agreements as of November 2, 2026."
    assert own.line.text.replace(NBSP, " ") == "Jail Enforcement, signed February 2, 2024."


def test_every_line_of_fact_cites_the_list() -> None:
    tiers = (*small.tiers(), Tier("local", "Somewhere", "unknown"))
    assert [line.line.notes for line in lines(*tiers)] == [(1,), (1,), (1,), ()]


@pytest.mark.parametrize(
    ("heading", "short"),
    [
        ("Local police in Frederick County", "Local police"),
        ("Frederick County sheriff and jail", "Sheriff and jail"),
        ("Maryland statewide agencies", "Statewide agencies"),
        ("Harford County sheriff and jail", "Harford County sheriff and jail"),
    ],
)
def test_a_heading_does_not_repeat_the_place(heading: str, short: str) -> None:
    assert lines(Tier("local", heading, "none"))[0].heading == short


def policy(**changes: object) -> Dossier:
    """The small dossier with another rule of the state."""
    rule = Rule(
        "Maryland banned agreements on February 17, 2026.", True, "2026-02-17", ("state",), small.CHECKED
    )
    made = StatePolicy("prohibits", replace(rule, **changes), date(2027, 2, 19))  # type: ignore[arg-type]
    return small.dossier(policy=made)


def policy_words(dossier: Dossier) -> tuple[str, tuple[int, ...]]:
    line = policy_line(brief_of(dossier), Notes(brief_of(dossier).pages))
    return line.text.replace(NBSP, " "), line.notes


def test_a_verified_rule_prints_with_its_source() -> None:
    assert policy_words(policy()) == ("Maryland banned agreements on February 17, 2026.", (1,))


def test_an_unverified_rule_never_prints_as_fact() -> None:
    words, notes = policy_words(policy(verified=False))
    assert words == "Maryland’s rule on 287(g): not verified – check."
    assert notes == (1,), "the link to check is printed"


def test_an_overdue_rule_says_when_it_was_checked() -> None:
    late = small.changed(policy(), on=date(2027, 2, 20))
    assert policy_words(late)[0] == (
        "Maryland banned agreements on February 17, 2026 (last checked November 21, 2026 – check)."
    )
    assert "check" not in policy_words(small.changed(policy(), on=date(2027, 2, 19)))[0]


def test_without_a_day_of_checking_the_evidence_gives_the_date() -> None:
    rule = Rule("The body decides.", True, "2021-12", ())
    words = rule_in_words(rule, date(2022, 1, 1), small.TODAY).replace(NBSP, " ")
    assert words == "The body decides (last checked December 2021 – check)."


def test_a_territory_without_a_rule_says_so() -> None:
    words, notes = policy_words(small.dossier(policy=None))
    assert words == "Maryland’s rule on 287(g): not verified – check with the legislature."
    assert notes == ()


@pytest.mark.parametrize(
    ("on", "warning"),
    [
        (date(2027, 1, 1), None),
        (date(2027, 1, 2), "ICE’s list is 2 months old: check ICE’s page for today’s."),
        (date(2027, 11, 1), "ICE’s list is 11 months old: check ICE’s page for today’s."),
    ],
)
def test_an_old_list_warns(on: date, warning: str | None) -> None:
    brief = small.brief(on=on)
    age = list_age(brief, Notes(brief.pages))
    assert (age and age.text.replace(NBSP, " ")) == warning
