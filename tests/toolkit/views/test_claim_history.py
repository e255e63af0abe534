"""A claim's history: who, when and why, what differs between two revisions, and the way back to old words."""

from dataclasses import replace

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from tests import factories, organizers
from tests.clock import Clock
from tests.toolkit.views.organizer import OrganizerClient, browser
from tests.toolkit.views.strict import words_of
from toolkit.curation.claims import claims
from toolkit.database import unit_of_work
from toolkit.ledger.claim_words import Citation
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim, Person

PAGE = "/desk/claims/s-1/history"
OLD = "A group of sheriffs says the program helps jails hand over people who are held for serious crimes."


@pytest.fixture
def cleo(app: Flask) -> OrganizerClient:
    """Cleo, who has given claim s-1 other words twice."""
    app.extensions["now"] = Clock()
    made = browser(app)
    number = organizers.sign_in(app, made, "contributor", email="cleo@example.org")
    with unit_of_work(app.extensions["engine"], write=True) as work:
        person = work.get_one(Person, number)
        first = from_revision(work.get_one(Claim, "s-1").current)
        second = replace(first, text=OLD.replace("serious", "violent"), spoken="Sheriffs say it helps.")
        third = replace(second, citations=(Citation("s2", "p. 9", "it helps"),), scope_states=("24",))
        for base, words in enumerate((second, third), 1):
            told = {"reason": f"Reason {base}.", "notice": "One word changed."}
            claims.revise("s-1", words, base=base, by=person, now=factories.NOW, **told)
    return made


def test_every_revision_says_who_when_and_why(cleo: OrganizerClient) -> None:
    rows = [words_of(row, "tr") for row in cleo.page(PAGE).cssselect("tbody tr")]
    assert rows == [
        "Revision 3 November 23, 2026, 15:00 Cleo Reason 2. Told the public: One word changed. draft",
        "Revision 2 November 23, 2026, 15:00 Cleo Reason 1. Told the public: One word changed.",
        "Revision 1 checked November 21, 2026 starter library prints",
    ]


def test_a_revision_shows_what_it_changed_in_the_one_before(cleo: OrganizerClient) -> None:
    shown = words_of(cleo.page(f"{PAGE}/2"), ".differences")
    assert "The claim" in shown
    assert "held for [gone: serious ] [new: violent ] crimes." in shown
    assert "Spoken [new: Sheriffs say it helps. ]" in shown
    assert "Sources" not in shown
    shown = words_of(cleo.page(f"{PAGE}/3"), ".differences")
    assert "[gone: s1, ] [new: s2, ] p. [gone: 1 ] [new: 9: “it helps” ]" in shown
    assert "States [new: 24 ]" in shown
    assert "The claim" not in shown


def test_a_revision_beside_any_other(cleo: OrganizerClient) -> None:
    page = cleo.page(f"{PAGE}/1", against="3")
    assert "How it differs from revision 3" in words_of(page)
    assert "[gone: violent ] [new: serious ]" in words_of(page, ".differences")
    for against in ("0", "9", "-1", "x", "9" * 40):
        assert cleo.get(f"{PAGE}/1?against={against}").status_code == 200


def test_the_list_goes_on_where_it_is_told(cleo: OrganizerClient) -> None:
    assert len(cleo.page(PAGE, before="3").cssselect("tbody tr")) == 2
    for before in ("0", "-1", "x", "9" * 40):
        assert cleo.get(f"{PAGE}?before={before}").status_code == 200


def test_old_words_come_back(app: Flask, cleo: OrganizerClient) -> None:
    page, action = f"{PAGE}/1", f"{PAGE}/1/restore"
    refused = cleo.fill(page, action, reason="")
    assert (refused.status_code, "why you bring them back" in refused.text) == (400, True)
    done = cleo.fill(page, action, reason="It was right.")
    assert done.headers["Location"] == PAGE.removesuffix("/history")
    with unit_of_work(app.extensions["engine"]) as work:
        claim = work.get_one(Claim, "s-1")
        assert (claim.newest, claim.current.text, claim.current.reason) == (4, OLD, "It was right.")


def test_words_that_print_otherwise_come_back_with_a_public_sentence(cleo: OrganizerClient) -> None:
    page, action = f"{PAGE}/2", f"{PAGE}/2/restore"
    refused = cleo.fill(page, action, reason="Better.")
    assert (refused.status_code, "hold a printed sheet" in refused.text) == (409, True)
    assert cleo.fill(page, action, reason="Better.", notice="A word changed.").status_code == 303


def test_bringing_back_what_somebody_changed_meanwhile_is_asked_again(
    app: Flask, cleo: OrganizerClient
) -> None:
    form = html.document_fromstring(cleo.get(f"{PAGE}/1").text).forms[-2]
    cleo.fill(f"{PAGE}/2", f"{PAGE}/2/restore", reason="First.", notice="A word changed.")
    sent = dict(form.form_values()) | {"reason": "Second."}
    headers = {"Referer": f"{organizers.origin(app)}{PAGE}/1"}
    answer = cleo.post(f"{PAGE}/1/restore", data=sent, headers=headers)
    assert (answer.status_code, 'value="Second."' in answer.text) == (409, True)
    assert "saved this while you were writing" in answer.text
    with unit_of_work(app.extensions["engine"]) as work:
        assert work.scalar(select(Claim.newest).where(Claim.id == "s-1")) == 4


@pytest.mark.parametrize("path", ["/desk/claims/none/history/1", f"{PAGE}/9", f"{PAGE}/99999999999999"])
def test_what_is_not_there(cleo: OrganizerClient, path: str) -> None:
    assert cleo.get(path).status_code == 404
