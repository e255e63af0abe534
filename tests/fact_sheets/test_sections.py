"""The smaller sections: questions, terms, models, chart, what you can do, and who made the sheet."""

from dataclasses import replace
from datetime import date

import pytest

from fact_sheets.action import act
from fact_sheets.brief import brief_of
from fact_sheets.citations import Notes
from fact_sheets.dossier import Dossier, Imprint, RosterCount, Rule, Tier
from fact_sheets.errors import DossierError
from fact_sheets.glossary import explained, glossary
from fact_sheets.growth import growth
from fact_sheets.here import tier_lines
from fact_sheets.imprint import how_made, imprint_line
from fact_sheets.models_table import model_rows
from fact_sheets.questions import questions
from fact_sheets.typesetting import NBSP
from tests.samples import places, small


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def notes() -> Notes:
    return Notes(small.PAGES)


NONE = small.tiers(own=None)
UNKNOWN = (Tier("county", "Sheriff", "unknown"),)


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        (small.tiers("TFM"), {"q-1", "q-2", "q-4", "q-6", "q-7"}),
        (small.tiers("JEM"), {"q-1", "q-2", "q-5", "q-6", "q-7"}),
        (NONE, {"q-1", "q-3", "q-5", "q-6", "q-7"}),
        (UNKNOWN, {"q-1", "q-5", "q-6", "q-7"}),
    ],
    ids=["task force", "jail", "none listed", "unknown"],
)
def test_questions_fit_status_and_models(tiers: tuple[Tier, ...], expected: set[str]) -> None:
    asked = questions(small.brief(tiers=tiers), most=7)
    assert {question.id for question in asked} == expected


def test_questions_made_for_this_status_come_before_general_ones() -> None:
    asked = questions(small.brief(tiers=small.tiers("TFM")), most=3)
    assert [question.text for question in asked[1:]] == [
        "Which model did we sign, and when?",
        "Who supervises officers in the field?",
    ]


@pytest.mark.parametrize("most", [3, 4, 5])
def test_as_many_questions_as_there_is_room_for(most: int) -> None:
    for name, dossier in places.every_variant().items():
        asked = questions(brief_of(dossier), most)
        assert len(asked) == len(set(asked)) == most, name


def terms(dossier: Dossier, *printed: str, most: int = 3) -> list[str]:
    return [term.term for term in glossary(brief_of(dossier), printed, most, Notes(brief_of(dossier).pages))]


def test_terms_are_those_that_are_printed() -> None:
    assert terms(small.dossier(), "Secure Communities is not a task force.", most=2) == [
        "Task Force Model (TFM)",
        "Secure Communities",
    ]


def test_a_term_whose_source_has_a_note_is_cheaper() -> None:
    cited = notes()
    cited.cite_sources(["guide"])
    term = replace(small.GLOSSARY[5], source_ids=("guide",))
    brief = small.brief(glossary=(*small.GLOSSARY[:5], term))
    found = glossary(brief, ["ICE and Secure Communities, and ICE"], 1, cited)
    assert [(name, meaning.notes) for name, meaning in explained(found, cited)] == [
        ("Secure Communities", (1,))
    ]


def test_terms_fill_up_when_few_are_printed() -> None:
    assert len(terms(small.dossier(), "Nothing to explain.", most=5)) == 5


def test_a_model_says_whether_an_agency_of_the_place_holds_it_or_another() -> None:
    brief = brief_of(places.key_west_fl())
    rows = model_rows(brief, Notes(brief.pages))
    assert [(row.model, row.mark) for row in rows] == [
        ("JEM", ""),
        ("WSO", "held by another agency"),
        ("TFM", "in force here"),
    ]
    assert all(row.notes for row in rows)


def test_a_model_that_the_subject_does_not_know_is_refused() -> None:
    known = small.tiers("XYZ")
    with pytest.raises(DossierError, match=r"models: 287\(g\) knows no XYZ"):
        tier_lines(small.brief(tiers=known), notes())


def counted(*counts: tuple[date, int]) -> tuple[RosterCount, ...]:
    return tuple(RosterCount(day, number, number, 1) for day, number in counts)


def titled(*counts: tuple[date, int]) -> str:
    return plain(growth(small.brief(counts=counted(*counts)), notes()).title)


MAY, JUNE = date(2026, 5, 18), date(2026, 6, 2)


@pytest.mark.parametrize(("then", "now", "verb"), [(1, 2, "rose"), (2, 1, "fell")])
def test_the_finding_is_the_title_and_is_dated(then: int, now: int, verb: str) -> None:
    title = f"Agreements on ICE’s lists {verb} from {then} (May 18, 2026) to {now} (June 2, 2026)"
    assert titled((MAY, then), (JUNE, now)) == title


def test_no_change_is_a_finding_too() -> None:
    assert (
        titled((MAY, 2), (JUNE, 2)) == "ICE’s lists showed 2 agreements on May 18, 2026, and on June 2, 2026"
    )


def test_one_list_alone_has_no_trend() -> None:
    assert titled((MAY, 1843)) == "ICE’s list of May 18, 2026, showed 1,843 agreements"


def test_no_list_is_refused() -> None:
    with pytest.raises(DossierError, match=r"library\.counts"):
        titled()


def test_the_chart_has_the_first_list_and_the_last_of_each_month() -> None:
    days = [date(2026, 5, 1), date(2026, 5, 9), date(2026, 5, 18), date(2026, 6, 2), date(2026, 6, 9)]
    chart = growth(small.brief(counts=counted(*[(day, 5) for day in days])), notes())
    assert [point.on for point in chart.points] == [days[0], days[2], days[4]]


def test_the_caption_says_that_agencies_are_not_agreements_and_cites_the_list() -> None:
    caption = growth(small.brief(), notes()).caption
    assert plain(caption.text) == (
        "Source: ICE’s lists. On November 2, 2026, 1,549 agencies held 1,843 agreements; "
        "one agency can hold several. Maryland had 3 of them."
    )
    assert caption.notes == (1,)


def test_an_unlisted_place_has_no_state_to_count() -> None:
    brief = brief_of(places.unlisted())
    assert "In " not in growth(brief, Notes(brief.pages)).caption.text.split(";")[1]


def acts(**changes: object) -> list[str]:
    brief = small.brief(**changes)
    return [plain(words.text) for words in act(brief, Notes(brief.pages))]


@pytest.mark.parametrize(
    ("changes", "ask"),
    [
        ({}, "what has the agreement done here"),
        ({"tiers": NONE}, "is an agreement being considered"),
        ({"tiers": UNKNOWN}, "does any agency here have an agreement"),
    ],
)
def test_the_question_to_ask_fits(changes: dict[str, object], ask: str) -> None:
    assert acts(**changes)[0].startswith(f"Ask: {ask}")


def test_where_the_state_forbids_nobody_is_asked_about_joining() -> None:
    brief = brief_of(places.frederick_md())
    assert "how do officers here work with ICE today" in plain(act(brief, Notes(brief.pages))[0].text)


def test_the_right_to_speak_is_cited() -> None:
    found = act(small.brief(), notes())[1]
    assert (plain(found.text), found.notes) == ("Maryland law lets you attend a public meeting.", (1,))


LINE = (
    "As of 2021, Alabama law lets you attend a public meeting. Whether you may speak is up to the body. "
    "A regular meeting needs 7 days’ notice and the agenda must be up by then."
)


def test_a_long_rule_keeps_what_it_says_on_speaking() -> None:
    rule = Rule(LINE, True, "2021", ("guide",))
    assert acts(speaking=rule)[1] == (
        "As of 2021, Alabama law lets you attend a public meeting. Whether you may speak is up to the body."
    )
    short = replace(rule, line="You may speak. Notice is due 24 hours before.")
    assert acts(speaking=short)[1] == "You may speak. Notice is due 24 hours before."


def test_lawmakers_are_asked_about_the_rule_of_a_state() -> None:
    brief = brief_of(places.plain("24", "state", "JEM"))
    assert act(brief, Notes(brief.pages))[0].text.startswith("Ask your lawmakers: who may join here")


def test_an_unverified_right_to_speak_is_no_fact() -> None:
    rule = Rule("You may speak.", False, "2021", ("guide",))
    assert acts(speaking=rule)[1] == "Maryland’s rule on speaking at meetings: not verified – call the clerk."
    assert acts(speaking=None)[1] == "Call the clerk to learn when the public may speak."


def test_an_overdue_right_to_speak_says_when_it_was_checked() -> None:
    rule = replace(small.dossier().local.speaking, review_by=date(2026, 11, 25))  # type: ignore[type-var]
    assert acts(speaking=rule)[1].endswith("(last checked November 21, 2026 – check).")


def test_the_imprint_gives_the_dates_of_what_is_printed() -> None:
    later = replace(small.FACTS[1], checked=date(2026, 12, 1), review_by=date(2027, 1, 5))
    line = plain(imprint_line(small.IMPRINT, [small.FACTS[0], later]))
    assert "Checked November 21, 2026; review by January 5, 2027." in line
    assert line.endswith("Corrections: corrections@example.org.")


def test_how_it_was_made_says_who_read_the_claims() -> None:
    def words(imprint: Imprint, *readers: int | None) -> str:
        claims = [replace(small.FACTS[0], readers=number) for number in readers]
        return plain(how_made(imprint, claims, 0)[0])

    alone = replace(small.IMPRINT, readers=1)
    assert words(small.IMPRINT, 2, 2).startswith(
        "Claims: our own, each with a side approved by two readers who did not write it. Checked"
    )
    assert "approved by one reader who did not write it" in words(alone, 1, 1)
    assert "Claims: 1 our own" in words(small.IMPRINT, 2, None)
    assert "; 1 of the starter library, checked" in words(small.IMPRINT, 2, None)


def test_how_it_was_made_names_the_library_and_what_was_left_out() -> None:
    words = plain(" ".join(how_made(small.IMPRINT, small.FACTS, 2)))
    assert (
        "starter library, checked against its sources on November 21, 2026, not yet reviewed by you" in words
    )
    assert "2 claims were past the review date and left out." in words
    assert "1 claim was past" in " ".join(how_made(small.IMPRINT, small.FACTS, 1))
    assert "past the review date" not in " ".join(how_made(small.IMPRINT, small.FACTS, 0))
