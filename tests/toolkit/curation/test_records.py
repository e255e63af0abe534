"""History of the records beside claims: nothing is overwritten in silence; what was shipped can be read."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests import factories
from toolkit.curation.errors import Stale
from toolkit.curation.records import records
from toolkit.ledger.edited import edited
from toolkit.models import Person, PublicBody


def council(work: Session) -> PublicBody:
    body = PublicBody(
        id="frederick-council-md",
        geoid="2430325",
        name="City Council",
        time_zone="America/New_York",
        origin="starter",
        limit_seconds=180,
    )
    work.add(body)
    work.flush()
    return body


def test_an_edit_keeps_what_was_shipped(work: Session, ann: Person) -> None:
    body = council(work)
    values = {"limit_seconds": 120, "verified_on": date(2026, 11, 20)}
    records.change(body, values, "Read the new rules.", base=0, by=ann, now=factories.NOW)
    after, before = records.history("public_body", body.id)
    assert (before.number, before.person_id, before.content["limit_seconds"]) == (1, None, 180)
    assert (after.number, after.person_id, after.reason) == (2, ann.id, "Read the new rules.")
    assert after.content["verified_on"] == "2026-11-20"
    assert body.limit_seconds == 120
    assert edited("public_body") == {body.id}


def test_an_edit_of_what_somebody_changed_meanwhile_changes_nothing(work: Session, ann: Person) -> None:
    body = council(work)
    records.change(body, {"limit_seconds": 120}, "First.", base=0, by=ann, now=factories.NOW)
    with pytest.raises(Stale) as refusal:
        records.change(body, {"limit_seconds": 60}, "Second.", base=0, by=ann, now=factories.NOW)
    assert refusal.value.newest == 2
    assert body.limit_seconds == 120
    assert len(records.history("public_body", body.id)) == 2


def test_a_new_record_begins_its_history(work: Session, ann: Person) -> None:
    body = PublicBody(id="b", geoid="2430325", name="Board", time_zone="America/New_York", origin="local")
    records.add(lambda: body, "It met for the first time.", by=ann, now=factories.NOW)
    assert records.number_of("public_body", "b") == 1
    assert work.get_one(PublicBody, "b").name == "Board"
