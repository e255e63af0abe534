"""Strips → HTML for paper, by the environment of ``fact_sheets.html``: each text is escaped."""

from collections.abc import Mapping, Sequence
from functools import cache

from fact_sheets import qr
from fact_sheets.errata import cell
from fact_sheets.errata.cell import Cell
from fact_sheets.errata.strips import Strips, style_of
from fact_sheets.html import ENVIRONMENT, voice

PIXEL = 0.75  # points; the renderer reckons in pixels
NAMES = {2: "two", 4: "four"}


def render(strips: Strips) -> str:
    """The whole document; the renderer is given its stylesheet apart."""
    page = ENVIRONMENT.get_template("errata/strips.html")
    square = qr.square(strips.check_url)
    name = NAMES[strips.cell.strips]
    return page.render(strips=strips, square=square, name=name, **voice(strips.language))


@cache
def stylesheet() -> str:
    """The CSS of both sizes."""
    sizes = {NAMES[each.strips]: each for each in cell.CELLS.values()}
    numbers = {name: value for name, value in vars(cell).items() if name.isupper()}
    return ENVIRONMENT.get_template("errata/strips.css").render(numbers, sizes=sizes, style_of=style_of)


def above_the_cuts(ends: Mapping[str, Sequence[float]], size: Cell) -> bool:
    """Whether every strip of a page is there and ends above its cut; ``ends`` are places in pixels, by id."""
    rows = size.strips // 2
    high = size.page_height / rows
    found = [ends.get(f"end-of-strip-{place}") for place in range(size.strips)]
    return all(
        end is not None and end[1] * PIXEL <= (place // 2 + 1) * high - size.padding_end + 0.01
        for place, end in enumerate(found)
    )
