"""The first admin comes in by the command line, and so does the last one who locked themselves out."""

import re

from sqlalchemy import Engine, select, text

from tests import factories
from tests.toolkit.cli.conftest import Run
from toolkit.access import journal
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Event, Invitation

LINK = re.compile(r"https://toolkit\.example\.org/join/[\w-]{43}\n")


def add(engine: Engine, email: str, role: str, **other: object) -> None:
    with unit_of_work(engine, write=True) as work:
        work.add(factories.person(email, role, **other))


def test_an_invitation_prints_its_link(run: Run, engine: Engine) -> None:
    told = run("people", "invite", "Ann@Example.org", "--role", "admin")
    assert LINK.fullmatch(told.output)
    with unit_of_work(engine) as work:
        link = work.scalars(select(Invitation)).one()
        assert (link.email, link.role, link.invited_by) == ("ann@example.org", "admin", None)
        assert work.scalars(select(Event.deed)).one() == "person.invite"


def test_the_link_opens_the_page_that_takes_it(run: Run, settings: Settings, engine: Engine) -> None:
    link = run("people", "invite", "ann@example.org").output.strip()
    product = create_app(settings.model_copy(update={"database_url": str(engine.url)}))
    page = product.test_client().get(link.removeprefix(settings.base_url), base_url=settings.base_url)
    assert page.status_code == 200
    assert "ann@example.org" in page.text


def test_what_is_no_address_or_role_is_refused(run: Run) -> None:
    for words in (["ann"], ["ann@b@c"], ["ann smith@example.org"], ["ann@example.org", "--role", "owner"]):
        told = run("people", "invite", *words)
        assert told.exit_code == 2, words


def test_who_is_here_is_not_invited(run: Run, engine: Engine) -> None:
    add(engine, "ann@example.org", "admin")
    told = run("people", "invite", "ann@example.org")
    assert told.exit_code == 1
    assert "here already" in told.output


def test_everybody_is_listed(run: Run, engine: Engine) -> None:
    assert "Nobody yet" in run("people", "list").output
    add(engine, "ben@example.org", "reviewer", state="suspended")
    add(engine, "ann@example.org", "admin")
    assert run("people", "list").output.splitlines() == [
        "ann@example.org\tadmin\tactive\tAnn",
        "ben@example.org\treviewer\tsuspended\tBen",
    ]


def test_who_is_locked_out_gets_a_link(run: Run, engine: Engine) -> None:
    add(engine, "ann@example.org", "admin")
    add(engine, "ben@example.org", "reviewer", state="suspended")
    assert LINK.fullmatch(run("people", "let-back", "ann@example.org").output)
    for nobody, why in (("eve@example.org", "Nobody has"), ("ben@example.org", "suspended")):
        told = run("people", "let-back", nobody)
        assert told.exit_code == 1
        assert why in told.output


def test_the_log_is_whole_until_somebody_changes_it(run: Run, engine: Engine) -> None:
    with unit_of_work(engine, write=True):
        for n in range(3):
            journal.record(None, "claim.write", "claim:f-1", {"n": n}, factories.NOW)
        head = journal.verify().head
    assert run("journal", "verify").output == f"3 rows, whole. Head: {head}\n"
    assert run("journal", "verify", "--head", head).exit_code == 0
    assert "cut off" in run("journal", "verify", "--head", "f" * 64).output
    with engine.begin() as behind_our_back:
        behind_our_back.execute(text("DROP TRIGGER event_no_update"))
        behind_our_back.execute(text("UPDATE event SET subject = 'claim:f-2' WHERE number = 2"))
    told = run("journal", "verify")
    assert told.exit_code == 1
    assert "Row 2 is not what was recorded" in told.output
