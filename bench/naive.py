"""The sheet as one would print it at first: flex, web fonts, hyphenation, all parsed anew for each sheet.

It is made from the same finished HTML and stylesheet as ours; they differ only in how the renderer is used.
Left out is ``overflow-wrap: anywhere``: together with flex it alone would double the time and flatter us.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from fact_sheets.documents.full_sheet import html
from fact_sheets.typeface import FACES, FONTS

_FLEX = """
.sheet { hyphens: auto }
.sheet .row { display: flex; justify-content: space-between }
.sheet .row::after { content: none }
.sheet .pair, .sheet .note, .sheet .fact, .sheet .tier, .sheet .item { break-inside: avoid }
.sheet ul, .sheet ol { list-style: decimal outside }
::marker { font-variant-numeric: tabular-nums }
.sheet .models { table-layout: auto }
"""


@contextmanager
def web_fonts() -> Iterator[str]:
    """The @font-face rules of our faces as woff2 files in a folder that lasts as long as the context."""
    with TemporaryDirectory() as folder:
        rules = []
        for (family, weight, italic), name in FACES.items():
            path = Path(folder) / f"{name}.woff2"
            with TTFont(FONTS / name) as font:
                font.flavor = "woff2"
                font.save(path)
            style = "italic" if italic else "normal"
            rules.append(
                f"@font-face {{ font-family: 'Web {family}'; font-weight: {weight}; font-style: {style}; "
                f"src: url({path.as_uri()}) format('woff2') }}"
            )
        yield "\n".join(rules)


def render(page: str, font_faces: str) -> bytes:
    """The PDF of a finished page, with nothing kept from one sheet to the next."""
    fonts = FontConfiguration()
    css = re.sub(r"'(Public Sans|Source Serif 4)'", r"'Web \1'", html.stylesheet("paper"))
    stylesheet = CSS(string=f"{font_faces}\n{css}\n{_FLEX}", font_config=fonts)
    pdf: bytes = HTML(string=page).write_pdf(
        stylesheets=[stylesheet], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return pdf
