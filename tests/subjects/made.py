"""Sheets of the second subject as they are made: chosen, composed, printed, each once a process."""

from dataclasses import dataclass
from functools import cache

import pypdfium2

from fact_sheets import pdf, snapshot
from fact_sheets.document import FactSheet
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.dossier import Dossier
from tests.samples import plate_readers

PLACES = tuple(plate_readers.places())


@dataclass(frozen=True, slots=True)
class Made:
    """The dossier of what prints, the file of the edition, its sheet and its PDF."""

    chosen: Dossier
    file: bytes
    sheet: FactSheet
    pdf: bytes

    @property
    def pages(self) -> list[str]:
        """The text of each page."""
        return pages_of(self.pdf)


def made(dossier: Dossier) -> Made:
    """The sheet of this dossier, printed."""
    chosen = choose(dossier)
    sheet, file = compose(chosen), snapshot.edition_json(chosen, snapshot.sha256_of_library(dossier.library))
    return Made(chosen, file, sheet, pdf.render(sheet, file))


@cache
def printed(place: str) -> Made:
    """The sheet of one of the places."""
    return made(plate_readers.places()[place])


def pages_of(document: bytes) -> list[str]:
    """The text of each page of a PDF."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(document)]


def plain(text: str) -> str:
    """Text with every run of white space as one space, without the joiners that hold a line together."""
    return " ".join(text.replace("\N{WORD JOINER}", "").split())
