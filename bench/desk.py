"""The organizers' pages with ten thousand claims and three hundred people: each page of the desk, in process.

The pages are listed from the app itself, so that one which is added is measured too; ``EXAMPLES`` says what
its address names. Times are those of the whole request: session, guard, queries, template.
"""

import gc
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from bench import desk_world
from bench.visitor import percentile
from tests import organizers
from tests.server import flask
from toolkit.app import create_app
from toolkit.config import Settings
from toolkit.database import unit_of_work
from toolkit.models import Person

ROOT = Path(__file__).resolve().parent.parent
ANSWERS, WARM = 60, 5
LIMIT = 150  # milliseconds
FILES = (
    ".csv",
    ".json",
    ".yaml",
    ".yml",
    ".txt",
    ".bib",
    ".svg",
    ".atom",
    ".css",
)  # everything at once, no page
# What the arguments in addresses stand for.
EXAMPLES: dict[str, str] = {
    "body_id": desk_world.BODY,
    "claim_id": desk_world.BUSIEST,
    "key": "24",
    "meeting_id": desk_world.MEETING,
    "noun": "state_policy",
    "number": "1",
    "person_id": "1",
    "source_id": "usc-1357g",
}
# Pages that answer only after a file was uploaded.
AFTER_UPLOAD = ("/desk/agreements/preview",)
# Pages that look for something, beside the plain ones.
SEARCHES = (
    "/desk/claims?q=sheriff+county",
    "/desk/claims?page=150",
    "/desk/claims?due=overdue",
    "/desk/claims?waits=sign",
    "/desk/claims?place=frederick",
    "/desk/claims?source=usc-1357g&order=date",
    f"/desk/claims/several/redate?claim={desk_world.BUSIEST}",
    "/desk/log?subject=claim:&page=9",
)
Figures = dict[str, float]


def measure() -> Figures:
    """95 of a hundred answers of each page, in milliseconds."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "desk.sqlite3"
        for words in (["db", "upgrade"], ["data", "load"]):
            flask(words, ROOT, database)
        settings = Settings(
            instance_dir=Path(folder), database_url=f"sqlite:///{database}", today=desk_world.TODAY
        )
        app = create_app(settings)
        app.extensions["now"] = lambda: desk_world.NOW
        started = time.perf_counter()
        with unit_of_work(app.extensions["engine"], write=True) as work:
            desk_world.fill(work)
        figures = {"desk: seconds to fill the database": round(time.perf_counter() - started, 1)}
        figures |= _pages(app)
        app.extensions["engine"].dispose()
    return figures


def _pages(app: Flask) -> Figures:
    client = app.test_client()
    with unit_of_work(app.extensions["engine"], write=True) as work:
        organizers.begin(app, client, work.get_one(Person, desk_world.ADMIN))
    paths = [*filter(None, (_path(app, rule) for rule in app.url_map.iter_rules())), *SEARCHES]
    return {f"desk: {path} p95 ms (at most {LIMIT})": _p95(client, path) for path in sorted(paths)}


def _path(app: Flask, rule: Rule) -> str | None:
    """An address of an organizers' page that can be read; None for others."""
    guard = getattr(app.view_functions[rule.endpoint], "guard", None)
    if guard is None or guard.kind != "takes" or "GET" not in (rule.methods or ()):
        return None
    path = rule.rule
    for name in rule.arguments:
        (before, _, rest) = path.partition("<")
        path = before + EXAMPLES[name] + rest.partition(">")[2]
    return None if path.endswith(FILES) or "/several/" in path or path in AFTER_UPLOAD else path


def _p95(client: FlaskClient, path: str) -> float:
    taken = []
    base = organizers.origin(client.application)
    for turn in range(WARM + ANSWERS):
        gc.collect(0)
        started = time.perf_counter()
        answer = client.get(path, base_url=base)
        if answer.status_code != 200:
            raise RuntimeError(f"GET {path} gave {answer.status_code}")
        if turn >= WARM:
            taken.append(time.perf_counter() - started)
    return percentile(taken, 95)
