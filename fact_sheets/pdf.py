"""Sheets, testimony and errata → PDF: the one door to WeasyPrint, whose import alone takes a second or more.

One font configuration and one parsed stylesheet serve a whole process. The renderer may fetch nothing: the
fonts come from our own folder by fontconfig, everything else is in the page. With the same versions of
WeasyPrint, Pango and HarfBuzz the same sheet gives the same bytes everywhere.
"""

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, NoReturn

from fact_sheets import archival, caps, html, snapshot
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet import html as full_sheet
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.errata import pages as errata_pages
from fact_sheets.errata.errata import Errata
from fact_sheets.errata.strips import Strips
from fact_sheets.errata.strips import compose as compose_strips
from fact_sheets.errors import Overfull, RenderError
from fact_sheets.meeting import Meeting
from fact_sheets.paper import PAPERS
from fact_sheets.testimony import pages
from fact_sheets.testimony.parcel import Parcel
from fact_sheets.typeface import FONTS, characters

# Fontconfig reads this once, when the renderer is imported; a relative path would fail in silence.
os.environ["FONTCONFIG_FILE"] = str((FONTS / "fonts.conf").resolve())

from weasyprint import CSS, HTML, Attachment, Document
from weasyprint.css import ColorProfile
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

VARIANT = "pdf/a-3a"
PLAIN_VARIANT = "pdf/ua-1"
MOST_PAGES = 20  # of testimony and errata; sixty cards are fifteen
ATTACHMENT = "dossier.json"
_SRGB = "sRGB2014.icc"


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A sheet and the bytes of its PDF."""

    sheet: FactSheet
    pdf: bytes


class NothingToFetch(URLFetcher):
    """Refuses every address: a sheet needs no file and no network."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> NoReturn:
        """Stops the rendering; an ordinary error would be swallowed and the page printed without it."""
        raise FatalURLFetchingError(f"the renderer asked for {url[:80]!r}")


def warm() -> None:
    """Load what every sheet needs, so that the first one is as quick as the rest."""
    for paper in PAPERS.values():
        _parsed(full_sheet.stylesheet("paper", paper))
    _parsed(pages.stylesheet())
    html.warm()
    characters()


def press(file: bytes, meeting: Meeting | None = None) -> PrintedPdf:
    """The sheet of an edition's ``file`` and its PDF, or a copy of it made for one ``meeting``.

    ``choose`` alone decides what prints, so every process makes the same sheet of the same facts. One that
    runs over all the same raises Overfull, as does a copy whose meeting leaves no room for a balanced sheet.
    """
    dossier = snapshot.from_json(file)
    if dossier.selection is None:
        library = snapshot.sha256_of_library(dossier.library)
        dossier = choose(dossier)
        file = snapshot.edition_json(dossier, library)
    sheet = compose(dossier, meeting)
    if meeting and sheet.standing == "draft":
        raise Overfull("the meeting leaves no room for a balanced sheet")
    return PrintedPdf(sheet, render(sheet, file))


def render(sheet: FactSheet, file: bytes) -> bytes:
    """The PDF of ``sheet`` with the file of its facts attached.

    Raises RenderError when a text may not be printed, and Overfull when a side needs more than its page.
    """
    caps.check(sheet)
    try:
        page = HTML(string=full_sheet.render(sheet), url_fetcher=_fetcher())
        document = page.render(
            stylesheets=[_parsed(full_sheet.stylesheet("paper", sheet.paper))],
            font_config=_font_configuration(),
            color_profiles={"srgb": _srgb()},
        )
        _check_pages(document, sheet.PAGES)
        rdf = document.metadata.generate_rdf_metadata
        document.metadata.generate_rdf_metadata = lambda *profile: archival.name_both_profiles(rdf(*profile))
        pdf: bytes = document.write_pdf(
            pdf_variant=VARIANT,
            output_intent="given",
            attachments=[_attachment(file, sheet.on)],
            finisher=_finish,
        )
    except FatalURLFetchingError as error:
        raise RenderError(str(error)) from error
    return archival.end_streams_clearly(pdf)


def render_testimony(parcel: Parcel) -> bytes:
    """The PDF of one paper of testimony. It carries no date, no attachment, and nothing of the speaker beside
    the words themselves.

    Raises RenderError when a text may not be printed, and Overfull when it needs too many pages.
    """
    sign = caps.unprintable_sign(parcel.tree)
    if sign is not None:
        raise RenderError(f"“{sign}” is not in our typefaces. Take it out, or choose Word or plain text.")
    caps.check(parcel.tree)
    try:
        document = _laid_out(pages.render(parcel), pages.stylesheet())
        return _written(document)
    except FatalURLFetchingError as error:
        raise RenderError(str(error)) from error


def render_errata(errata: Errata) -> bytes:
    """The PDF of the strips for one sheet. Raises as ``render_strips`` does."""
    return render_strips(compose_strips(errata))


def render_strips(strips: Strips) -> bytes:
    """A page for each part of these strips.

    Raises RenderError when a text may not be printed, and Overfull for too many parts, or words over a cut.
    """
    if len(strips.parts) > MOST_PAGES:
        raise Overfull(f"the strips take {len(strips.parts)} pages, more than {MOST_PAGES}")
    caps.check(strips)
    try:
        document = _laid_out(errata_pages.render(strips), errata_pages.stylesheet(), len(strips.parts))
        if not all(errata_pages.above_the_cuts(page.anchors, strips.cell) for page in document.pages):
            raise Overfull("a strip does not hold its words")
        return _written(document)
    except FatalURLFetchingError as error:
        raise RenderError(str(error)) from error


def _laid_out(page: str, stylesheet: str, most: int = MOST_PAGES) -> Document:
    """The pages. Raises Overfull when there are too many."""
    document = HTML(string=page, url_fetcher=_fetcher()).render(
        stylesheets=[_parsed(stylesheet)], font_config=_font_configuration()
    )
    if len(document.pages) > most:
        raise Overfull(f"it takes {len(document.pages)} pages, more than {most}")
    return document


def _written(document: Document) -> bytes:
    """A PDF without a date and without attachments."""
    pdf: bytes = document.write_pdf(pdf_variant=PLAIN_VARIANT, finisher=_finish_plain)
    return pdf


@cache
def _font_configuration() -> FontConfiguration:
    return FontConfiguration()


@cache
def _fetcher() -> NothingToFetch:
    return NothingToFetch()


@cache
def _parsed(stylesheet: str) -> CSS:
    return CSS(string=stylesheet, font_config=_font_configuration(), url_fetcher=_fetcher())


@cache
def _srgb_bytes() -> bytes:
    """The colours of PDF/A; left to itself the renderer opens the file for each sheet and leaves it open."""
    return (files("weasyprint.pdf") / _SRGB).read_bytes()


def _srgb() -> ColorProfile:
    """A profile of its own for each sheet: one that has been written once gives other bytes the next time."""
    return ColorProfile(BytesIO(_srgb_bytes()), _SRGB, "relative-colorimetric", (["r"], ["g"], ["b"]))


def _check_pages(document: Document, wanted: int) -> None:
    """Each side on its own page, and no page more."""
    if len(document.pages) != wanted or "side-two" not in document.pages[1].anchors:
        raise Overfull(f"the sheet takes {len(document.pages)} pages, and side 2 must be page {wanted}")


def _attachment(file: bytes, on: date) -> Attachment:
    """Dated by the sheet and not by the clock, so that the bytes repeat."""
    dated = datetime.combine(on, time(), UTC)
    return Attachment(
        file_obj=BytesIO(file),
        name=ATTACHMENT,
        description=f"The facts this sheet was made from, sha256 {hashlib.sha256(file).hexdigest()}",
        created=dated,
        modified=dated,
        relationship="Source",
        url_fetcher=_fetcher(),
    )


def _finish(document: Document, pdf: Any) -> None:
    """The last look at a sheet's PDF before it is written."""
    attached = _attached_to(pdf)
    if attached != 1 or len(pdf.page_references) != len(document.pages):
        raise RenderError(f"{attached} attachments on {len(pdf.page_references)} pages")


def _finish_plain(document: Document, pdf: Any) -> None:
    """The last look at testimony and errata: nothing may hang on them."""
    attached = _attached_to(pdf)
    if attached:
        raise RenderError(f"{attached} attachments where there may be none")


def _attached_to(pdf: Any) -> int:
    """How many files are attached; raises UnsafeLink for a link that may not be printed."""
    attached = 0
    for item in pdf.objects:
        extra = getattr(item, "extra", {})
        if extra.get("Type") == "/Metadata":
            item.compress = False  # archives must read it without unpacking
        attached += extra.get("Type") == "/EmbeddedFile"
        if isinstance(item, dict) and "A" in item and item.get("Subtype") == "/Link":
            html.printable_link(item["A"]["URI"].string)
    return attached
