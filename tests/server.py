"""The application as `make run` serves it: real gunicorn, real settings, the shipped facts in its database.

Loading the facts takes a while, so it is done once a run and each test process works on a copy.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO
from urllib.request import urlopen

import pytest
from filelock import FileLock

PROGRAMS = Path(sys.executable).parent
# Review dates pass; a journey must end the same in ten years.
TODAY = "2026-12-02"


@pytest.fixture(scope="session")
def loaded_database(tmp_path_factory: pytest.TempPathFactory, worker_id: str, repository: Path) -> Path:
    """An SQLite file with the schema and all shipped facts; copy it, never write to it."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    path = shared / "loaded.sqlite3"
    with FileLock(shared / "loaded.lock"):
        if not path.exists():
            draft = shared / "loading.sqlite3"
            draft.unlink(missing_ok=True)
            for words in (["db", "upgrade"], ["data", "load"]):
                flask(words, repository, draft)
            draft.rename(path)
    return path


@pytest.fixture(scope="session")
def live_server(
    loaded_database: Path, tmp_path_factory: pytest.TempPathFactory, repository: Path
) -> Iterator[str]:
    """The origin, like http://127.0.0.1:41234, of a running server on its own copy of the facts."""
    folder = tmp_path_factory.mktemp("server")
    database = Path(shutil.copy(loaded_database, folder / "served.sqlite3"))
    with serving(repository, settings_for(database)) as (origin, _):
        with urlopen(origin, timeout=120) as answer:
            assert answer.status == 200
        yield origin


@contextmanager
def serving(
    repository: Path, settings: dict[str, str], *arguments: str, port: int = 0
) -> Iterator[tuple[str, Callable[[], str]]]:
    """gunicorn on ``port`` (0: a free one) for the block; gives its origin, and a way to read its whole log.

    Reading the log ends the server, so that nothing is still to be written.
    """
    server = subprocess.Popen(
        [PROGRAMS / "gunicorn", *arguments],
        cwd=repository,
        env=settings | {"HOST": "127.0.0.1", "PORT": str(port)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr is not None
    lines: list[str] = []
    origin = announced_origin(server.stderr, lines)
    # Somebody must go on reading, or a talkative server would stop at a full pipe.
    reader = Thread(target=lines.extend, args=(server.stderr,))
    reader.start()

    def whole_log() -> str:
        server.terminate()
        server.wait(timeout=60)
        reader.join()
        server.stderr.close()
        return "".join(lines)

    try:
        yield origin, whole_log
    finally:
        whole_log()


def announced_origin(log: IO[str], lines: list[str]) -> str:
    """Read the server's log until it says where it listens."""
    for line in log:
        lines.append(line)
        if found := re.search(r"Listening at: (http://\S+)", line):
            return found.group(1)
    raise AssertionError("The server did not start:\n" + "".join(lines))


def flask(words: list[str], repository: Path, database: Path) -> str:
    """Run a command of the application's own command line on a database; returns what it printed."""
    command, settings = [PROGRAMS / "flask", *words], settings_for(database)
    done = subprocess.run(command, cwd=repository, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def settings_for(database: Path) -> dict[str, str]:
    """The environment that keeps what a run writes beside its database, on a day of the shipped facts.

    One renderer is enough for one visitor, and each takes seconds to warm.
    """
    kept = {"DATABASE_URL": f"sqlite:///{database}", "INSTANCE_DIR": str(database.parent)}
    return os.environ | kept | {"TODAY": TODAY, "RENDER_WORKERS": "1"}
