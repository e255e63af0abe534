"""No place of any kind meets a subject that has nothing to say: each circumstance is made, each word asked.

The press itself does the asking, so a hole that nothing fills is found as well as a phrase that is missing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import get_args

import pytest

from fact_sheets import action, growth, here, masthead
from fact_sheets.brief import Brief, brief_of
from fact_sheets.choice import Detail
from fact_sheets.citations import Notes
from fact_sheets.document import Chart, Cited
from fact_sheets.dossier import (
    Agreement,
    Departure,
    Dossier,
    Library,
    Place,
    PlaceKind,
    Roster,
    RosterCount,
    Rule,
    StatePolicy,
    Tier,
    TierLevel,
    TierStatus,
)
from fact_sheets.situation import facts_of
from fact_sheets.subject import Facts, Phrase, Subject, Words, unsaid
from fact_sheets.testimony.ask import fair_line, the_ask, the_question
from fact_sheets.testimony.draft import units_of
from fact_sheets.testimony.speaker import POSITIONS, Wishes
from tests.samples import plate_readers, small
from toolkit.ledger import subjects

DAY = date(2026, 11, 26)
SUBJECTS = {"first": subjects.shipped()[0], "second": plate_readers.subject()}
OWN_LEVEL: dict[PlaceKind, TierLevel] = {"state": "state", "county": "county"}
OFFICE = "Lake County Sheriff's Office"
LONG = "Village of Lake and Peninsula Heights"
Amount = tuple[tuple[Agreement, ...], tuple[Departure, ...]]
LAST = (1, 120, 135, 150)  # agreements on the newest list
MOST_IN_AN_ASK = 18  # spoken words


def place(kind: PlaceKind, name: str) -> Place:
    """A place of this kind in Maryland; its name is the state's where it is one."""
    if kind == "unlisted":
        return Place("US", kind, "United States", "United States (place not listed)", None, None)
    name = "Maryland" if kind == "state" else name
    return Place("24999", kind, name, name, "24", "Maryland")


def amounts(subject: Subject, own: TierStatus) -> Iterator[Amount]:
    """What an agency of this status may hold or have held: nothing, one, several, many, some undated."""
    codes = [model.code for model in subject.models]
    gone = tuple(Departure(agency, codes[0], DAY - timedelta(days=9), DAY) for agency in (OFFICE, "Agency"))
    if own == "recorded":
        one = Agreement(OFFICE, codes[0], DAY, None)
        yield (one,), ()
        yield (replace(one, signed=None),), gone[:1]
        yield (one, replace(one, model=codes[-1])), gone
        yield tuple(Agreement(f"Agency {n}", codes[n % 2], None, None) for n in range(12)), ()
        yield tuple(Agreement(f"Agency {n}", codes[0], None, None) for n in range(12)), gone
    else:
        yield (), ()
        yield (), gone[:1]
        yield (), gone


def policies(subject: Subject) -> Iterator[StatePolicy | None]:
    """No rule, one that is not verified, and every stance that decides something, in time and overdue."""
    yield None
    rule = Rule("The state says so.", True, "2026", ("s",), DAY)
    yield StatePolicy("unclear", replace(rule, verified=False), DAY)
    for stance, late in product([*subject.rules, "no-statewide-rule"], (0, 1)):
        yield StatePolicy(stance, rule, DAY - timedelta(days=late))
        if stance in subject.rules:  # with a heading of its own, for agencies like these or for others
            for days, bound in ((0, ("sheriffs", "city-police")), (9, ("state-agencies",))):
                decided = StatePolicy(stance, rule, DAY - timedelta(days=late), head="a law says so")
                yield replace(decided, applies_to=bound, ends_agreements_on=DAY + timedelta(days=days))


def briefs(subject: Subject) -> Iterator[Brief]:
    """Every kind of place, status, rule and length of name, with every amount."""
    library = Library(
        subject, (), (), (), (), (), tuple(small.source(each, "Congress") for each in subject.cited)
    )
    like = plate_readers.places()["recorded"].local
    for kind, own, name in product(get_args(PlaceKind), get_args(TierStatus), ("Lake County", LONG)):
        for policy, (held, gone) in product(policies(subject), amounts(subject, own)):
            tiers = tuple(
                Tier(level, f"{name} sheriff and jail", own, held, gone)
                if level == OWN_LEVEL.get(kind, "local")
                else Tier(level, f"{level} agencies", "unknown")
                for level in get_args(TierLevel)
            )
            for roster in rosters(subject, own):
                local = replace(like, place=place(kind, name), tiers=tiers, policy=policy, roster=roster)
                yield brief_of(Dossier(local, library))


def rosters(subject: Subject, own: TierStatus) -> Iterator[Roster | None]:
    """The list or record that it rests on; a partial register has none where nothing is known."""
    if subject.register.kind == "full" or own in ("recorded", "ended", "none"):
        yield Roster(DAY, "0" * 64, "list", state_agreements=0 if own == "none" else 3)
    else:
        yield None


@pytest.fixture(params=SUBJECTS, scope="module")
def subject(request: pytest.FixtureRequest) -> Subject:
    return SUBJECTS[request.param]


@pytest.fixture(scope="module")
def every(subject: Subject) -> list[Brief]:
    return list(briefs(subject))


def test_the_sheet_has_words_for_every_place(every: list[Brief]) -> None:
    say_the_sheet(every)


def say_the_sheet(every: list[Brief]) -> None:
    for brief in every:
        notes = Notes(brief.pages)
        said = [masthead.question(brief), masthead.topic(brief), action.question(brief)]
        said += [
            words.text
            for whole, headed in ((True, True), (False, True), (False, False))
            for words in masthead.message(brief, notes, whole=whole, headed=headed)
        ]
        said += [
            tier.line.text for detail in get_args(Detail) for tier in here.tier_lines(brief, notes, detail)
        ]
        said += [here.policy_line(brief, notes).text, *(here.listed(brief) or ())[1:2]]
        assert all(said)


def test_speakers_have_words_for_every_place(every: list[Brief]) -> None:
    say_what_speakers_say(every)


def say_what_speakers_say(every: list[Brief]) -> None:
    for brief in every[::3]:
        for position in POSITIONS:
            when = {"position": position}
            said = [the_ask(brief, position), fair_line(brief, position), brief.speaks("title", when=when)]
            said += [
                brief.speaks("position", when=when),
                brief.speaks("group_title"),
                brief.speaks("left_out"),
            ]
            said += [
                brief.speaks("comment_on", when={"item": item}, item="item 7") for item in ("named", "none")
            ]
            assert all(said)
        assert the_question(brief, "undecided")
        assert all(unit.text for unit in units_of(brief, Wishes("I live here.")))


def test_no_group_lacks_a_phrase_for_what_may_be_the_case(subject: Subject, every: list[Brief]) -> None:
    facts = [facts_of(brief.local, brief.situation) for brief in every]
    assert unsaid(subject.sheet, facts) == []
    assert unsaid(subject.testimony, facts) == []


def test_an_ask_is_short_enough_to_be_said(every: list[Brief]) -> None:
    usual = [brief for brief in every if brief.local.place.name != LONG]
    asks = {the_ask(brief, position) for brief in usual for position in POSITIONS}
    counted = {ask: every[0].voice.count(f"Again, I ask you to {ask}.") for ask in asks}
    assert {ask: words for ask, words in counted.items() if words > MOST_IN_AN_ASK} == {}


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("in_state", [None, 12])
@pytest.mark.parametrize("lists", [1, 2])
def test_a_chart_has_a_title_whatever_it_shows(
    subject: Subject, last: int, in_state: int | None, lists: int
) -> None:
    chart = drawn(subject, last, in_state, lists)
    assert (chart is None) == (subject.register.chart == "none")
    if chart:
        assert str(last) in chart.title
        assert str(last) in chart.caption.text


def drawn(subject: Subject, last: int, in_state: int | None, lists: int, on: date = DAY) -> Chart | None:
    """The chart of so many lists, the newest of the day ``on`` with ``last`` agreements."""
    counts = (RosterCount(date(2025, 1, 31), 135, 133, 21), RosterCount(on, last, last, 20))[-lists:]
    brief = on_list(subject, Roster(DAY, "0" * 64, "list", in_state), counts)
    return growth.growth(brief, Notes(brief.pages))


@pytest.mark.parametrize("days", [1, 30, 61, 400])
def test_an_old_list_is_shown_with_its_age(subject: Subject, days: int) -> None:
    assert (aged(subject, days) is not None) == (days > subject.register.stale_days)


def aged(subject: Subject, days: int) -> Cited | None:
    """The warning about a list that is so old."""
    brief = on_list(subject, Roster(DAY - timedelta(days=days), "0" * 64, "list"))
    return here.list_age(brief, Notes(brief.pages))


def on_list(subject: Subject, roster: Roster, counts: tuple[RosterCount, ...] = ()) -> Brief:
    """A place whose sheet rests on this list."""
    local = replace(plate_readers.places()["recorded"].local, roster=roster)
    return brief_of(Dossier(local, Library(subject, (), (), (), (), counts, ())))


def test_every_phrase_is_said_somewhere(
    subject: Subject, every: list[Brief], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that never is names a circumstance that does not exist, or stands under one that is always so."""
    phrase, said = Words.phrase, set()

    def noted(words: Words, group: str, when: Facts | None = None) -> Phrase:
        found = phrase(words, group, when)
        said.add(id(found))
        return found

    monkeypatch.setattr(Words, "phrase", noted)
    say_the_sheet(every)
    say_what_speakers_say(every)
    for last, in_state, lists in product(LAST, (None, 12), (1, 2)):
        drawn(subject, last, in_state, lists)
        drawn(subject, last, in_state, lists, on=date(2026, 5, 18))
    aged(subject, 400)
    never = [
        (group, words.when)
        for phrases in (subject.sheet, subject.testimony)
        for group, listed in phrases.items()
        for words in listed
        if id(words) not in said
    ]
    assert never == []
