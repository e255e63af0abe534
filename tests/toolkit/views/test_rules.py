"""State rules at the desk: an edit prints as fact only by what its editor read; nothing is lost."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from tests import organizers
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit.curation.review import records_due
from toolkit.database import unit_of_work
from toolkit.models import Event, Person, RecordRevision, Source, StatePolicy

PAGE = "/desk/rules/state_policy/24"
EDIT = {
    "line": "Since July 2026, Maryland law bars its agencies from 287(g) agreements.",
    "detail": "The law ends the agreements that there are.",
    "as_of": "2026-11-20",
    "stance": "prohibits",
    "confidence": "high",
    "read": "passage",
    "reason": "Read the act.",
}


@pytest.fixture
def anna(app: Flask) -> OrganizerClient:
    client = browser(app)
    organizers.sign_in(app, client, "reviewer")
    return client


@pytest.fixture(autouse=True)
def seen(app: Flask) -> str:
    """The id of a source that was seen, beside one that was not."""
    with unit_of_work(app.extensions["engine"], write=True) as work:
        known = work.scalars(select(Source).order_by(Source.id)).first()
        assert known is not None
        known.verified_level = "primary-excerpt"
        unseen = {column.key: getattr(known, column.key) for column in Source.__table__.columns}
        work.add(Source(**{**unseen, "id": "never-seen", "verified_level": "unseen"}))
        return known.id


def policy(app: Flask) -> StatePolicy:
    with unit_of_work(app.extensions["engine"]) as work:
        row = work.get_one(StatePolicy, "24")
        work.expunge(row)
        return row


def test_an_edit_that_was_read_prints_as_fact_and_keeps_what_was_there(
    app: Flask, anna: OrganizerClient, seen: str
) -> None:
    before = policy(app)
    assert anna.fill(PAGE, sources=seen, **EDIT).status_code == 303
    after = policy(app)
    assert (after.line, after.printable, after.sources) == (EDIT["line"], True, [seen])
    assert (after.checked, after.review_by) == (date(2026, 11, 26), date(2027, 2, 24))
    assert "bars its agencies" in browser(app).get("/places/24021").text
    shown = anna.page(f"{PAGE}/history").text_content()
    assert "Read the act. (Read: the passage.)" in shown
    with unit_of_work(app.extensions["engine"]) as work:
        event = work.scalars(select(Event).order_by(Event.number.desc())).first()
        assert event is not None
        assert (event.deed, event.subject, event.detail["sources"]) == (
            "rule.write",
            "state_policy:24",
            [seen],
        )
    restored = anna.fill(f"{PAGE}/history", number="1", reason="The act was vetoed.")
    assert restored.status_code == 303
    assert (policy(app).line, policy(app).checked) == (before.line, before.checked)


def test_what_nobody_read_never_prints_as_fact(app: Flask, anna: OrganizerClient, seen: str) -> None:
    for wrong, says in (
        ({"sources": ""}, "Name what you read"),
        ({"sources": "never-seen"}, "None of these sources is marked as seen"),
        ({"sources": "no-such"}, "There is no source “no-such”"),
        ({"sources": seen, "confidence": "low"}, "choose “not read” below"),
        ({"sources": seen, "line": "A radical law!"}, "exclamation mark"),
        ({"sources": seen, "checked": "2026-12-01"}, "still to come"),
        ({"sources": seen, "review_by": "2030-01-01"}, "at most two years later"),
    ):
        answer = anna.fill(PAGE, **{**EDIT, **wrong})
        assert answer.status_code == 400, wrong
        assert says in answer.text
        assert "The law ends the agreements that there are." in answer.text
    assert anna.fill(PAGE, **{**EDIT, "sources": "", "read": "none"}).status_code == 303
    assert policy(app).printable is False
    assert "bars its agencies" not in browser(app).get("/places/24021").text


def test_of_two_editors_the_second_sees_both_versions(app: Flask, anna: OrganizerClient, seen: str) -> None:
    bert = browser(app)
    organizers.sign_in(app, bert, "reviewer")
    old = {**EDIT, "sources": seen, "base": "0", "checked": "2026-11-26", "review_by": "2027-02-24"}
    assert anna.fill(PAGE, **old).status_code == 303
    late = bert.fill(PAGE, **{**old, "line": "Since July 2026, Maryland law limits such agreements."})
    assert late.status_code == 409
    assert "limits such agreements." in late.text
    assert "bars" in late.text
    assert policy(app).line == EDIT["line"]
    again = bert.fill(PAGE, **{**old, "line": "Maryland law limits such agreements.", "base": "2"})
    assert again.status_code == 303
    assert policy(app).line == "Maryland law limits such agreements."


def test_the_list_and_the_queue_know_what_is_overdue(app: Flask, anna: OrganizerClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as work:
        work.get_one(StatePolicy, "24").review_by = date(2026, 11, 25)
    assert "Maryland" in anna.get("/desk/rules?standing=overdue").text
    assert "No rule fits that." in anna.get("/desk/rules?standing=overdue&state=18").text
    with unit_of_work(app.extensions["engine"]):
        (due,) = records_due.records_due(date(2026, 11, 26))
        assert (due.noun, due.key, due.overdue) == ("state_policy", "24", True)
        assert records_due.records_due(date(2026, 10, 1)) == ()


def test_a_contributor_edits_no_rule(app: Flask) -> None:
    carl = browser(app)
    organizers.sign_in(app, carl, "contributor")
    assert organizers.send(carl, PAGE, **EDIT).status_code == 403
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalar(select(RecordRevision.id)) is None
        assert work.scalar(select(Person.id)) is not None


def test_a_rule_that_nobody_edited_has_an_empty_history(anna: OrganizerClient) -> None:
    assert "Nobody here has edited it yet" in anna.get("/desk/rules/state_policy/24/history").text
