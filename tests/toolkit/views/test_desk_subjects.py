"""Subjects at the desk: words and lists are edited, ordered, retired; they reach new sheets, no old ones."""

import itertools

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from tests import organizers
from tests.toolkit.views.organizer import OrganizerClient, browser
from toolkit import models
from toolkit.curation.records import lists, records, subject_words
from toolkit.database import unit_of_work
from toolkit.forms.desk.subjects import form_of

DESK = "/desk/subjects"
WORDS = f"{DESK}/287g/words"
# For each kind of record: a field, and what it is to say.
CHANGES = {
    "dispute": ("not_known", "Nobody has counted that."),
    "official_question": ("text", "Who pays for it, and out of which fund?"),
    "glossary_term": ("definition", "A written agreement between ICE and an agency here."),
    "timeline_event": ("event", "Congress adds the section to the law."),
    "before_after": ("after", "Eight hours online."),
}
NEW = {
    "dispute": {"question": "Does it slow other work?", "not_known": "No agency has counted."},
    "official_question": {"text": "Who reads the reports?", "topic": "history", "claims": "saf-03"},
    "glossary_term": {
        "term": "Booking",
        "definition": "What a jail does with a new arrival.",
        "sources": "usc-1357g",
    },
    "timeline_event": {
        "event": "A law is signed.",
        "date": "2026-07",
        "sources": "usc-1357g",
        "confidence": "high",
    },
    "before_after": {
        "feature": "Fees",
        "before": "None",
        "after": "Some",
        "sources": "",
        "confidence": "low",
    },
}
KINDS = pytest.mark.parametrize("kind", list(CHANGES))


@pytest.fixture
def anna(shipped: Flask) -> OrganizerClient:
    client = browser(shipped)
    organizers.sign_in(shipped, client, "reviewer")
    return client


def order(app: Flask, kind: str) -> list[str]:
    with unit_of_work(app.extensions["engine"]):
        return [row.id for row in lists.listed(kind, "287g") if not row.retired]


def value(app: Flask, kind: str, key: str, name: str) -> object:
    with unit_of_work(app.extensions["engine"]):
        return getattr(lists.find(kind, key), name)


def press(client: OrganizerClient, page: str, action: str, **fields: str) -> int:
    """Send the first form of the page that goes to ``action``, with these fields."""
    shown = html.document_fromstring(client.get(page).text)
    form = next(form for form in shown.forms if form.get("action") == action)
    base = organizers.origin(client.application)
    return client.post(
        action, data=dict(form.form_values()) | fields, headers={"Referer": base + page}
    ).status_code


@KINDS
def test_a_record_is_edited_and_restored(shipped: Flask, anna: OrganizerClient, kind: str) -> None:
    key, (name, words) = order(shipped, kind)[1], CHANGES[kind]
    page, before = f"{DESK}/{kind}/{key}/edit", value(shipped, kind, key, name)
    assert anna.fill(page, reason="Plainer.", **{name: words}).status_code == 303
    assert value(shipped, kind, key, name) == words
    assert "Plainer." in anna.page(f"{page}/history").text_content()
    with unit_of_work(shipped.extensions["engine"]) as work:
        event = work.scalars(select(models.Event).order_by(models.Event.number.desc())).first()
        assert event is not None
        assert (event.deed, event.subject) == ("subject.write", f"{kind}:{key}")
    assert anna.fill(f"{page}/history", number="1", reason="It was better.").status_code == 303
    assert value(shipped, kind, key, name) == before


@KINDS
def test_a_record_is_added_moved_and_retired(shipped: Flask, anna: OrganizerClient, kind: str) -> None:
    page, before = f"{DESK}/287g/{kind}", order(shipped, kind)
    assert anna.fill(f"{page}/new", reason="It was missing.", **NEW[kind]).status_code == 303
    (*rest, key) = order(shipped, kind)
    assert rest == before
    one = f"{DESK}/{kind}/{key}/edit"
    assert press(anna, page, f"{one}/move", to="up") == 303
    assert order(shipped, kind) == [*before[:-1], key, before[-1]]
    assert press(anna, page, f"{one}/move", to="down") == 303
    assert press(anna, page, f"{one}/move", to="down") == 303
    assert order(shipped, kind) == [*before, key]
    assert press(anna, page, f"{one}/retire", reason="Not needed.") == 303
    assert order(shipped, kind) == before
    assert press(anna, page, f"{one}/retire", reason="Needed after all.") == 303
    assert order(shipped, kind) == [*before, key]


@KINDS
def test_who_saved_second_sees_both_and_overwrites_nothing(
    shipped: Flask, anna: OrganizerClient, kind: str
) -> None:
    key, (name, words) = order(shipped, kind)[0], CHANGES[kind]
    page = f"{DESK}/{kind}/{key}/edit"
    stale = html.document_fromstring(anna.get(page).text)
    (form,) = [form for form in stale.forms if form.get("action") == page]
    assert anna.fill(page, reason="First.", **{name: words}).status_code == 303
    sent = dict(form.form_values()) | {"reason": "Second.", name: "Something else."}
    base = organizers.origin(shipped)
    answer = anna.post(page, data=sent, headers={"Referer": base + page})
    assert answer.status_code == 409
    assert "Somebody saved" in answer.text
    assert "Something else." in answer.text
    assert value(shipped, kind, key, name) == words
    again = next(form for form in html.document_fromstring(answer.text).forms if form.get("action") == page)
    sent = dict(again.form_values()) | {"reason": "Second."}
    assert anna.post(page, data=sent, headers={"Referer": base + page}).status_code == 303
    assert value(shipped, kind, key, name) == "Something else."


@pytest.mark.parametrize(
    ("kind", "field", "wrong", "says"),
    [
        ("glossary_term", "sources", "no-such", "There is no source “no-such”"),
        ("glossary_term", "term", "ICE", "explained already"),
        ("official_question", "claims", "no-such", "There is no claim “no-such”"),
        ("timeline_event", "date", "last May", "Give a year"),
        ("dispute", "question", "Are illegal aliens safe?", "takes a side"),
        ("before_after", "after", "", "Write something"),
        ("dispute", "reason", "", "Say in a few words why"),
        ("glossary_term", "definition", "word " * 200, "Shorten it to 500"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    shipped: Flask, anna: OrganizerClient, kind: str, field: str, wrong: str, says: str
) -> None:
    key = order(shipped, kind)[0]
    page = f"{DESK}/{kind}/{key}/edit"
    answer = anna.fill(page, **{"reason": "So.", field: wrong})
    assert answer.status_code == 400
    assert says in answer.text
    with unit_of_work(shipped.extensions["engine"]):
        assert records.number_of(kind, key) == 0


@KINDS
def test_every_shipped_record_passes_its_own_form(shipped: Flask, kind: str) -> None:
    with shipped.test_request_context(method="POST"), unit_of_work(shipped.extensions["engine"]):
        for row in lists.listed(kind, "287g"):
            form = form_of(kind, "287g")(formdata=None, meta={"csrf": False})
            form.begin(row, 0)
            assert list(lists.faults(kind, "287g", form.values, row.id)) == []
            assert {name: getattr(row, name) for name in form.names} == form.values
            sent = MultiDict({**form.data, "reason": "So.", "base": "0"})
            assert form_of(kind, "287g")(formdata=sent, meta={"csrf": False}).validate(), row.id


def test_claims_that_answer_a_question_are_ranked_added_and_taken_out(
    shipped: Flask, anna: OrganizerClient
) -> None:
    page = f"{DESK}/dispute/d-01/edit"

    def answers() -> list[str]:
        with unit_of_work(shipped.extensions["engine"]):
            return lists.find("dispute", "d-01").answers["supporters"]

    first, second, *rest = before = answers()
    assert press(anna, page, f"{page}/move", claim=second, to="up") == 303
    assert answers() == [second, first, *rest]
    assert press(anna, page, f"{page}/move", claim=second, to="down") == 303
    assert press(anna, page, f"{page}/move", claim=rest[-1], to="drop") == 303
    assert answers() == before[:-1]
    assert press(anna, page, f"{page}/move", claim=rest[-1], to="add") == 303
    assert answers() == before
    assert press(anna, page, f"{page}/move", claim="mod-02", to="add") == 409  # in no dispute
    assert answers() == before
    history = f"{page}/history"
    assert press(anna, history, history, number="2", reason="As it was.") == 303
    assert answers() == [second, first, *rest]


def test_words_are_edited_with_their_circumstances_and_an_example(
    shipped: Flask, anna: OrganizerClient
) -> None:
    page = f"{WORDS}/sheet/title"
    shown = anna.page(page).text_content()
    assert "the place’s own agency: recorded" in shown
    assert "Should Lake County keep its 287(g) agreement?" in shown
    name = "sheet/title/6/says"
    told = {"reason": "Plainer.", name: "Should {place} take part in 287(g)?"}
    assert anna.fill(page, **told).status_code == 303
    assert "Should Lake County take part" in anna.page(page).text_content()
    assert "Plainer." in anna.page(f"{DESK}/287g/history").text_content()
    assert anna.fill(f"{DESK}/287g/history", number="1", reason="As it was.").status_code == 303
    assert "Should {place} join 287(g)?" in anna.page(page).text_content()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("Should {town} join 287(g)?", "Nothing fills {town}"),
        ("Should {place join 287(g)?", "Every { needs its }"),
        ("Should {place.__class__} join?", "Every { needs its }"),
        ("", "Write something"),
        ("word " * 100, "Shorten it to 400"),
    ],
)
def test_words_that_no_sheet_could_say_are_refused(anna: OrganizerClient, wrong: str, says: str) -> None:
    answer = anna.fill(f"{WORDS}/sheet/title", **{"reason": "So.", "sheet/title/6/says": wrong})
    assert answer.status_code == 400
    assert says in html.document_fromstring(answer.text).text_content()


def test_every_text_of_a_subject_may_be_edited_and_nothing_else(shipped: Flask) -> None:
    with unit_of_work(shipped.extensions["engine"]) as work:
        content = work.get_one(models.Subject, "287g").content
    texts = [text for listed in subject_words.texts(content).values() for text in listed]
    assert len({text.path for text in texts}) == len(texts)
    assert subject_words.replaced(content, {text.path: text.words for text in texts}) == content
    assert list(subject_words.faults(content, content)) == []
    for changed in ({"slug": "x"}, {"rule_topic": "x"}, {"register": {}}, {"sheet": {}}):
        assert list(subject_words.faults(content, {**content, **changed})) == [
            ("", "Only words are edited here.")
        ]
    assert all("{" not in text.example for text in texts)


def test_a_change_reaches_new_sheets_and_never_old_ones(shipped: Flask, anna: OrganizerClient) -> None:
    visitor = browser(shipped)

    def sheet() -> str:
        return html.document_fromstring(visitor.get("/places/24021/fact-sheet").text).text_content()

    place = {"place": "24021"}
    old = visitor.post("/editions", data=place).location
    pdf = visitor.get(f"{old}.pdf").data
    assert "287(g) lets ICE train" in sheet()
    text = "287(g) lets ICE train and watch over state or local officers under signed agreements."
    told = {"reason": "Plainer.", "sheet/what_it_is/0/says": text}
    assert anna.fill(f"{WORDS}/sheet/what_it_is", **told).status_code == 303
    assert "train and watch over" in sheet()
    new = visitor.post("/editions", data=place).location
    assert new != old
    assert visitor.get(f"{old}.pdf").data == pdf
    assert visitor.get(f"{new}.pdf").data != pdf


def test_one_subject_stays_open(two_subjects: Flask) -> None:
    client = browser(two_subjects)
    organizers.sign_in(two_subjects, client, "reviewer")

    def close(subject: str) -> int:
        """Send the form without its tick."""
        page = f"{DESK}/{subject}"
        (form,) = [
            each
            for each in html.document_fromstring(client.get(page).text).forms
            if each.get("action") == page
        ]
        sent = {name: said for name, said in form.form_values() if name != "open"} | {"reason": "Later."}
        return client.post(
            page, data=sent, headers={"Referer": organizers.origin(two_subjects) + page}
        ).status_code

    assert close("alpr") == 303
    assert client.get("/plate-readers/claims").status_code == 404
    assert close("287g") == 409


def test_a_second_subject_offers_its_own_topics_models_and_questions(two_subjects: Flask) -> None:
    client = browser(two_subjects)
    organizers.sign_in(two_subjects, client, "contributor")
    page = html.document_fromstring(client.get("/desk/claims/new?subject=alpr").text)
    offered = page.cssselect("select[name=topic] option, input[name=models], input[name=questions]")
    values = {each.get("value") for each in offered}
    assert {"solving-crime", "FIX", "a-01"} <= values
    assert values.isdisjoint({"civil-rights", "JEM", "d-01"})
    assert client.get("/desk/claims/new?subject=none").status_code == 404
    sent = {
        "stance": "critics", "topic": "cost", "text": "Auditors of one city found that it paid twice.",
        "kind": "study", "as_of": "2026", "citations-0-source": "crs-r48160", "reason": "New.",
    }  # fmt: skip
    assert client.fill("/desk/claims/new?subject=alpr", "/desk/claims/new", **sent).status_code == 303
    with unit_of_work(two_subjects.extensions["engine"]) as work:
        made = work.scalars(select(models.Claim).where(models.Claim.origin == "organization")).one()
        assert (made.subject, made.id.partition("-")[0]) == ("alpr", "alpr")


@pytest.mark.parametrize("role", ["contributor", "reviewer"])
def test_subjects_are_for_reviewers(shipped: Flask, role: str) -> None:
    client = browser(shipped)
    organizers.sign_in(shipped, client, role)
    paths = itertools.chain([DESK, f"{DESK}/287g"], (f"{DESK}/287g/{kind}" for kind in CHANGES))
    assert {client.get(path).status_code for path in paths} == {200 if role == "reviewer" else 403}
