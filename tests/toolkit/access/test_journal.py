"""The event log: each row holds the hash of the one before it, so that no change goes unseen."""

import json
from datetime import date
from threading import Thread

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from tests import factories
from tests.clock import Clock
from toolkit import schema
from toolkit.access import journal, journal_export, journal_reading
from toolkit.access.journal_reading import JournalFilter
from toolkit.database import make_engine, unit_of_work
from toolkit.ledger import spreadsheet
from toolkit.models import Event, Person, RowIsFinal

RACERS, DEEDS = 4, 10


def test_rows_are_numbered_and_chained(work: Session, admin: Person, clock: Clock) -> None:
    first = journal.record(None, "person.invite", "invitation:1", {"role": "admin"}, clock())
    second = journal.record(admin, "claim.write", "claim:saf-03", {"words": 31}, clock.wait(seconds=1))
    assert (first.number, first.previous) == (1, journal.START)
    assert (second.number, second.previous, second.person_id) == (2, first.hash, admin.id)
    chain = journal.verify()
    assert (chain.rows, chain.head, chain.broken_at) == (2, second.hash, None)


def test_an_empty_log_is_whole(work: Session) -> None:
    assert journal.verify() == journal.Chain(0, journal.START, None)
    assert journal.knows(journal.START)
    assert not journal.knows("f" * 64)


FORGERIES = {
    "UPDATE event SET detail = '{\"n\": 9}' WHERE number = 2": 2,
    "UPDATE event SET person_id = NULL WHERE number = 3": 3,
    "UPDATE event SET at = '2020-01-01 00:00:00.000000' WHERE number = 1": 1,
    "DELETE FROM event WHERE number = 2": 2,
    "DELETE FROM event WHERE number = 1": 1,
    "UPDATE event SET hash = 'f' WHERE number = 3": 3,
}


@pytest.mark.parametrize(("forgery", "number"), FORGERIES.items())
def test_a_row_changed_behind_our_back_is_found(
    work: Session, admin: Person, clock: Clock, forgery: str, number: int
) -> None:
    for n in range(4):
        journal.record(admin, "claim.write", "claim:saf-03", {"n": n}, clock())
    for deed in ("update", "delete"):
        work.execute(text(f"DROP TRIGGER event_no_{deed}"))
    work.execute(text(forgery))
    work.expire_all()
    assert journal.verify().broken_at == number


def test_an_end_that_was_cut_off_shows_by_the_head(work: Session, admin: Person, clock: Clock) -> None:
    for n in range(3):
        journal.record(admin, "claim.write", "claim:saf-03", {"n": n}, clock())
    head = journal.verify().head
    assert journal.knows(head)
    work.execute(text("DROP TRIGGER event_no_delete"))
    work.execute(text("DELETE FROM event WHERE number = 3"))
    assert journal.verify().broken_at is None
    assert not journal.knows(head)


def test_the_orm_refuses_to_change_a_row(work: Session, admin: Person, clock: Clock) -> None:
    event = journal.record(admin, "claim.write", "claim:saf-03", {}, clock())
    event.deed = "claim.retire"
    with pytest.raises(RowIsFinal):
        work.flush()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_deeds_at_once_make_one_chain(migrated: Engine) -> None:
    def race(racer: int) -> None:
        for n in range(DEEDS):
            with unit_of_work(migrated, write=True):
                journal.record(None, "claim.write", f"claim:{racer}", {"n": n}, factories.NOW)

    racers = [Thread(target=race, args=(racer,)) for racer in range(RACERS)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    with unit_of_work(migrated):
        chain = journal.verify()
    assert (chain.rows, chain.broken_at) == (RACERS * DEEDS, None)


@pytest.fixture
def log(work: Session, admin: Person, reviewer: Person, clock: Clock) -> None:
    """Sixty deeds, twenty a day."""
    for n in range(60):
        who, deed = (admin, "claim.write") if n % 2 else (reviewer, "claim.approve")
        journal.record(who, deed, f"claim:saf-{n % 3}_", {"n": n}, clock())
        if n % 20 == 19:
            clock.wait(days=1)


@pytest.mark.usefixtures("log")
def test_pages_are_the_newest_first() -> None:
    first, last = journal_reading.page(JournalFilter(), 1), journal_reading.page(JournalFilter(), 99)
    assert [line.number for line in first.lines] == list(range(60, 10, -1))
    assert [line.number for line in last.lines] == list(range(10, 0, -1))
    assert (first.rows, first.pages, last.number) == (60, 2, 2)
    assert journal_reading.page(JournalFilter(subject="nothing"), 1).pages == 1


@pytest.mark.usefixtures("log")
def test_rows_are_found_by_who_what_about_and_when(admin: Person) -> None:
    day = factories.NOW.date()
    wanted = [
        (JournalFilter(person_id=admin.id), 30),
        (JournalFilter(deed="claim.approve"), 30),
        (JournalFilter(subject="claim:saf-1"), 20),
        (JournalFilter(subject="claim:"), 60),
        (JournalFilter(subject="%"), 0),
        (JournalFilter(subject="claim:saf_"), 0),
        (JournalFilter(since=day, until=day), 20),
        (JournalFilter(since=date(2026, 11, 24)), 40),
        (JournalFilter(until=date(2026, 11, 22)), 0),
        (JournalFilter(person_id=admin.id, subject="claim:saf-0_", until=day), 3),
    ]
    for asked, number in wanted:
        assert journal_reading.page(asked, 1).rows == number == len(list(journal_reading.lines(asked))), asked
    assert journal_reading.deeds() == ("claim.approve", "claim.write")


def test_an_export_runs_nothing_in_a_spreadsheet(work: Session, admin: Person, clock: Clock) -> None:
    admin.name = "=HYPERLINK(1)"
    journal.record(admin, "claim.write", "@claim", {"n": 1}, clock())
    journal.record(None, "person.invite", "invitation:1", {}, clock())
    rows = spreadsheet.table(
        journal_export.COLUMNS, journal_export.rows(journal_reading.lines(JournalFilter()))
    ).split("\r\n")
    assert rows[0] == "number,at,who,deed,subject,detail,hash"
    assert rows[1].startswith("1,2026-11-23T15:00:00+00:00,'=HYPERLINK(1),claim.write,'@claim,")
    assert ",command line," in rows[2]


def test_an_export_as_json_can_be_checked(work: Session, admin: Person, clock: Clock) -> None:
    for n in range(3):
        journal.record(admin, "claim.write", "claim:saf-03", {"n": n, "ñ": "ü"}, clock())
    told = json.loads(journal_export.json_of(journal_reading.lines(JournalFilter()), journal.verify().head))
    assert told["head"] == told["events"][-1]["hash"]
    stored = work.scalars(select(Event).order_by(Event.number)).all()
    assert [event["hash"] for event in told["events"]] == [journal.chained(event) for event in stored]
    assert told["events"][0]["detail"] == {"n": 0, "ñ": "ü"}


def test_a_log_on_postgresql_reads_back_as_it_was_written(postgresql_url: str) -> None:
    engine: Engine = make_engine(postgresql_url)
    schema.migrate(engine)
    detail = {"z": 1, "a": [1.5, None, True], "ñ": {"b": "x"}}
    with unit_of_work(engine, write=True):
        journal.record(None, "claim.write", "claim:saf-03", detail, factories.NOW)
    with unit_of_work(engine):
        assert journal.verify().broken_at is None
    engine.dispose()
