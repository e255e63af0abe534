"""The running product, as ``make run`` serves it, with all shipped facts: pages, search, sheets, memory.

Times are taken by a visitor on the same machine, so they include the visitor's own work.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from urllib.parse import urlencode

from sqlalchemy import select

from bench import memory
from bench.visitor import Visitor, percentile
from tests.server import flask, serving, settings_for
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Jurisdiction

ROOT = Path(__file__).resolve().parent.parent
SHEETS = 500
ANSWERS = 300
COMMANDS = 9  # of each kind
WARM_SHEETS = 50  # before memory is compared
RENDERERS = 2
SEARCHES = (
    "fred",
    "frederick md",
    "jackson twp",
    "st. louis",
    "saint louis county",
    "doña ana",
    "24021",
    "wash",
)
TYPED = tuple("springfield"[:length] for length in range(1, 12))
MISSPELLED = ("fredrick county", "pitsburgh", "albuquerqe")
Figures = dict[str, float]


def measure(sheets: int = SHEETS) -> Figures:
    """Figures by name; a limit, where there is one, is part of the name."""
    figures: Figures = {}
    with TemporaryDirectory() as folder:
        database = Path(folder) / "bench.sqlite3"
        started = time.perf_counter()
        flask(["db", "upgrade"], ROOT, database)
        flask(["data", "load"], ROOT, database)
        figures["app: seconds to create and fill the database (at most 60)"] = _since(started)
        figures |= _commands(database)
        places = _places(database)
        with _server(database, figures) as origin:
            figures |= _pages(origin, places)
            figures |= _sheets(origin, places, sheets)
            figures |= _pages_beside_sheets(origin, places[sheets:])
    return figures


def _commands(database: Path) -> Figures:
    """How long somebody at a terminal waits."""
    figures: Figures = {}
    for limit, words in ((0.7, ["--help"]), (1.0, ["places", "fred md"])):
        taken = []
        for _ in range(COMMANDS):
            started = time.perf_counter()
            flask(words, ROOT, database)
            taken.append(time.perf_counter() - started)
        figures[f"app: seconds of flask {words[0]} (at most {limit})"] = median(taken)
    return figures


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 1)


def _places(database: Path) -> list[str]:
    """GEOIDs of every kind, mixed by their hash, the same at every run."""
    engine = make_engine(f"sqlite:///{database}")
    with unit_of_work(engine) as session:
        geoids = list(session.scalars(select(Jurisdiction.geoid)))
    engine.dispose()
    return sorted(geoids, key=lambda geoid: sha256(geoid.encode()).digest())


@contextmanager
def _server(database: Path, figures: Figures) -> Iterator[str]:
    settings = settings_for(database) | {"RENDER_WORKERS": str(RENDERERS)}
    started = time.perf_counter()
    with serving(ROOT, settings) as (origin, _):
        Visitor(origin).get("/")
        figures["app: seconds from start to the first page, renderers warm"] = _since(started)
        if memory.measurable():
            figures["app: MiB after the start, 2 renderers (at most 600)"] = memory.mebibytes()
            figures["app: processes"] = float(memory.processes())
        yield origin


def _pages(origin: str, places: list[str]) -> Figures:
    """Pages that make no document."""
    visitor = Visitor(origin)
    visitor.get("/places.json?q=fred")  # the index of places is built at the first search
    asked = {
        "start page": ["/"] * ANSWERS,
        "search while typing": _many([_search(query) for query in (*SEARCHES, *TYPED)]),
        "search that mends a slip": _many([_search(query) for query in MISSPELLED]),
        "place page": [f"/places/{geoid}" for geoid in places[:ANSWERS]],
    }
    return {
        f"app: {name} p95 ms (at most 30)": percentile(visitor.seconds(paths), 95)
        for name, paths in asked.items()
    }


def _search(query: str) -> str:
    return f"/places.json?{urlencode({'q': query})}"


def _many(paths: list[str]) -> list[str]:
    return list(islice(cycle(paths), ANSWERS))


def _sheets(origin: str, places: list[str], sheets: int) -> Figures:
    """New sheets one after another, what they leave behind, and the same sheets fetched again."""
    visitor, figures = Visitor(origin), {}
    made = [visitor.make_sheet(geoid) for geoid in places[:WARM_SHEETS]]
    before = memory.mebibytes() if memory.measurable() else 0.0
    made += [visitor.make_sheet(geoid) for geoid in places[WARM_SHEETS:sheets]]
    if memory.measurable():
        after = memory.mebibytes()
        figures[f"app: MiB after {len(made)} sheets (at most 600)"] = after
        figures[f"app: MiB after {len(made)} sheets / after {WARM_SHEETS} (at most 1.05)"] = round(
            after / before, 3
        )
    figures["app: new sheet p50 ms"] = percentile([seconds for _, seconds in made], 50)
    figures["app: new sheet p95 ms"] = percentile([seconds for _, seconds in made], 95)
    again = [visitor.make_sheet(geoid)[1] for geoid in _many(places[:sheets])]
    figures["app: sheet that exists, asked for anew, p95 ms"] = percentile(again, 95)
    stored = [f"{address}.pdf" for address, _ in made]
    figures["app: stored PDF p99 ms (at most 10)"] = percentile(visitor.seconds(_many(stored)), 99)
    return figures


def _pages_beside_sheets(origin: str, places: list[str]) -> Figures:
    """The start page while as many visitors as there are renderers ask for one new sheet after another."""
    enough = Event()

    def keep_asking(mine: list[str]) -> int:
        visitor, made = Visitor(origin), 0
        for geoid in mine:
            if enough.is_set():
                break
            visitor.make_sheet(geoid)
            made += 1
        return made

    with ThreadPoolExecutor(RENDERERS) as others:
        running = [others.submit(keep_asking, places[number::RENDERERS]) for number in range(RENDERERS)]
        visitor = Visitor(origin)
        taken = visitor.seconds(["/"] * ANSWERS)
        while sum(taken) < 10:  # seconds: long enough for several sheets
            taken += visitor.seconds(["/"] * ANSWERS)
        enough.set()
        made = sum(each.result() for each in running)
    return {
        "app: start page p95 ms while 2 PDFs are made (at most 50)": percentile(taken, 95),
        "app: sheets made meanwhile, per second": round(made / sum(taken), 2),
    }
