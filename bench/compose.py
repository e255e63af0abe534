"""From the database to a composed sheet, with the shipped library and with one that has grown.

Milliseconds of the process's own processor, each the median of several processes: what one remembers would
flatter the next. A server reads the library and words the sources before its first visitor.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from fact_sheets.documents.full_sheet.compose import choose, compose
from tests.documents import sixty
from tests.server import flask
from toolkit.database import make_engine, unit_of_work
from toolkit.models import Base, Claim, ClaimCitation, ClaimRevision, DisputeClaim, Jurisdiction
from toolkit.publishing.knowing import library
from toolkit.publishing.knowing.dossiers import assemble

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = 7
GROWN = 2_000  # claims, as many as there may be in some years
# A county of each situation, towns, states, and one that no list names.
PLACES = ("24021", "1236550", "48201", "5523575", "2650280", "12", "01", "06")
Row = dict[str, Any]


def measure() -> dict[str, float]:
    """The figures by name."""
    figures: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        for words in (["db", "upgrade"], ["data", "load"]):
            flask(words, ROOT, path)
        figures |= _figures(path, "the shipped library")
        grow(path, GROWN)
        figures |= _figures(path, f"{GROWN} claims")
    return figures


def _figures(database: Path, known: str) -> dict[str, float]:
    cold, warm = _taken(database, "cold"), _taken(database, "warm")
    return {
        f"compose: {known}, first place of a command, ms": cold[0],
        f"compose: {known}, first place of a server, ms (at most 60)": warm[0],
        f"compose: {known}, second place, ms (at most 15)": warm[1],
        f"compose: {known}, a later place, ms": round(median(warm[2:]), 1),
    }


def _taken(database: Path, start: str) -> list[float]:
    """Milliseconds for each of the places, in their order."""
    command = [sys.executable, "-m", "bench.compose", str(database), start]
    runs = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for _ in range(PROCESSES)
    ]
    return [round(median(of_place), 1) for of_place in zip(*runs, strict=True)]


def main(database: str, start: str) -> None:
    """Print what each place took in this process."""
    engine = make_engine(f"sqlite:///{database}")
    if start == "warm":
        with unit_of_work(engine):
            library.warm(sixty.SETTINGS.readers)
    taken = []
    for geoid in PLACES:
        started = time.process_time()
        with unit_of_work(engine):
            dossier = assemble(geoid, sixty.TODAY, sixty.SETTINGS, "critics")
        compose(choose(dossier))
        taken.append(1000 * (time.process_time() - started))
    print(json.dumps(taken))


def grow(path: Path, claims: int) -> None:
    """Let every claim that prints stand again, for one state after another, until so many print."""
    engine = make_engine(f"sqlite:///{path}")
    with unit_of_work(engine, write=True) as work:
        rows = {table: _rows(work, table) for table in (Claim, ClaimRevision, ClaimCitation, DisputeClaim)}
        states = work.scalars(select(Jurisdiction.geoid).where(Jurisdiction.kind == "state")).all()
        printed = [row for row in rows[Claim] if row["printed"]]
        ids = count(1 + max(row["id"] for row in rows[ClaimRevision]))
        for turn, state in enumerate(states[: claims // len(printed)], start=1):
            names = {row["id"]: f"{row['id']}-{turn}" for row in printed}
            numbers = {row["id"]: next(ids) for row in rows[ClaimRevision] if row["claim_id"] in names}
            work.execute(insert(Claim), [row | {"id": names[row["id"]]} for row in printed])
            work.execute(insert(ClaimRevision), list(_revisions(rows[ClaimRevision], names, numbers, state)))
            work.execute(
                insert(ClaimCitation),
                [
                    row | {"revision_id": numbers[row["revision_id"]]}
                    for row in rows[ClaimCitation]
                    if row["revision_id"] in numbers
                ],
            )
            work.execute(
                insert(DisputeClaim),
                [
                    row | {"claim_id": names[row["claim_id"]], "position": row["position"] + 100 * turn}
                    for row in rows[DisputeClaim]
                    if row["claim_id"] in names
                ],
            )
    engine.dispose()


def _rows(work: Session, table: type[Base]) -> list[Row]:
    return [dict(row) for row in work.execute(select(table.__table__)).mappings()]


def _revisions(rows: list[Row], names: dict[str, str], numbers: dict[int, int], state: str) -> Iterator[Row]:
    """The revisions of these claims under their new names, and about a state where they were about none."""
    for row in rows:
        if row["id"] in numbers:
            answered = [names[claim_id] for claim_id in row["counter_claims"] if claim_id in names]
            yield row | {
                "id": numbers[row["id"]],
                "claim_id": names[row["claim_id"]],
                "text": f"{row['text']} {names[row['claim_id']]}",
                "scope_states": row["scope_states"] or [state],
                "counter_claims": answered,
            }


if __name__ == "__main__":
    main(*sys.argv[1:])
