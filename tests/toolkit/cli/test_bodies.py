"""Bodies and meetings from the command line."""

from pathlib import Path

import pytest
from icalendar import Calendar
from sqlalchemy import Engine, select

from tests.samples.bodies import COUNCIL, body
from tests.toolkit.cli.conftest import Run
from toolkit.database import unit_of_work
from toolkit.models import Event

LIST = ("bodies", "list", "--place", "24021")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one council and its meeting."""
    path = tmp_path / "own.toml"
    path.write_text(COUNCIL, encoding="utf-8")
    return path


def test_a_loaded_body_is_listed_with_its_rules_and_meetings(run: Run, engine: Engine, file: Path) -> None:
    assert "No body of this place is known here." in run(*LIST).output
    loaded = run("bodies", "load", str(file))
    assert (loaded.exit_code, loaded.output) == (0, "Loaded 1 bodies with 1 meetings; 0 problems.\n")
    lines = run(*LIST).output.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0] == "frederick-council\tCounty Council, Frederick County"
    assert "  Time to speak: 3 minutes" in lines
    assert "  Interpreter: not verified – call the clerk" in lines
    assert lines[-1] == "  frederick-council-december\tTuesday, December 8, 2026, 5:30 pm\tscheduled"
    assert len(lines) == 21
    with unit_of_work(engine) as work:
        event = work.scalars(select(Event)).one()
    assert (event.person_id, event.deed) == (None, "bodies.load")
    assert event.detail == {"file": "own.toml", "bodies": 1, "meetings": 1}


def test_every_refused_field_is_named_and_the_rest_is_loaded(run: Run, file: Path) -> None:
    file.write_bytes(body(limt='"3"', copies='"nine"') + body(id='"elsewhere"', geoid='"99999"'))
    loaded = run("bodies", "load", str(file))
    assert loaded.exit_code == 1
    assert "own.toml: council, limt: “3” (kept without it). There is no such field." in loaded.output
    assert "own.toml: council, copies: “nine” (kept without it). Write a whole number" in loaded.output
    assert "own.toml: elsewhere, geoid: 99999 (left out)." in loaded.output
    assert "Loaded 1 bodies with 0 meetings; 3 problems." in loaded.output


def test_a_file_of_another_kind_is_refused_in_a_sentence(run: Run, file: Path) -> None:
    file.write_text("[[claim]]\n", encoding="utf-8")
    refused = run("bodies", "load", str(file))
    assert (refused.exit_code, refused.output) == (
        1,
        "Error: own.toml holds no [[body]]: is it the right file?\n",
    )


def test_a_meeting_is_written_as_a_calendar_file(run: Run, file: Path, tmp_path: Path) -> None:
    run("bodies", "load", str(file))
    out = tmp_path / "meeting.ics"
    assert run("meetings", "ics", "frederick-council-december", "--out", str(out)).exit_code == 0
    assert len(Calendar.from_ical(out.read_bytes()).events) == 1
    refused = run("meetings", "ics", "no-such-meeting", "--out", str(out))
    assert (refused.exit_code, refused.output) == (1, "Error: There is no meeting of this name.\n")
    unwritable = run("meetings", "ics", "frederick-council-december", "--out", str(tmp_path / "no" / "a.ics"))
    assert unwritable.exit_code == 1
    assert "cannot be written" in unwritable.output
