"""Commands load when they are called, and the list says of each what it says itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.cli import COMMANDS
from toolkit.cli.deferred import Deferred

FLASK = Path(sys.executable).with_name("flask")
LONG = 1000  # characters, more than any first line has


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_list_says_what_the_command_says(command: Deferred) -> None:
    whole = command.whole()
    assert whole.name == command.name
    assert whole.get_short_help_str(LONG) == command.get_short_help_str(LONG)


def flask(repository: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command as somebody types it."""
    surroundings = os.environ | settings
    return subprocess.run(
        [FLASK, *words], cwd=repository, env=surroundings, capture_output=True, text=True, check=False
    )


def test_flasks_own_commands_know_the_pages(repository: Path, tmp_path: Path) -> None:
    told = flask(repository, "routes", INSTANCE_DIR=str(tmp_path))
    assert "/desk/claims" in told.stdout


def test_where_the_application_cannot_start_a_command_leads_to_the_doctor(
    repository: Path, tmp_path: Path
) -> None:
    told = flask(repository, "places", "fred", INSTANCE_DIR=str(tmp_path), DATABASE_URL="nonsense")
    assert told.returncode == 1
    assert told.stderr == "Error: This installation cannot start. “flask doctor” says why.\n"


def test_the_help_of_a_command_needs_no_settings(repository: Path, tmp_path: Path) -> None:
    told = flask(repository, "places", "--help", INSTANCE_DIR=str(tmp_path), DATABASE_URL="nonsense")
    assert told.returncode == 0
    assert "WORDS" in told.stdout
