"""Strips → HTML for paper, by the environment of ``fact_sheets.html``: each text is escaped."""

from functools import cache

from fact_sheets import qr
from fact_sheets.errata import cell
from fact_sheets.errata.strips import Strips, style_of
from fact_sheets.html import ENVIRONMENT

NAMES = {2: "two", 4: "four"}


def render(strips: Strips) -> str:
    """The whole document; the renderer is given its stylesheet apart."""
    page = ENVIRONMENT.get_template("errata/strips.html")
    return page.render(strips=strips, square=qr.square(strips.check_url), name=NAMES[strips.cell.strips])


@cache
def stylesheet() -> str:
    """The CSS of both sizes."""
    sizes = {NAMES[each.strips]: each for each in cell.CELLS.values()}
    numbers = {name: value for name, value in vars(cell).items() if name.isupper()}
    return ENVIRONMENT.get_template("errata/strips.css").render(numbers, sizes=sizes, style_of=style_of)
