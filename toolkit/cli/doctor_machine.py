"""The doctor looks at the machine: Python, the renderer and its libraries, SQLite, a browser for tests."""

import json
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from toolkit.cli.finding import Finding, note, ok, wrong
from toolkit.config import ROOT
from toolkit.database import wal_is_safe

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 35)
LONGEST_LOAD = 120  # seconds
LIBRARIES = "setup/system pdf"
BROWSERS = ("chromium", "google-chrome")
ON_MACOS = (
    Path("/Applications/Chromium.app"),
    Path("/Applications/Google Chrome.app"),
)


def machine() -> Iterator[Finding]:
    """Everything that does not depend on this installation's settings."""
    yield python()
    yield from renderer()
    yield sqlite()
    yield browser()


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Whether this Python is new enough."""
    shown = ".".join(map(str, version))
    if version < OLDEST_PYTHON:
        return wrong(
            f"Python {shown} is too old; 3.11 or newer is needed", "setup/system python && make setup"
        )
    return ok(f"Python {shown} on {platform.system()}")


def renderer(program: str = sys.executable) -> Iterator[Finding]:
    """Whether WeasyPrint loads, in a process of its own, and what it found."""
    command = [program, "-m", "toolkit.publishing.rendering.render_check"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_LOAD, check=False
        )
    except subprocess.TimeoutExpired:
        yield wrong(f"WeasyPrint did not load in {LONGEST_LOAD} seconds", LIBRARIES)
        return
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"the process ended with {done.returncode}"])[-1]
        yield wrong(f"WeasyPrint cannot be loaded, so no PDF can be made: {last}", LIBRARIES)
        return
    yield from _renderer_parts(json.loads(done.stdout))


def _renderer_parts(found: dict[str, object]) -> Iterator[Finding]:
    yield ok(f"WeasyPrint {found['version']}")
    if found["fast_subsetting"]:
        yield ok("libharfbuzz-subset, which makes sheets three times as fast")
    else:
        yield wrong("libharfbuzz-subset is missing: every sheet takes three times as long", LIBRARIES)
    missing = found["missing_faces"]
    if missing:
        yield wrong(f"Fonts are missing: {missing}", "git checkout -- fact_sheets/fonts")
    else:
        yield ok("The five faces of the sheet")


def sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Finding:
    """Whether SQLite is new enough, and whether it may use its faster journal."""
    shown = ".".join(map(str, version))
    if version < OLDEST_SQLITE:
        return wrong(
            f"SQLite {shown} is too old; 3.35 or newer is needed", "export DATABASE_URL=postgresql://…"
        )
    if not wal_is_safe(version):
        return note(
            f"SQLite {shown} can lose commits in WAL mode, so the slower, safe rollback journal is used"
        )
    return ok(f"SQLite {shown} with write-ahead log")


def browser() -> Finding:
    """Whether the tests find a browser; the product needs none."""
    if any(map(shutil.which, BROWSERS)) or any(path.exists() for path in ON_MACOS):
        return ok("A browser for the tests")
    return note("No Chromium; only the tests need it", "setup/system browser")
