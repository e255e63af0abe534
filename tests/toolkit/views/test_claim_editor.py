"""Writing a claim: what is typed is set and checked, kept once it fits, and never lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import Engine, event, select
from werkzeug.test import TestResponse

from tests import organizers
from tests.clock import Clock
from tests.toolkit.views.organizer import OrganizerClient, browser
from tests.toolkit.views.strict import words_of
from toolkit.curation.claims.claims import NOTHING_NEW
from toolkit.database import unit_of_work
from toolkit.models import Claim, Event
from toolkit.publishing.finding import places

EDIT, NEW, CHECK = "/desk/claims/s-1/edit", "/desk/claims/new", "/desk/claims/check"
TEXT = "A sheriff said that jails in the program handed over more people held for violent crimes."
TYPED = {
    "stance": "supporters",
    "topic": "public-safety",
    "text": TEXT,
    "kind": "study",
    "as_of": "2026-05",
    "citations-0-source": "s1 – Report of Sheriffs Group",
    "citations-0-locator": "p. 4",
    "questions": "d-1",
    "counter_claims": "c-1",
    "about": "24021; Carroll County, MD",
}
CHANGED = {"kind": "study", "reason": "A newer report.", "notice": "A number changed.", "text": TEXT}


@pytest.fixture
def cleo(app: Flask) -> OrganizerClient:
    return writer(app, "cleo")


def writer(app: Flask, name: str) -> OrganizerClient:
    app.extensions["now"] = Clock()
    made = browser(app)
    organizers.sign_in(app, made, "contributor", email=f"{name}@example.org")
    return made


def stored(app: Flask, claim_id: str) -> Claim:
    """The claim as it is kept, with its whole history."""
    with unit_of_work(app.extensions["engine"]) as work:
        claim = work.get_one(Claim, claim_id)
        assert all(row.citations for row in claim.revisions)
        return claim


def field(answer: TestResponse, name: str) -> str:
    """What a field of the form holds."""
    found = html.document_fromstring(answer.text).xpath(f"//form[@id='editor']//*[@name='{name}']")[0]
    return str(found.value if found.tag == "textarea" else found.get("value")).strip()


def check(client: OrganizerClient, page: str, **typed: str) -> TestResponse:
    """Press a button of the form that checks it instead of saving."""
    form = html.document_fromstring(client.get(page).text).get_element_by_id("editor")
    base = organizers.origin(client.application)
    data = dict(form.form_values()) | typed
    return client.post(CHECK, data=data, headers={"Referer": f"{base}{page}"})


def test_a_claim_is_written(app: Flask, cleo: OrganizerClient) -> None:
    done = cleo.fill(NEW, **TYPED)
    assert done.headers["Location"] == "/desk/claims/saf-01"
    made = stored(app, "saf-01")
    assert (made.status, made.stance, made.current.text) == ("draft", "supporters", TEXT)
    assert (made.current.scope_states, made.current.scope_counties) == (["24"], ["24021", "24013"])
    assert made.current.review_by.isoformat() == "2027-11-26"
    assert [(c.source_id, c.locator) for c in made.current.citations] == [("s1", "p. 4")]
    assert words_of(cleo.page("/desk/claims/saf-01/history"), "tbody").startswith("Revision 1")
    again = cleo.fill(NEW, **TYPED)  # the button pressed twice
    assert (again.status_code, "Claim saf-01 says exactly this." in again.text) == (409, True)
    assert field(again, "text") == TEXT


def test_dates_and_numbers_that_no_calendar_knows_are_refused(cleo: OrganizerClient) -> None:
    for wrong in ({"checked": "9999-12-31"}, {"spoken": "9" * 5000}, {"review_by": "9999-01-01"}):
        assert cleo.fill(NEW, **TYPED | wrong).status_code == 400
    assert cleo.fill(EDIT, **CHANGED, base="9" * 30).status_code == 409


def test_what_does_not_fit_comes_back_with_everything_typed(app: Flask, cleo: OrganizerClient) -> None:
    wrong = {"as_of": "May", "citations-0-source": "nowhere", "about": "24021; Atlantis; 99999", "stance": ""}
    answer = cleo.fill(NEW, **TYPED | wrong)
    assert answer.status_code == 400
    for name in ("text", "as_of", "about", "citations-0-source", "citations-0-locator"):
        assert field(answer, name) == (TYPED | wrong)[name]
    errors = words_of(html.document_fromstring(answer.text), "#editor")
    for says in ("2026-05-18", "no source “nowhere”", "called “Atlantis”", "code “99999”", "Choose whose"):
        assert says in errors
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalar(select(Claim).where(Claim.origin == "organization")) is None


def test_a_claim_says_until_when_it_is_true_and_what_it_rests_on(app: Flask, cleo: OrganizerClient) -> None:
    said = {"until": "2026-11-26", "evidence": "court"}
    assert "No longer true since November\xa026,\xa02026" in check(cleo, EDIT, **CHANGED | said).text
    assert cleo.fill(EDIT, **CHANGED | said).status_code == 303
    row = stored(app, "s-1").current
    assert (row.until, row.evidence) == (date(2026, 11, 26), "court")
    assert field(cleo.get(EDIT), "until") == "2026-11-26"
    shown = words_of(cleo.page("/desk/claims/s-1/history/2"), ".differences")
    assert "No longer true from [new: November 26, 2026 ]" in shown
    assert "Kind of evidence [new: court ]" in shown
    assert (
        cleo.fill(EDIT, **CHANGED | {"until": "", "evidence": "", "text": TEXT + " So."}).status_code == 303
    )
    row = stored(app, "s-1").current
    assert (row.until, row.evidence) == (None, None)


def test_what_was_typed_is_looked_up_and_judged_once(app: Flask, cleo: OrganizerClient) -> None:
    begun = html.document_fromstring(cleo.get(NEW).text).get_element_by_id("editor")
    sent = dict(begun.form_values()) | TYPED | {"about": "Carroll County, MD"}
    engine = app.extensions["engine"]
    once: list[str] = []
    with unit_of_work(engine), listening(engine, once):
        places.resolve("Carroll County, MD")
    asked: list[str] = []
    with listening(engine, asked):
        answer = cleo.post(NEW, data=sent, headers={"Referer": f"{organizers.origin(app)}{NEW}"})
    assert answer.status_code == 303
    assert sum("FROM dataset" in each for each in asked) == sum("FROM dataset" in each for each in once) > 0
    assert sum("FROM source" in each for each in asked) == 1  # whether the cited ones are there


@contextmanager
def listening(engine: Engine, asked: list[str]) -> Iterator[None]:
    """Write down what the database is asked meanwhile."""

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(" ".join(statement.split()))

    event.listen(engine, "before_cursor_execute", listen)
    yield
    event.remove(engine, "before_cursor_execute", listen)


def test_places_by_one_name_are_told_apart(cleo: OrganizerClient) -> None:
    answer = cleo.fill(NEW, **TYPED | {"about": "Jackson township, Indiana"})
    assert "1805737000 Jackson township" in answer.text


def test_an_edit_is_a_new_revision_that_does_not_print(app: Flask, cleo: OrganizerClient) -> None:
    assert cleo.fill(EDIT, **CHANGED).status_code == 303
    claim = stored(app, "s-1")
    assert (claim.newest, claim.printed, claim.status, claim.current.text) == (2, 1, "draft", TEXT)
    assert claim.current.notice == "A number changed."
    again = cleo.get(EDIT)
    assert (field(again, "base"), field(again, "notice")) == ("2", "A number changed.")


@pytest.mark.parametrize(
    ("lacking", "says"),
    [
        ({"reason": ""}, "Say in a few words why you change it"),
        ({"notice": " "}, "Write one sentence for people who hold a printed sheet"),
        ({"kind": ""}, "Choose a kind"),
        ({"text": "x\u202ey"}, "invisible format character"),
        ({"notice": "long " * 90}, "Shorten it to 400"),
    ],
)
def test_an_edit_that_lacks_something_keeps_what_was_typed(
    app: Flask, cleo: OrganizerClient, lacking: dict[str, str], says: str
) -> None:
    answer = cleo.fill(EDIT, **CHANGED | lacking)
    assert answer.status_code == 400
    assert says in answer.text
    assert field(answer, "text") == (CHANGED | lacking)["text"]
    assert stored(app, "s-1").newest == 1


def test_saving_the_same_again_and_a_retired_claim(app: Flask, cleo: OrganizerClient) -> None:
    assert cleo.fill(EDIT, **CHANGED).status_code == 303
    same = cleo.fill(EDIT, reason="Once more.")
    assert (same.status_code, NOTHING_NEW in same.text) == (400, True)
    with unit_of_work(app.extensions["engine"], write=True) as work:
        work.get_one(Claim, "s-1").status = "retired"
    gone = cleo.fill(EDIT, **CHANGED | {"text": "Other."})
    assert (gone.status_code, "Bring it back first" in gone.text) == (409, True)


def test_the_second_of_two_sees_both_versions_and_keeps_hers(app: Flask, cleo: OrganizerClient) -> None:
    dora = writer(app, "dora")
    begun = html.document_fromstring(dora.get(EDIT).text).get_element_by_id("editor")
    assert cleo.fill(EDIT, **CHANGED).status_code == 303
    hers = "A sheriff said that deputies had more time for other work."
    base = organizers.origin(app)
    sent = dict(begun.form_values()) | CHANGED | {"text": hers}
    answer = dora.post(EDIT, data=sent, headers={"Referer": f"{base}{EDIT}"})
    assert answer.status_code == 409
    told = words_of(html.document_fromstring(answer.text), ".conflict")
    assert "Cleo saved this claim while you were writing" in told
    assert "“A newer report.”" in told
    assert "[gone: jails in the program handed over" in told
    assert "[new: deputies had" in told
    assert (field(answer, "text"), field(answer, "base")) == (hers, "2")
    assert stored(app, "s-1").current.text == TEXT

    form = html.document_fromstring(answer.text).get_element_by_id("editor")
    saved = dora.post(EDIT, data=dict(form.form_values()), headers={"Referer": f"{base}{EDIT}"})
    assert saved.status_code == 303
    assert [row.text for row in stored(app, "s-1").revisions][1:] == [TEXT, hers]


def test_without_scripts_a_button_checks_and_sets_what_was_typed(app: Flask, cleo: OrganizerClient) -> None:
    loud = "He admits that illegals are in the jail. " + TEXT
    answer = check(cleo, EDIT, text=loud, about="Frederick County, MD")
    assert answer.status_code == 200
    assert field(answer, "text") == loud
    shown = html.document_fromstring(answer.text)
    assert "Supporters say: He admits that illegals" in words_of(shown, "#looks .sheet")
    looks = words_of(shown, "#looks .checks")
    for says in ("“illegals”", "“admits” doubts the speaker", "About. Frederick County, Maryland."):
        assert says in looks
    assert stored(app, "s-1").newest == 1
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalars(select(Event)).all() == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"citations-0-source": "", "citations-0-locator": ""}, "Name at least one source."),
        ({"citations-0-source": "nowhere"}, "no source “nowhere”"),
        ({"citations-0-quote": "word " * 26}, "This quotes 26 words."),
    ],
)
def test_a_source_that_is_all_that_is_wrong_is_told_at_its_field(
    cleo: OrganizerClient, row: dict[str, str], says: str
) -> None:
    for answer in (cleo.fill(NEW, **TYPED | row), cleo.fill(EDIT, **CHANGED | row)):
        assert answer.status_code == 400
        assert says in words_of(html.document_fromstring(answer.text), "fieldset.citation .error")
        assert "Nothing is saved yet." in answer.text
        assert field(answer, "text") == TEXT


def test_rows_for_sources_come_and_go_and_keep_what_was_typed(cleo: OrganizerClient) -> None:
    typed = {"citations-0-quote": "first", "text": "Typed."}
    more = check(cleo, EDIT, row="add", **typed)
    assert (field(more, "citations-0-quote"), field(more, "citations-1-quote")) == ("first", "")
    two = {"citations-1-source": "s2", "citations-1-quote": "second"}
    fewer = check(cleo, EDIT, row="drop-0", **typed | two)
    assert (field(fewer, "citations-0-source"), field(fewer, "citations-0-quote")) == ("s2", "second")
    assert field(fewer, "text") == "Typed."
    none_left = check(cleo, EDIT, row="drop-0")
    assert field(none_left, "citations-0-source") == ""


def test_the_script_gets_the_looks_alone(app: Flask, cleo: OrganizerClient) -> None:
    plain = FlaskClient(app, app.response_class)
    organizers.sign_in(app, plain, "contributor")
    base = organizers.origin(app)
    page = plain.get(EDIT, base_url=base)
    data = dict(html.document_fromstring(page.text).get_element_by_id("editor").form_values())
    headers = {"Referer": f"{base}{EDIT}", "X-Part": "looks"}
    answer = plain.post(CHECK, data=data | {"text": "Hello there."}, headers=headers, base_url=base)
    assert answer.status_code == 200
    assert "Hello there." in answer.text
    assert not re.search("<html|<form|<option", answer.text)


def test_what_is_said_already_is_shown_and_the_claim_itself_is_not(cleo: OrganizerClient) -> None:
    said = field(cleo.get(EDIT), "text")
    assert "percent alike" not in cleo.get(EDIT).text
    assert ">s-1</a> is 100" in check(cleo, NEW, **TYPED | {"text": said}).text


@pytest.mark.parametrize("path", ["/desk/claims/none/edit", "/desk/claims/none/history"])
def test_a_claim_that_is_not_there(cleo: OrganizerClient, path: str) -> None:
    assert cleo.get(path).status_code == 404
    assert check(cleo, NEW, claim="none").status_code == 404


def test_markup_is_text(cleo: OrganizerClient) -> None:
    answer = check(cleo, EDIT, text="<b onclick='x'>A sheriff</b> said so & more.")
    assert "<b onclick" not in answer.text
