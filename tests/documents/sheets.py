"""Sheets for the tests of paper, and the ways to look into what was printed."""

import io
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

import pikepdf
import pypdfium2
from lxml import html as markup
from pypdf import PdfReader

from fact_sheets import pdf, snapshot
from fact_sheets.document import FactSheet, Finding
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.paper import LETTER, Paper
from tests.samples import places
from tests.sweeps import sampled

VARIANTS = sampled(places.VARIANTS, every=3)
ANY = "frederick-county-md"
LIBRARY = snapshot.sha256_of_library(places.variant(ANY).library)  # they are all chosen from one
ROOMY = "unlisted"  # a sheet with room for more words on both sides


@dataclass(frozen=True, slots=True)
class Made:
    """An edition's file, the sheet composed of it, and its PDF."""

    file: bytes
    sheet: FactSheet
    pdf: bytes

    @property
    def reader(self) -> PdfReader:
        """The PDF as pypdf reads it."""
        return PdfReader(io.BytesIO(self.pdf))

    @property
    def pages(self) -> pypdfium2.PdfDocument:
        """The PDF as PDFium reads it."""
        return pypdfium2.PdfDocument(self.pdf)


@cache
def made(variant: str, paper: Paper = LETTER) -> Made:
    """One of the real places, printed once for all tests of a process."""
    known = places.variant(variant)
    dossier = choose(replace(known, local=replace(known.local, paper=paper.name)))
    file = snapshot.edition_json(dossier, LIBRARY)
    sheet = compose(dossier)
    return Made(file, sheet, pdf.render(sheet, file))


@cache
def opened(variant: str) -> pikepdf.Pdf:
    """The PDF of a real place as pikepdf reads it, kept open because its objects live no longer than it."""
    return pikepdf.open(io.BytesIO(made(variant).pdf))


def remade(sheet: FactSheet) -> Made:
    """A sheet that was changed by hand, printed."""
    return Made(b"{}", sheet, pdf.render(sheet, b"{}"))


def draft(sheet: FactSheet) -> FactSheet:
    """The sheet as it prints when one rule of balance is not met."""
    finding = Finding("similar_words", "Similar words a side", "block", False, "120 and 80 words, ratio 0.67")
    return replace(sheet, standing="draft", standing_line="1 rule is not met:", findings=(finding,))


def overdue(sheet: FactSheet) -> FactSheet:
    """The sheet as it prints when too few claims are in date for a single pair."""
    line = "Library review overdue since May 21, 2027. This sheet is not called balanced."
    return replace(sheet, standing="review overdue", standing_line=line, pairs=(), numbers=None)


def parsed(page: str) -> markup.HtmlElement:
    """HTML as a tree to select from."""
    return markup.document_fromstring(page)


def words(text: str) -> str:
    """Text with every run of white space as one space, and without the joiners that hold a line together."""
    return " ".join(text.replace("\N{WORD JOINER}", "").split())


def squeezed(text: str) -> str:
    """Text without white space: a line may end where a reader of PDFs sees no space."""
    return words(text).replace(" ", "")


def with_every_text(value: Any, change: Any, keep: frozenset[str] = frozenset()) -> Any:
    """The same tree with ``change`` applied to each text, but for the fields named in ``keep``."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(with_every_text(item, change, keep) for item in value)
    if is_dataclass(value) and not isinstance(value, type | Paper):
        changed = {
            field.name: with_every_text(getattr(value, field.name), change, keep)
            for field in fields(value)
            if field.name not in keep
        }
        return replace(value, **changed)
    return value
