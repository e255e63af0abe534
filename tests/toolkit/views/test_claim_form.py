"""The form of a claim holds what is stored, reads it back unchanged, and locks nothing while looked at."""

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from tests import organizers
from tests.clock import Clock
from tests.samples import small
from tests.toolkit.views.organizer import browser
from toolkit.curation import known
from toolkit.curation.claims.words import problems
from toolkit.database import unit_of_work
from toolkit.forms.desk.claim import ClaimEditor, filled
from toolkit.forms.desk.claim_scope import read
from toolkit.ledger import subjects
from toolkit.ledger.revisions import from_revision
from toolkit.models import Claim


def test_every_shipped_claim_comes_back_as_it_was(shipped: Flask) -> None:
    with shipped.test_request_context(), unit_of_work(shipped.extensions["engine"]) as work:
        titles, questions = known.titles(), known.questions("287g")
        for claim in work.scalars(select(Claim)):
            held = from_revision(claim.current)
            form = ClaimEditor(
                claim,
                subject=subjects.find(),
                today=small.TODAY,
                questions=questions,
                data=filled(held, titles),
            )
            assert form.words == held, claim.id
            assert problems(form.words, claim.id) == (), claim.id
    assert len(titles) > 100


@pytest.mark.parametrize(
    ("typed", "states", "counties", "places"),
    [
        ("", (), (), ()),
        ("24", ("24",), (), ()),
        ("Maryland; Indiana", ("18", "24"), (), ()),
        ("24021, 24013 2430325", ("24",), ("24021", "24013"), ("2430325",)),
        ("Frederick County, MD;\n18", ("18", "24"), ("24021",), ()),
        ("24510", ("24",), ("24510",), ()),
        ("24021; 24021", ("24",), ("24021",), ()),
    ],
)
def test_places_as_people_write_them(
    app: Flask, typed: str, states: tuple[str, ...], counties: tuple[str, ...], places: tuple[str, ...]
) -> None:
    with unit_of_work(app.extensions["engine"]):
        scope = read(typed)
    assert (scope.states, scope.counties, scope.places, scope.faults) == (states, counties, places, ())


def test_a_check_waits_for_no_writer(app: Flask) -> None:
    app.extensions["now"] = Clock()
    client = browser(app)
    organizers.sign_in(app, client, "contributor")
    page = "/desk/claims/s-1/edit"
    form = html.document_fromstring(client.get(page).text).get_element_by_id("editor")
    sent = dict(form.form_values()) | {"text": "A sheriff said so."}
    with unit_of_work(app.extensions["engine"], write=True) as work:
        work.get_one(Claim, "s-1")  # from here on the database has its writer
        headers = {"Referer": f"{organizers.origin(app)}{page}"}
        assert client.post("/desk/claims/check", data=sent, headers=headers).status_code == 200
