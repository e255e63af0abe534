"""Starting stays cheap: libraries that take long to load wait until they are used, for commands too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = ["weasyprint", "alembic", "openpyxl", "citeproc", "docx", "icalendar", "webauthn", "zxcvbn"]
PAGES = ["toolkit.views", "toolkit.forms", "wtforms", "flask_babel", "argon2", "fact_sheets"]
DATABASE = ["sqlalchemy", "pydantic", "toolkit.models"]
ASK = "import sys, {module}; print(*[name for name in {names} if name in sys.modules])"
# The command itself, as the program of that name starts it, and then the same question.
RUN = """
import sys, flask.cli
try:
    flask.cli.cli.main({words})
except SystemExit:
    print("\\n", *[name for name in {names} if name in sys.modules], sep=" ")
"""


def answer(code: str, repository: Path, folder: Path) -> str:
    """The last line that a process of its own prints."""
    surroundings = os.environ | {"INSTANCE_DIR": str(folder)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=repository, env=surroundings, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1].strip()


def test_importing_the_application_loads_no_slow_library(repository: Path, tmp_path: Path) -> None:
    assert answer(ASK.format(module="toolkit.app", names=SLOW), repository, tmp_path) == ""


@pytest.mark.parametrize(
    ("words", "waits"),
    [(["--help"], [*SLOW, *PAGES, *DATABASE]), (["places", "fred md"], [*SLOW, *PAGES])],
    ids=["the list of commands", "finding a place"],
)
def test_a_command_loads_nothing_that_only_others_need(
    repository: Path, tmp_path: Path, words: list[str], waits: list[str]
) -> None:
    assert answer(RUN.format(words=words, names=waits), repository, tmp_path) == ""
