"""Other printers of the same words: Chromium prints the same HTML to PDF, Typst sets an equal page."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import count
from pathlib import Path

import typst
from playwright.sync_api import sync_playwright

from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import html
from fact_sheets.typeface import FONTS

SOURCE = Path(__file__).parent / "sheet.typ"


@contextmanager
def chromium(executable: str) -> Iterator[Callable[[str], bytes]]:
    """A warm Chromium that prints a page; the stylesheet goes into the page, as a browser needs it."""
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=executable) as browser:
        tab = browser.new_page()

        def render(page: str) -> bytes:
            tab.set_content(page.replace("</head>", f"<style>{html.stylesheet('paper')}</style></head>"))
            return tab.pdf(prefer_css_page_size=True, tagged=True, outline=True)

        yield render


def typst_page(sheet: FactSheet) -> Callable[[], bytes]:
    """What sets the words of ``sheet`` on two pages, in the same faces and measures."""
    words = json.dumps(asdict(sheet), default=str)
    turns = count(1)

    def render() -> bytes:
        # A hair's breadth more type each time, or all but the first would come from Typst's memory.
        inputs = {"sheet": words, "size": str(10.5 + next(turns) / 100_000)}
        pdf = typst.compile(
            SOURCE, font_paths=[FONTS], ignore_system_fonts=True, sys_inputs=inputs, pdf_standards=["ua-1"]
        )
        assert isinstance(pdf, bytes)
        return pdf

    return render
