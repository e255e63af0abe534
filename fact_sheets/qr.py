"""The square that leads from paper to the edition's page, as one vector path."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code: ``path`` is SVG path data in a grid of ``modules`` × ``modules``, without the quiet zone."""

    path: str
    modules: int


def square(url: str) -> Square:
    """The QR code of ``url``, at level M or better, drawn as one run of black after the other."""
    code = segno.make(url, error="m", micro=False)
    rows = tuple(code.matrix)
    runs = [
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _black_runs(row)
    ]
    return Square("".join(runs), len(rows))


def _black_runs(row: bytearray) -> list[tuple[int, int]]:
    """Where each run of black modules starts and how long it is."""
    runs: list[tuple[int, int]] = []
    for x, black in enumerate(row):
        if not black:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
