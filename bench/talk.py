"""Testimony and deals on the running product: what a paper costs beside its rendering, and a full room.

Ratios are of one run, in which the sides take turns, so that a busy machine moves them little.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.visitor import Visitor, percentile
from fact_sheets.brief import brief_of
from fact_sheets.testimony.deal import DealOrder, deal
from fact_sheets.testimony.draft import compose
from fact_sheets.testimony.parcel import Parcel, pack
from fact_sheets.testimony.speaker import Wishes
from tests.samples.places import frederick_md
from tests.server import flask, serving, settings_for
from toolkit.config import Settings
from toolkit.publishing.rendering.frames import TESTIMONY
from toolkit.publishing.rendering.renderers import Renderers

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 60
SPEAKERS, SECONDS = 150, 60.0  # who all share the Wi-Fi of one room
PATH = "/places/24021/testimony"
OWN = "I run a bakery on Main Street, and my neighbors come in every day."
FIELDS = {"own": OWN, "position": "oppose", "fair_line": "y", "copies": "y"}
PAPER, SCREEN = FIELDS | {"make": "speaking.pdf"}, FIELDS | {"make": "podium"}
DEALT = "/places/24021/deal?position=oppose&speakers=60&seed=k7"
Figures = dict[str, float]


def measure(rounds: int = ROUNDS) -> Figures:
    """Figures by name; a limit, where there is one, is part of the name."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "bench.sqlite3"
        flask(["db", "upgrade"], ROOT, database)
        flask(["data", "load"], ROOT, database)
        with serving(ROOT, settings_for(database)) as (origin, _):
            return _paper(origin, rounds) | _pages(origin, rounds) | _deal(rounds) | _full_room(origin)


def _paper(origin: str, rounds: int) -> Figures:
    """From the form to the first byte of the PDF, in turn with one renderer that only renders."""
    parcel = pack(Parcel("speaking", compose(brief_of(frederick_md()), Wishes(own=OWN, position="oppose"))))
    asked, rendered = [], []
    with Renderers(Settings(render_seconds=120), workers=1) as renderers:
        renderers.warm()
        visitor = Visitor(origin)
        for turn in range(rounds + 1):
            answered = visitor.first_byte(PATH, PAPER)
            started = time.perf_counter()
            renderers.render(parcel, TESTIMONY)
            if turn:  # the first of each warms up
                asked.append(answered)
                rendered.append(time.perf_counter() - started)
    return {
        "talk: POST to first byte / render alone, p50 (at most 1.2)": round(
            median(asked) / median(rendered), 3
        ),
        "talk: POST to first byte p50 ms": percentile(asked, 50),
        "talk: POST to first byte p95 ms": percentile(asked, 95),
        "talk: render alone p50 ms": percentile(rendered, 50),
    }


def _pages(origin: str, rounds: int) -> Figures:
    visitor = Visitor(origin)
    return {
        "talk: form p95 ms": percentile(visitor.seconds([PATH] * rounds), 95),
        "talk: text on the screen p95 ms": percentile(
            [visitor.first_byte(PATH, SCREEN) for _ in range(rounds)], 95
        ),
        "talk: page of 60 cards p95 ms (at most 200)": percentile(visitor.seconds([DEALT] * rounds), 95),
    }


def _deal(rounds: int) -> Figures:
    brief, wanted, taken = brief_of(frederick_md()), DealOrder("oppose", 60, seed="k7"), []
    for _ in range(rounds):
        started = time.perf_counter()
        deal(brief, wanted)
        taken.append(time.perf_counter() - started)
    return {"talk: deal 60 speakers p95 ms (at most 200)": percentile(taken, 95)}


def _full_room(origin: str) -> Figures:
    """Every speaker of a long evening wants a paper within one minute, all from one address."""
    began = time.perf_counter()

    def speak(number: int) -> float | None:
        time.sleep(max(0.0, began + number * SECONDS / SPEAKERS - time.perf_counter()))
        try:
            return Visitor(origin).first_byte(PATH, PAPER)
        except RuntimeError:  # told to come back
            return None

    with ThreadPoolExecutor(SPEAKERS) as room:
        taken = list(room.map(speak, range(SPEAKERS)))
    answered = [seconds for seconds in taken if seconds is not None]
    return {
        f"talk: {SPEAKERS} POSTs in 60 s, sent / answered (at most 1)": round(
            SPEAKERS / max(1, len(answered)), 3
        ),
        f"talk: {SPEAKERS} POSTs in 60 s, p99 ms (at most 5000)": percentile(answered, 99),
    }
