"""How fast a sheet is printed and what it leaves behind: ratios within one run, steady on a busy machine.

``measure`` is called by ``python -m bench``; nothing here is asserted.
"""

import gc
import multiprocessing
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median

from weasyprint import HTML

from bench import naive, rivals
from fact_sheets import pdf, snapshot
from fact_sheets.documents.full_sheet import html
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.dossier import Dossier
from tests.samples.places import frederick_md

ROUNDS = 15
WARM_SHEETS = 60
COUNTED_SHEETS = 240
Printer = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock, and seconds of this process's processor, which other programs disturb less."""

    wall: float
    processor: float


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Ratios and figures by name; seconds are medians of the rounds, in which all printers take turns."""
    dossier = frederick_md()
    chosen, file = choose(dossier), file_of(dossier)
    sheet = compose(chosen)
    page = html.render(sheet)
    pdf.warm()
    printers: dict[str, Printer] = {
        "press": lambda: pdf.press(file),
        "render": lambda: pdf.render(sheet, file),
        "weasyprint alone": lambda: _weasyprint_alone(page),
        "compose": lambda: compose(dossier),
        "compose what was chosen": lambda: compose(chosen),
        "typst": rivals.typst_page(sheet),
    }
    with naive.web_fonts() as faces:
        printers["naive"] = lambda: naive.render(page, faces)
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        if browser is None:
            taken = _in_turn(printers, rounds)
        else:
            with rivals.chromium(browser) as chromium:
                taken = _in_turn({**printers, "chromium": lambda: chromium(page)}, rounds)
    return _report(taken) | {"press: bytes of a sheet": float(len(pdf.render(sheet, file)))} | _memory()


def file_of(dossier: Dossier) -> bytes:
    """The file of the edition, as the renderers are given it."""
    return snapshot.edition_json(choose(dossier), snapshot.sha256_of_library(dossier.library))


def _weasyprint_alone(page: str) -> bytes:
    """The renderer at its best for a finished page: warm fonts, parsed stylesheet, the same profile."""
    document = HTML(string=page, url_fetcher=pdf.NothingToFetch()).render(
        stylesheets=[pdf._stylesheet()], font_config=pdf._font_configuration()
    )
    written: bytes = document.write_pdf(pdf_variant=pdf.VARIANT)
    return written


def _in_turn(printers: dict[str, Printer], rounds: int) -> dict[str, list[Taken]]:
    """What each printer took in each round, after one round that does not count."""
    taken: dict[str, list[Taken]] = {name: [] for name in printers}
    for turn in range(rounds + 1):
        for name, printer in printers.items():
            gc.collect()
            wall, processor = time.perf_counter(), time.process_time()
            printer()
            if turn:
                taken[name].append(Taken(time.perf_counter() - wall, time.process_time() - processor))
    return taken


def _report(taken: dict[str, list[Taken]]) -> dict[str, float]:
    """Medians, and medians of the ratios of each round: of processor time where all of it is ours."""

    def ratio(mine: str, theirs: str, of: Callable[[Taken], float]) -> float:
        return median(of(a) / of(b) for a, b in zip(taken[mine], taken[theirs], strict=True))

    wall, processor, alone = attrgetter("wall"), attrgetter("processor"), "weasyprint alone"
    figures = {f"press: seconds, {name}": median(map(wall, values)) for name, values in taken.items()}
    figures["press: render / naive (at most 0.40)"] = ratio("render", "naive", processor)
    figures["press: render / weasyprint alone (at most 1.15)"] = ratio(
        "render", "weasyprint alone", processor
    )
    figures["press: press with composing / weasyprint alone"] = ratio("press", alone, processor)
    figures["press: typst / render"] = ratio("typst", "render", wall)
    if "chromium" in taken:
        figures["press: chromium / render"] = ratio("chromium", "render", wall)
    return {name: round(value, 4) for name, value in figures.items()}


def _memory() -> dict[str, float]:
    """What each sheet leaves behind in a process that prints nothing else."""
    if not Path("/proc/self/statm").exists():
        return {}
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        before, after = pool.apply(_print_many, (frederick_md(),))
    return {
        "press: MiB of a warm renderer": round(before / 2**20, 1),
        "press: KiB kept per sheet": round((after - before) / COUNTED_SHEETS / 2**10, 2),
    }


def _print_many(dossier: Dossier) -> tuple[int, int]:
    """Resident bytes after warming up and after the counted sheets."""
    sheet, file = compose(dossier), file_of(dossier)
    for _ in range(WARM_SHEETS):
        pdf.render(sheet, file)
    before = _resident()
    for _ in range(COUNTED_SHEETS):
        pdf.render(sheet, file)
    return before, _resident()


def _resident() -> int:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
