"""A meeting in words, on its way to the renderer, and on a copy of the sheet: same code and claims."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets.action import go_to
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import fit
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.errors import DossierError
from fact_sheets.meeting import MOST, Meeting, from_json, to_json
from fact_sheets.typesetting import NBSP
from tests.samples import places
from tests.samples.meetings import COUNCIL, at, longest
from tests.sweeps import sampled

STARTS = at("2026-12-08T18:30")
BARE = Meeting(STARTS)


def plain(text: str) -> str:
    """The text with plain spaces and hyphens."""
    return text.replace(NBSP, " ").replace("\N{NON-BREAKING HYPHEN}", "-")


def what(meeting: Meeting) -> str:
    return plain(go_to(meeting).what)


def claims(sheet: FactSheet) -> set[str]:
    """The claims that a sheet prints."""
    sided = (point for pair in sheet.pairs for point in (pair.supporters, pair.critics))
    return {point.claim_id for point in (*sheet.facts, *sided)}


def test_a_whole_meeting_is_said_in_the_order_of_getting_there() -> None:
    lines = go_to(COUNCIL)
    assert plain(lines.when) == "Tuesday, December 8, 2026, 6:30 pm"
    assert plain(lines.what) == (
        "County Council, Room 201, Winchester Hall, 12 E. Church Street. Agenda: item 7. "
        "Sign up: card at the door; closes at 6 pm. Clerk: 301-555-0123."
    )
    assert lines.origin == "Meeting details typed by the person who printed this copy."


def test_what_is_missing_is_a_question_for_the_clerk() -> None:
    assert what(BARE) == "Room and sign-up: not verified – call the clerk."
    assert what(replace(BARE, room="Room 2")) == "Room 2. Sign-up: not verified – call the clerk."


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("agenda_item", "7b", "Agenda: item 7b."),
        ("agenda_item", "the sheriff's budget.", "Agenda: the sheriff’s budget."),
        ("sign_up", "by e-mail.", "Sign up: by e-mail."),
        ("sign_up_closes", at("2026-12-08T12:00"), "Sign-up closes at noon."),
        ("sign_up_closes", at("2026-12-07T00:00"), "Sign-up closes Monday, December 7, 2026, midnight."),
        ("clerk_phone", "301-555-0123", "Clerk: 301-555-0123."),
    ],
)
def test_each_fact_is_said(field: str, value: object, words: str) -> None:
    assert words in what(replace(BARE, **{field: value}))


def test_the_phone_number_is_never_broken() -> None:
    assert "301\N{NON-BREAKING HYPHEN}555" in go_to(COUNCIL).what


def test_a_listed_meeting_says_of_when_it_is_and_a_doubtful_hour_its_zone() -> None:
    lines = go_to(replace(BARE, starts_zone="EST", listed_on=date(2026, 11, 26)))
    assert plain(lines.when).endswith("6:30 pm EST")
    assert plain(lines.origin) == "Meeting as listed on this site on November 26, 2026: check with the clerk."


def test_a_meeting_travels_as_one_line() -> None:
    data = to_json(COUNCIL)
    assert b"\n" not in data
    assert from_json(data) == COUNCIL


def test_a_broken_message_is_refused_without_repeating_it() -> None:
    with pytest.raises(DossierError, match="meeting starts") as refused:
        from_json(b'{"starts": "Zanzibar"}')
    assert "Zanzibar" not in str(refused.value)


def test_a_copy_keeps_the_code_and_the_claims_of_its_edition() -> None:
    for dossier in places.every_variant().values():
        edition, copy = compose(dossier), compose(dossier, COUNCIL)
        assert copy.meeting == go_to(COUNCIL)
        assert edition.meeting is None
        assert (copy.code, copy.check_url, copy.title) == (edition.code, edition.check_url, edition.title)
        assert [pair.dispute_id for pair in copy.pairs] == [pair.dispute_id for pair in edition.pairs]
        assert [fact.claim_id for fact in copy.facts] == [fact.claim_id for fact in edition.facts]
        assert copy.standing == edition.standing == "balanced"


@pytest.mark.parametrize("state", sampled(sorted(places.STATES)))
def test_the_longest_meeting_fits_in_every_state_and_the_copy_stays_balanced(state: str) -> None:
    kinds = ("state", "county", "place", "county_subdivision")
    kind = kinds[int(state) % len(kinds)]
    dossier = places.plain(state, kind, "TFM" if int(state) % 3 else None)
    edition, copy = compose(dossier), compose(dossier, longest())
    assert fit.fits(copy).fits
    assert (copy.title, copy.standing) == (edition.title, "balanced")
    assert len(copy.pairs) >= 2
    assert claims(copy) <= claims(edition)


TEXTS = {name: st.text("MWil. -/§é", max_size=most) for name, most in MOST.items()}


@given(st.builds(Meeting, starts=st.just(STARTS), sign_up_closes=st.none() | st.just(STARTS), **TEXTS))
def test_any_meeting_within_the_caps_fits(meeting: Meeting) -> None:
    assert fit.fits(compose(places.frederick_md(), meeting)).fits
