"""``flask editions``: how the sheet with a code stands, and whether the shelf is whole."""

from pathlib import Path

from sqlalchemy import Engine

from fact_sheets.codes import code_for
from tests.samples import small
from tests.toolkit.cli.conftest import Run
from toolkit.database import unit_of_work
from toolkit.models import Claim, Correction
from toolkit.publishing.issuing import editions
from toolkit.publishing.issuing.press_room import PressRoom

ON = small.TODAY


def test_a_mistyped_code_needs_no_database(run: Run, engine: Engine) -> None:
    Path(str(engine.url.database)).unlink()
    slip = run("editions", "check", "K7M2P-4QXRT")
    assert slip.exit_code == 1
    assert "Mistyped. A character is wrong, or two are exchanged" in slip.output
    assert not Path(str(engine.url.database)).exists()


def test_a_code_of_another_house_is_told_apart(run: Run) -> None:
    sound = code_for("5" * 64)
    answer = run("editions", "check", sound.lower())
    assert answer.exit_code == 1
    assert answer.output.splitlines() == [
        f"{sound}: well formed",
        "Error: No sheet made here has this code.",
    ]


def test_the_state_of_a_sheet_is_told_with_its_corrections(run: Run, room: PressRoom, engine: Engine) -> None:
    code = editions.issue(room, "24021", on=ON).code
    assert "State: current" in run("editions", "check", code).output
    with unit_of_work(engine, write=True) as session:
        session.get_one(Claim, "c-2").printed = None
        session.add(Correction(claim_id="c-2", from_revision=1, sentence="It is gone.", made_on=ON))
    lines = run("editions", "check", code).output.splitlines()
    assert "State: withdrawn" in lines
    assert lines[-4].startswith("Claim c-2")
    assert lines[-2:] == ["  Now: withdrawn", f"  {ON}: It is gone."]


def test_what_lies_on_the_shelf_without_an_edition_is_named(run: Run, room: PressRoom) -> None:
    editions.issue(room, "24021", on=ON)
    (room.shelf.folder / "notes.txt").write_text("mine")
    answer = run("editions", "verify")
    assert answer.exit_code == 0
    assert "notes.txt  This file belongs to no edition. It may be deleted." in answer.output
    assert "1 editions, 0 damaged." in answer.output


def test_a_damaged_sheet_fails_the_command(run: Run, room: PressRoom) -> None:
    edition = editions.issue(room, "24021", on=ON)
    room.shelf.path(edition.pdf_sha256).unlink()
    answer = run("editions", "verify")
    assert answer.exit_code == 1
    assert f"{edition.code}  The stored file" in answer.output
