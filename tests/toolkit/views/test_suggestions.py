"""Suggested corrections: anybody may send one, little is kept, and organizers say what became of it."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests import organizers
from tests.clock import Clock
from tests.samples import small
from tests.toolkit.views.organizer import OrganizerClient, browser
from tests.toolkit.views.strict import StrictClient, words_of
from toolkit.curation import suggestions
from toolkit.database import unit_of_work
from toolkit.models import Event, Suggestion

ABOUT = "claim:c-2"
WORDS = "Page 4 of the report says “may”, not “would”."


def send(visitor: StrictClient, text: str = WORDS, about: str = ABOUT, status: int = 303) -> str:
    answer = visitor.post("/suggest", data={"about": about, "text": text})
    assert answer.status_code == status, answer.status
    return answer.text


def kept(app: Flask) -> list[tuple[object, ...]]:
    """Every suggestion, column by column."""
    with unit_of_work(app.extensions["engine"]) as session:
        rows = session.execute(select(*Suggestion.__table__.columns).order_by(Suggestion.id))
        return [tuple(row) for row in rows]


@pytest.fixture
def clock(app: Flask) -> Clock:
    app.extensions["now"] = clock = Clock()
    return clock


@pytest.fixture
def ann(app: Flask, clock: Clock) -> OrganizerClient:
    """A contributor."""
    made = browser(app)
    organizers.sign_in(app, made, "contributor", email="ann@example.org")
    return made


def test_a_suggestion_is_kept_with_its_day_and_nothing_else(app: Flask, visitor: StrictClient) -> None:
    (link,) = visitor.page("/claims/c-2").xpath("//a[starts-with(@href, '/suggest')]")
    assert link.get("href") == f"/suggest?about={ABOUT}"
    form = visitor.page("/suggest", about=ABOUT)
    assert form.cssselect("input[name='about']")[0].get("value") == ABOUT
    assert "Do not write names, addresses or anything personal" in words_of(form)
    answer = visitor.post("/suggest", data={"about": ABOUT, "text": f"  {WORDS}\r\nSee the note. "})
    assert (answer.status_code, answer.location) == (303, "/suggest/thanks")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert "readers who did not write the new words check them" in words_of(visitor.page(answer.location))
    assert kept(app) == [(1, ABOUT, f"{WORDS}\nSee the note.", small.TODAY, "open", None, None, None)]


def test_an_edition_may_be_meant(app: Flask, visitor: StrictClient) -> None:
    code = visitor.post("/editions", data={"place": "24021"}).location.removeprefix("/editions/")
    (link,) = visitor.page(f"/editions/{code}").xpath("//a[starts-with(@href, '/suggest')]")
    assert f"sheet {code}" in words_of(visitor.page("/suggest", about=f"edition:{code}"))
    assert link.get("href") == f"/suggest?about=edition:{code}"
    send(visitor, about=f"edition:{code}")
    assert kept(app)[0][1] == f"edition:{code}"


@pytest.mark.parametrize(
    "about", ["", "claim:no-such", "edition:K7M2P-4QXRT", "person:1", "c-2", "claim:c-2\n"]
)
def test_what_is_not_here_cannot_be_meant(app: Flask, visitor: StrictClient, about: str) -> None:
    assert visitor.get("/suggest", query_string={"about": about}).status_code == 404
    send(visitor, about=about, status=404)
    assert kept(app) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (" \n ", "Write what is wrong"),
        ("\u200b\u202e", "Write what is wrong"),
        ("ä" * 2001, "longer than 2,000 characters"),
        ("a bell\x07", "characters that are not text"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_the_reason(
    app: Flask, visitor: StrictClient, text: str, told: str
) -> None:
    assert told in send(visitor, text, status=400)
    assert kept(app) == []


def test_words_come_back_as_typed_and_hidden_signs_are_not_kept(app: Flask, visitor: StrictClient) -> None:
    assert ("x" * 2001) in send(visitor, "x" * 2001, status=400)
    send(visitor, "cafe\u0301 \u202eevil\u2069 " + "y" * 1000)
    assert kept(app)[0][2] == "café evil " + "y" * 1000


def test_the_same_words_are_kept_once(app: Flask, visitor: StrictClient) -> None:
    for _ in range(3):
        send(visitor)
    send(visitor, about="claim:c-1")
    assert [row[1] for row in kept(app)] == [ABOUT, "claim:c-1"]


def test_an_hour_brings_twenty_and_the_words_are_shown_with_the_way_out(
    app: Flask, visitor: StrictClient, clock: Clock
) -> None:
    settings = app.extensions["settings"].model_copy(update={"corrections": "fix@example.org"})
    app.extensions["settings"] = settings
    for number in range(20):
        send(visitor, f"No. {number}")
    send(visitor, "No. 3")  # was kept before, so it costs nobody anything
    page = send(visitor, "One too many <b>", status=503)
    assert "One too many &lt;b&gt;</textarea>" in page
    assert 'href="mailto:fix@example.org"' in page
    assert len(kept(app)) == 20
    clock.wait(hours=1)
    send(visitor, "One too many <b>")


def test_two_hundred_wait_at_most(app: Flask, visitor: StrictClient) -> None:
    with unit_of_work(app.extensions["engine"], write=True) as session:
        for number in range(suggestions.MOST_OPEN):
            session.add(Suggestion(subject=ABOUT, text=str(number), made_on=small.TODAY, state="open"))
    answer = visitor.post("/suggest", data={"about": ABOUT, "text": WORDS})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert WORDS in answer.text


def test_organizers_see_what_waits_and_answer(
    app: Flask, visitor: StrictClient, ann: OrganizerClient
) -> None:
    send(visitor)
    send(visitor, "Another thing.")
    page = ann.page("/desk/suggestions")
    assert "2 suggestions wait, the oldest first." in words_of(page)
    assert page.cssselect("tbody a")[0].get("href") == "/desk/suggestions/1"
    answer = ann.fill(
        "/desk/suggestions/1", "/desk/suggestions/1/answer", note="Reworded by c-2, revision 2."
    )
    assert answer.status_code == 303
    assert kept(app)[0][4:7] == ("answered", "Reworded by c-2, revision 2.", 1)
    settled = ann.page("/desk/suggestions", state="answered")
    assert "Reworded by c-2" in words_of(settled)
    assert "1 suggestion answered." in words_of(settled)
    with unit_of_work(app.extensions["engine"]) as session:
        (event,) = session.scalars(select(Event))
    assert (event.deed, event.subject) == ("suggestion.answer", "suggestion:1")
    assert event.detail == {"about": ABOUT, "state": "answered"}


def test_one_is_set_aside_with_a_reason(app: Flask, visitor: StrictClient, ann: OrganizerClient) -> None:
    send(visitor)
    one = "/desk/suggestions/1"
    (button,) = ann.page(one).xpath("//button[@formaction]")
    refused = organizers.send(ann, button.get("formaction"), note=" ")
    assert refused.status_code == 400
    assert "Write what was done about it, or why nothing." in refused.text
    assert organizers.send(ann, button.get("formaction"), note="Not about us.").status_code == 303
    assert kept(app)[0][4] == "set aside"
    assert "No suggestion waits for an answer." in words_of(ann.page("/desk/suggestions"))
    assert "Not about us." in words_of(ann.page("/desk/suggestions", state="set aside"))


def test_who_comes_second_keeps_the_note(app: Flask, visitor: StrictClient, ann: OrganizerClient) -> None:
    send(visitor)
    organizers.send(ann, "/desk/suggestions/1/answer", note="First.")
    late = organizers.send(ann, "/desk/suggestions/1/set-aside", note="Second.")
    assert late.status_code == 409
    assert "Somebody answered this, or set it aside" in late.text
    assert "Second.</textarea>" in late.text
    assert kept(app)[0][5] == "First."
    with unit_of_work(app.extensions["engine"]) as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 1


def test_the_queue_asks_how_many_wait_and_which_wait_longest(app: Flask, visitor: StrictClient) -> None:
    for number in range(12):
        send(visitor, f"No. {number}")
    with unit_of_work(app.extensions["engine"]):
        assert suggestions.open_count() == 12
        assert [row.text for row in suggestions.first_open(10)] == [f"No. {n}" for n in range(10)]
