"""A printed copy is current until its claims change, are withdrawn, or are due for review."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, func, text, update

from tests import library_rows
from tests.samples import small
from toolkit import models
from toolkit.database import unit_of_work
from toolkit.models import Edition, EditionClaim
from toolkit.publishing.correcting.standing import Standing, standing
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.issuing.verification import strays, verify

ON = small.TODAY


@pytest.fixture
def edition(room: PressRoom) -> Edition:
    """An edition of Frederick County."""
    return editions.issue(room, "24021", on=ON)


def today(engine: Engine, edition: Edition, days: int = 0) -> Standing:
    """How the edition stands so many days after it was issued."""
    with unit_of_work(engine):
        return standing(edition, ON + timedelta(days=days))


def editions_of(engine: Engine, edition: Edition) -> list[EditionClaim]:
    """What the edition prints."""
    with unit_of_work(engine) as session:
        return list(session.get_one(Edition, edition.code).claims)


def revise(engine: Engine, claim_id: str) -> None:
    """Give a claim a second revision, which is approved."""
    write_on(engine, claim_id)
    stand(engine, claim_id, status="approved", printed=2)


def write_on(engine: Engine, claim_id: str) -> None:
    """Give a claim a second revision, which is in review."""
    claim = next(claim for claim in small.dossier().library.claims if claim.id == claim_id)
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(replace(claim, revision=2, text=claim.text + " So it is.")))
    stand(engine, claim_id, status="in_review")


def stand(engine: Engine, claim_id: str, **standing: object) -> None:
    """Change how a claim stands."""
    with unit_of_work(engine, write=True) as session:
        session.execute(update(models.Claim).where(models.Claim.id == claim_id).values(**standing))


def look_again(engine: Engine, claim_id: str, review_by: date, until: date | None = None) -> None:
    """Date a claim's words anew: they were compared with the sources once more."""
    claim = next(claim for claim in small.dossier().library.claims if claim.id == claim_id)
    with unit_of_work(engine, write=True) as session:
        row = library_rows.revision_row(replace(claim, revision=2, review_by=review_by, until=until))
        row.words_from = 1
        session.add(row)
    stand(engine, claim_id, printed=2, newest=2)


def withdraw(engine: Engine, claim_id: str) -> None:
    """Take a claim out of print."""
    stand(engine, claim_id, status="retired", printed=None)


def test_a_new_edition_is_current(engine: Engine, edition: Edition) -> None:
    assert today(engine, edition) == Standing("current", (), (), small.REVIEW_BY)


def test_an_edit_under_review_leaves_the_approved_words_in_print(engine: Engine, edition: Edition) -> None:
    write_on(engine, "c-2")
    assert today(engine, edition).state == "current"


def test_a_revised_claim_is_named(engine: Engine, edition: Edition) -> None:
    revise(engine, "c-2")
    found = today(engine, edition)
    assert found.state == "changed"
    assert [(claim.claim_id, claim.printed, claim.prints) for claim in found.changed] == [("c-2", 1, 2)]


def test_a_change_to_a_claim_that_is_not_printed_changes_nothing(engine: Engine, edition: Edition) -> None:
    extra = small.claim("f-9", "background", "history", "It began in 1996.", "law")
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.claim_row(extra))
    with unit_of_work(engine, write=True) as session:
        session.add(library_rows.revision_row(replace(extra, revision=2)))
    assert today(engine, edition).state == "current"


def test_a_withdrawn_claim_weighs_more_than_a_changed_one(engine: Engine, edition: Edition) -> None:
    revise(engine, "c-2")
    withdraw(engine, "s-1")
    found = today(engine, edition)
    assert found.state == "withdrawn"
    assert [claim.claim_id for claim in found.withdrawn] == ["s-1"]
    assert [claim.claim_id for claim in found.changed] == ["c-2"]


def test_after_the_earliest_review_date_it_is_overdue_and_not_wrong(engine: Engine, edition: Edition) -> None:
    last_day = (small.REVIEW_BY - ON).days
    assert today(engine, edition, last_day).state == "current"
    assert today(engine, edition, last_day + 1).state == "review overdue"


def test_the_newest_review_date_of_the_same_words_counts(engine: Engine, edition: Edition) -> None:
    late = (small.REVIEW_BY - ON).days + 1
    printed = [claim.claim_id for claim in editions_of(engine, edition)]
    for claim_id in printed[1:]:
        look_again(engine, claim_id, small.REVIEW_BY + timedelta(days=90))
    assert today(engine, edition, late).state == "review overdue"
    look_again(engine, printed[0], small.REVIEW_BY + timedelta(days=30))
    assert today(engine, edition, late).state == "current"
    assert today(engine, edition, late + 30).state == "review overdue"


def test_words_that_a_shorter_review_makes_overdue_are_overdue(engine: Engine, edition: Edition) -> None:
    look_again(engine, "c-2", ON + timedelta(days=5))
    assert today(engine, edition, 5).state == "current"
    assert today(engine, edition, 6).state == "review overdue"


def test_words_that_end_are_overdue_from_that_day_on(engine: Engine, edition: Edition) -> None:
    look_again(engine, "c-2", small.REVIEW_BY, until=ON + timedelta(days=5))
    assert today(engine, edition, 4) == Standing("current", (), (), ON + timedelta(days=4))
    ended = today(engine, edition, 5)
    assert (ended.state, [claim.claim_id for claim in ended.ended]) == ("review overdue", ["c-2"])


def test_an_edition_issued_overdue_says_so_from_the_first_day(engine: Engine, room: PressRoom) -> None:
    late = editions.issue(room, "24021", on=small.REVIEW_BY + timedelta(days=1))
    assert today(engine, late, 400).state == "review overdue"


def test_a_whole_shelf_is_found_whole(engine: Engine, room: PressRoom, edition: Edition) -> None:
    with unit_of_work(engine):
        assert list(verify(room.shelf)) == [(edition.code, None)]


def test_one_flipped_bit_on_the_shelf_is_found(engine: Engine, room: PressRoom, edition: Edition) -> None:
    path = room.shelf.path(edition.pdf_sha256)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)
    with unit_of_work(engine):
        ((code, wrong),) = verify(room.shelf)
    assert code == edition.code
    assert wrong is not None
    assert "was changed" in wrong


def test_changed_facts_are_found(engine: Engine, room: PressRoom, edition: Edition) -> None:
    with engine.begin() as connection:  # whoever owns the database can take the triggers away
        connection.execute(text("DROP TRIGGER edition_no_update"))
        changed = func.replace(Edition.dossier_json, "Frederick", "Fredrick")
        connection.execute(update(Edition).values(dossier_json=changed))
    with unit_of_work(engine):
        ((_, wrong),) = verify(room.shelf)
    assert wrong is not None
    assert "do not belong to this code" in wrong


def test_a_record_of_another_file_is_found(engine: Engine, room: PressRoom, edition: Edition) -> None:
    other = room.shelf.put(b"%PDF-1.7 another")
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER edition_no_update"))
        connection.execute(update(Edition).values(pdf_sha256=other))
    with unit_of_work(engine):
        ((_, wrong),) = verify(room.shelf)
    assert wrong is not None
    assert f"the record says {edition.pdf_bytes}" in wrong


def test_a_file_of_no_edition_is_told_apart(engine: Engine, room: PressRoom, edition: Edition) -> None:
    left = room.shelf.path(room.shelf.put(b"%PDF-1.7 of an issue that was interrupted"))
    planted = room.shelf.folder / "notes.txt"
    planted.write_text("mine")
    with unit_of_work(engine):
        assert strays(room.shelf) == sorted([left, planted])
        assert list(verify(room.shelf)) == [(edition.code, None)]


def test_a_missing_file_is_found(engine: Engine, room: PressRoom, edition: Edition) -> None:
    room.shelf.path(edition.pdf_sha256).unlink()
    with unit_of_work(engine):
        ((_, wrong),) = verify(room.shelf)
    assert wrong is not None
    assert "missing" in wrong
