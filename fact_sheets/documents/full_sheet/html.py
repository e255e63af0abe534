"""The full sheet → HTML: one body for paper and for the web."""

from functools import cache
from typing import Any, Literal

from fact_sheets import chart, qr, wording
from fact_sheets.document import Excerpt, FactSheet
from fact_sheets.documents.full_sheet import extent, fit
from fact_sheets.html import ENVIRONMENT, voice
from fact_sheets.paper import LETTER, UNIT, Paper

SIDES = ("supporters", "critics")
Medium = Literal["paper", "screen", "excerpt"]


def render(sheet: FactSheet) -> str:
    """The whole page for paper, both sides; the renderer is given its stylesheet apart."""
    return ENVIRONMENT.get_template("full_sheet/page.html").render(_words(sheet, 1, wording.set_title(sheet)))


def fragment(sheet: FactSheet, level: int = 2) -> str:
    """The sheet as one ``article`` for a page of the site, whose highest heading is ``level``."""
    return ENVIRONMENT.get_template("full_sheet/sheet.html").render(_words(sheet, level, sheet.title))


def excerpt(part: Excerpt, level: int = 2) -> str:
    """One claim of a sheet as an ``article``, whose highest heading is one below ``level``."""
    split = extent.notes_in_first_column(part.notes, LETTER)
    words = {"sheet": part, "level": level, "sides": SIDES, "wording": wording, **voice(part.language)}
    words["note_columns"] = (part.notes[:split], part.notes[split:])
    return ENVIRONMENT.get_template("full_sheet/excerpt.html").render(words)


@cache
def stylesheet(medium: Medium = "screen", paper: Paper = LETTER) -> str:
    """The CSS of ``.sheet``: shared rules, then those of the medium; an excerpt has its paper's type."""
    numbers = {
        "paper": paper,
        "type": paper.type,
        "UNIT": UNIT,
        "SHARES": extent.SHARES_WITH_MEETING,
        "AIR_LEVELS": fit.AIR_LEVELS,
        "WRITING_LINE": fit.WRITING_LINE,
    }
    own = {
        "paper": "full_sheet/paper.css",
        "screen": "full_sheet/screen.css",
        "excerpt": "full_sheet/excerpt.css",
    }[medium]
    parts = ("full_sheet/sheet.css", own)
    return "".join(ENVIRONMENT.get_template(part).render(numbers) for part in parts)


def _words(sheet: FactSheet, level: int, title: str) -> dict[str, Any]:
    """What the templates may name."""
    split = extent.notes_in_first_column(sheet.notes, sheet.paper)
    return {
        "sheet": sheet,
        "level": level,
        "title": wording.title_parts(sheet, title),
        "sides": ("supporters", "critics") if sheet.first_side == "supporters" else ("critics", "supporters"),
        "wording": wording,
        "air": fit.air(sheet),
        "writing_lines": fit.writing_lines(sheet),
        "columns": extent.deeper(sheet),
        "share": extent.share_beside_qr(sheet),
        "drawing": chart.draw(sheet.chart, sheet.paper) if sheet.chart else None,
        "square": qr.square(sheet.check_url),
        "note_columns": (sheet.notes[:split], sheet.notes[split:]),
        **voice(sheet.language),
    }
