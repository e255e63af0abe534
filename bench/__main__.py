"""``make bench``: measure the running product and the press, print a table, write ``bench/results.json``.

A figure whose name says "(at most N)" is compared with N; the ratio to it is printed, under 1 is within.
``python -m bench app`` (or another of the parts) measures one part only and writes nothing.
"""

import json
import os
import platform
import re
import sqlite3
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
PARTS = ("app", "compose", "press", "talk", "desk")
LIMIT = re.compile(r"\(at most ([\d.]+)\)")


def main(wanted: list[str]) -> None:
    """Measure the parts one after the other, so that they do not disturb each other."""
    figures: dict[str, float] = {}
    for part in wanted or PARTS:
        figures |= import_module(f"bench.{part}").measure()
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:<{width}}  {value:>10,.4g}  {_verdict(name, value)}")
    if not wanted:
        RESULTS.write_text(json.dumps({"machine": machine(), "figures": figures}, indent=2) + "\n")


def _verdict(name: str, value: float) -> str:
    limit = LIMIT.search(name)
    if limit is None:
        return ""
    ratio = value / float(limit.group(1))
    return f"{'within' if ratio <= 1 else 'OVER  '}  {ratio:.2f} of the limit"


def machine() -> dict[str, str]:
    """What the figures depend on, and nothing that names the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processors": str(os.cpu_count()),
        "memory": f"{memory:.1f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "weasyprint": version("weasyprint"),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
