"""``flask fact-sheet`` issues what the page would issue, and refuses in words."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from fact_sheets import snapshot
from tests.samples import small
from tests.toolkit.cli.conftest import Run

ON = small.TODAY.isoformat()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the sheet goes."""
    return tmp_path / "sheet.pdf"


def make(run: Run, out: Path, place: str, *more: str) -> Result:
    """The command on the day of the small world."""
    return run("fact-sheet", "--place", place, "--out", str(out), "--on", ON, *more)


def test_a_code_and_a_name_give_the_same_edition(run: Run, out: Path) -> None:
    by_code = make(run, out, "24021")
    first = out.read_bytes()
    by_name = make(run, out, "Frederick County, MD")
    assert by_code.exit_code == by_name.exit_code == 0
    assert first.startswith(b"%PDF-")
    assert out.read_bytes() == first
    assert by_code.output == by_name.output
    assert "https://toolkit.example.org/editions/" in by_code.output
    assert "1 editions, 0 damaged" in run("editions", "verify").output


def test_a_damaged_shelf_is_told_with_the_code(run: Run, out: Path, tmp_path: Path) -> None:
    code = make(run, out, "US").output.rsplit("/", 1)[1].strip()
    (stored,) = (tmp_path / "shelf").rglob("*.pdf")
    stored.unlink()
    told = run("editions", "verify")
    assert told.exit_code == 1
    assert f"{code}  The stored file" in told.output


def test_a_name_of_several_places_lists_them_and_exits_with_2(run: Run, out: Path) -> None:
    told = make(run, out, "Frederick, MD")
    assert told.exit_code == 2
    assert "24021\tFrederick County, Maryland" in told.output
    assert "2430325\tFrederick city, Maryland" in told.output
    assert not out.exists()


def test_an_unknown_place_is_told_with_the_national_sheet_as_a_way_out(run: Run, out: Path) -> None:
    told = make(run, out, "Atlantis")
    assert told.exit_code == 1
    assert "No place is called 'Atlantis'" in told.output
    assert "“US”" in told.output


@pytest.mark.parametrize("side", ["supporters", "critics"])
def test_the_facts_can_be_had_instead_with_the_side_that_was_asked(run: Run, out: Path, side: str) -> None:
    assert make(run, out, "24021", "--json", "--first-side", side).exit_code == 0
    dossier = snapshot.from_json(out.read_bytes())
    assert (dossier.local.on, dossier.local.first_side, dossier.local.place.geoid) == (
        small.TODAY,
        side,
        "24021",
    )
    library = snapshot.library_of_file(out.read_bytes())
    assert library
    assert snapshot.edition_json(dossier, library) == out.read_bytes()


def test_an_overdue_library_says_so(run: Run, out: Path) -> None:
    told = run("fact-sheet", "--place", "24021", "--out", str(out), "--on", "2031-01-01")
    assert told.exit_code == 0, told.output
    assert "review overdue" in told.output


def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    told = make(run, tmp_path / "no" / "such" / "folder.json", "24021", "--json")
    assert told.exit_code == 1
    assert "cannot be written: No such file or directory" in told.output


@pytest.mark.parametrize("words", [["--first-side", "both"], ["--on", "tomorrow"]])
def test_a_choice_that_is_none_is_refused(run: Run, out: Path, words: list[str]) -> None:
    assert make(run, out, "24021", *words).exit_code == 2
    assert not out.exists()


def test_json_is_json(run: Run, out: Path) -> None:
    make(run, out, "US", "--json")
    assert json.loads(out.read_text())["facts"]["local"]["place"]["geoid"] == "US"
