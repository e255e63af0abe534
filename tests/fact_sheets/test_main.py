"""The press by hand: one JSON file in, one PDF out, and exit codes that a script can use."""

from datetime import date
from pathlib import Path

import pytest

from fact_sheets import snapshot
from fact_sheets.__main__ import main
from fact_sheets.dossier import Dossier
from tests.samples import places, small
from tests.samples.__main__ import SAMPLE


def press(dossier: Dossier, folder: Path) -> tuple[int, Path]:
    """The exit code for this dossier, and where the PDF should be."""
    given, wanted = folder / "dossier.json", folder / "sheet.pdf"
    given.write_bytes(snapshot.edition_json(dossier, ""))
    return main([str(given), str(wanted)]), wanted


def test_the_sample_becomes_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = tmp_path / "sheet.pdf"
    assert main([str(SAMPLE), str(wanted)]) == 0
    assert wanted.read_bytes().startswith(b"%PDF-")
    told = capsys.readouterr()
    assert told.out.startswith(f"{wanted}: Frederick County, Maryland, edition ")
    assert told.out.endswith("balanced\n")
    assert told.err == ""


def test_the_sample_is_canonical() -> None:
    assert snapshot.edition_json(snapshot.from_json(SAMPLE.read_bytes()), "") == SAMPLE.read_bytes()


def test_a_draft_is_printed_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, wanted = press(small.with_claim(small.dossier(), "c-1", citations=()), tmp_path)
    assert (code, wanted.exists()) == (1, True)
    assert "  Every claim is cited: 4 and 3 citations; 1 without a source: c-1" in capsys.readouterr().out


def test_an_overdue_library_is_printed_and_says_since_when(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, wanted = press(small.changed(places.none_listed_wi(), on=date(2030, 1, 1)), tmp_path)
    assert (code, wanted.exists()) == (1, True)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("review overdue")
    assert lines[1].startswith("  Library review overdue since ")
    assert len(lines) == 2


@pytest.mark.parametrize("arguments", [[], ["one.json"], ["one.json", "two.pdf", "three"]])
def test_a_wrong_command_is_told_the_right_one(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.json"), str(tmp_path / "sheet.pdf")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'none.json'}: No such file or directory\n"


def test_a_dossier_that_cannot_be_read_names_its_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "dossier.json"
    given.write_bytes(SAMPLE.read_bytes().replace(b'"first_side":"supporters"', b'"first_side":"left"'))
    assert main([str(given), str(tmp_path / "sheet.pdf")]) == 2
    assert capsys.readouterr().err.startswith(f"{given}: local.first_side: ")
    assert not (tmp_path / "sheet.pdf").exists()
