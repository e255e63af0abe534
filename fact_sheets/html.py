"""FactSheet → HTML: one body for paper and for the web, laid out by the documents' own templates.

The environment is strict: every text is escaped, an unknown name is an error, and nothing outside
``templates/documents`` can be read. The markup carries no ``style`` attribute, so a strict content policy
holds.
"""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from fact_sheets import chart, extent, fit, qr, wording
from fact_sheets.document import Excerpt, FactSheet
from fact_sheets.errors import UnsafeLink
from fact_sheets.paper import AIR_LEVELS, LETTER, SHARES_WITH_MEETING, UNIT, WRITING_LINE, Paper
from fact_sheets.sentences import language
from fact_sheets.typesetting import say_date

TEMPLATES = Path(__file__).parent.parent / "templates" / "documents"
SIDES = ("supporters", "critics")
Medium = Literal["paper", "screen", "excerpt"]
SCHEMES = frozenset({"http", "https", "mailto"})
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # a press that is running goes on with the templates that it started with
)


def render(sheet: FactSheet) -> str:
    """The whole page for paper, both sides; the renderer is given its stylesheet apart."""
    return ENVIRONMENT.get_template("fact_sheet/page.html").render(_words(sheet, 1, wording.set_title(sheet)))


def warm() -> None:
    """Compile the templates, which otherwise waits for the first sheet."""
    for name in ENVIRONMENT.list_templates(extensions=["html"]):
        ENVIRONMENT.get_template(name)


def fragment(sheet: FactSheet, level: int = 2) -> str:
    """The sheet as one ``article`` for a page of the site, whose highest heading is ``level``."""
    return ENVIRONMENT.get_template("fact_sheet/sheet.html").render(_words(sheet, level, sheet.title))


def excerpt(part: Excerpt, level: int = 2) -> str:
    """One claim of a sheet as an ``article``, whose highest heading is one below ``level``."""
    split = extent.notes_in_first_column(part.notes, LETTER)
    words = {"sheet": part, "level": level, "sides": SIDES, "wording": wording, **voice(part.language)}
    words["note_columns"] = (part.notes[:split], part.notes[split:])
    return ENVIRONMENT.get_template("fact_sheet/excerpt.html").render(words)


@cache
def stylesheet(medium: Medium = "screen", paper: Paper = LETTER) -> str:
    """The CSS of ``.sheet``: shared rules, then those of the medium; an excerpt has its paper's type."""
    numbers = {
        "paper": paper,
        "type": paper.type,
        "UNIT": UNIT,
        "SHARES": SHARES_WITH_MEETING,
        "AIR_LEVELS": AIR_LEVELS,
        "WRITING_LINE": WRITING_LINE,
    }
    own = {
        "paper": "fact_sheet/paper.css",
        "screen": "fact_sheet/screen.css",
        "excerpt": "fact_sheet/excerpt.css",
    }[medium]
    parts = ("fact_sheet/sheet.css", own)
    return "".join(ENVIRONMENT.get_template(part).render(numbers) for part in parts)


def printable_link(url: str) -> str:
    """``url``, if it may be printed. Raises UnsafeLink for any scheme but http, https and mailto."""
    if urlsplit(url).scheme not in SCHEMES:
        raise UnsafeLink(f"this link may not be printed: {url!r}")
    return url


def voice(tag: str = "en") -> dict[str, Callable[..., Any]]:
    """How a template asks for the sentences of a language."""
    voice = language(tag)
    return {
        "say": voice.say,
        "say_in_parts": voice.stretches,
        "stretches": partial(wording.stretches, tag=tag),
    }


ENVIRONMENT.filters.update(date=say_date, link=printable_link)


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
