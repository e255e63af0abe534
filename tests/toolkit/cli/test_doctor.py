"""``flask doctor`` finds what is wrong and gives the line to type, whatever is broken."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from tests import factories
from tests.toolkit.cli.conftest import Run
from toolkit import models
from toolkit.cli import doctor
from toolkit.cli.equipment import equip
from toolkit.commands import for_commands
from toolkit.config import Settings
from toolkit.database import make_engine, unit_of_work

ON = factories.LISTED
FLASK = Path(sys.executable).with_name("flask")


def wrongs(findings: Iterable[doctor.Finding]) -> list[doctor.Finding]:
    """What does not work."""
    return [finding for finding in findings if finding.level == "wrong"]


def test_an_installation_in_order_exits_with_0(run: Run) -> None:
    told = run("doctor")
    assert told.exit_code == 0, told.output
    assert "A trial sheet was made" in told.output
    assert "\n0 wrong" in told.output


def test_something_wrong_exits_with_1_and_a_line_to_type(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret_key").chmod(0o644)
    told = run("doctor")
    assert told.exit_code == 1
    assert f"→ chmod 600 {tmp_path / 'secret_key'}" in told.output


def test_an_old_python_and_an_old_sqlite_are_wrong() -> None:
    assert doctor.python((3, 10, 4)).mend == "setup/system python && make setup"
    assert doctor.python((3, 11, 0)).level == "ok"
    assert doctor.sqlite((3, 31, 1)).level == "wrong"


def test_sqlite_that_may_lose_commits_keeps_the_safe_journal() -> None:
    assert "rollback journal" in doctor.sqlite((3, 40, 1)).what
    assert doctor.sqlite((3, 51, 3)).level == "ok"


@pytest.mark.skipif(sys.platform == "darwin", reason="the loader of macOS looks elsewhere")
@pytest.mark.parametrize(
    "library, told",
    [
        ("libpango-1.0.so.0", "WeasyPrint cannot be loaded"),
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset is missing"),
    ],
)
def test_a_missing_library_of_the_renderer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, told: str
) -> None:
    (tmp_path / library).touch()  # the loader finds this one first and cannot use it
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    (finding,) = wrongs(doctor.renderer())
    assert told in finding.what
    assert finding.mend == "setup/system pdf"


def test_a_renderer_that_crashes_is_told() -> None:
    (finding,) = doctor.renderer(str(shutil.which("false")))
    assert finding.level == "wrong"


def test_an_empty_database_says_how_to_fill_it(settings: Settings, tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    (finding,) = wrongs(doctor.installation(settings, engine, ON))
    assert "is empty" in finding.what
    assert finding.mend == ".venv/bin/flask db upgrade"
    engine.dispose()


def test_a_file_that_is_no_database_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "broken.sqlite3").write_bytes(b"this is no database" * 100)
    engine = make_engine(f"sqlite:///{tmp_path / 'broken.sqlite3'}")
    (finding,) = wrongs(doctor.installation(settings, engine, ON))
    assert "file is not a database" in finding.what
    engine.dispose()


def test_facts_that_are_not_loaded_say_how_to_load_them(settings: Settings, engine: Engine) -> None:
    with unit_of_work(engine, write=True) as session:
        session.execute(delete(models.Roster))
    (finding,) = wrongs(doctor.installation(settings, engine, ON))
    assert finding.mend == ".venv/bin/flask data load"


def test_an_old_list_is_noted_with_the_command_that_renews_it(settings: Settings, engine: Engine) -> None:
    later = ON.replace(year=ON.year + 1)
    noted = [found for found in doctor.facts(settings, engine, later) if found.level == "note"]
    assert any("365 days old" in found.what and "flask import agreements" in found.mend for found in noted)


@pytest.mark.parametrize(
    "base_url, trusted_hosts, level",
    [
        ("http://127.0.0.1:8000", "", "note"),
        ("http://sheets.example.org", "sheets.example.org", "wrong"),
        ("https://sheets.example.org", "", "wrong"),
        ("https://sheets.example.org", "sheets.example.org", "ok"),
    ],
)
def test_the_printed_address_is_judged(
    settings: Settings, base_url: str, trusted_hosts: str, level: str
) -> None:
    chosen = settings.model_copy(update={"base_url": base_url, "trusted_hosts": trusted_hosts})
    assert next(doctor.address(chosen)).level == level


def test_a_shelf_that_cannot_be_written_is_told(settings: Settings) -> None:
    settings.instance_dir.joinpath("shelf").write_text("a file where the folder should be")
    finding = doctor.shelf(settings)
    assert finding.level == "wrong"
    assert "cannot be written" in finding.what


@pytest.mark.parametrize(
    "name, value, told, mend",
    [
        ("BASE_URL", "ftp://sheets", "The setting BASE_URL cannot be used", "unset BASE_URL"),
        ("RENDER_WORKERS", "none", "The setting RENDER_WORKERS cannot be used", "unset RENDER_WORKERS"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL cannot be used", "export DATABASE_URL="),
        ("DATABASE_URL", "mysql://db/toolkit", "The driver MySQLdb", "make setup"),
        ("INSTANCE_DIR", "/dev/null", "/dev/null", "export INSTANCE_DIR="),
    ],
)
def test_what_keeps_the_application_from_starting_is_told_with_a_line_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str, mend: str
) -> None:
    monkeypatch.setenv("INSTANCE_DIR", str(tmp_path))
    monkeypatch.setenv(name, value)
    app = for_commands()
    equip(app)
    (finding,) = doctor.cannot_start(app.extensions["broken"])
    assert finding.level == "wrong"
    assert told in finding.what
    assert finding.mend.startswith(mend)


def test_the_doctor_comes_even_where_the_application_cannot_start(repository: Path, tmp_path: Path) -> None:
    surroundings = os.environ | {"INSTANCE_DIR": str(tmp_path), "DATABASE_URL": "nonsense"}
    done = subprocess.run([FLASK, "doctor"], cwd=repository, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 1
    assert "DATABASE_URL cannot be used" in done.stdout
    assert done.stderr == ""
