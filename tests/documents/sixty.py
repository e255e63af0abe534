"""Sixty real places of every kind and situation, and what their sheets were when they were last looked at.

``python -m tests.documents.sixty DATABASE`` writes ``sixty.json`` anew from a database that holds the shipped
facts. A change of these figures is a change of what residents print: the commit that makes it says why.
"""

import hashlib
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2

from fact_sheets import pdf, snapshot
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Dossier, Side
from toolkit.config import Settings
from toolkit.database import make_engine, unit_of_work
from toolkit.publishing.knowing.dossiers import assemble

KEPT = Path(__file__).with_name("sixty.json")
TODAY = date(2026, 11, 26)
CODE = "23456-789AB"
SETTINGS = Settings(base_url="https://sheets.example.org", made_by="a volunteer group", funding="none")
SCALE = 1.0  # dots a point: enough to see a word that moved
# Every kind of place, with and without agreements of its own and around it, under every kind of state rule.
PLACES = (
    *("US", "24021", "1236550", "48201", "08095", "49007", "29007", "40125", "21197", "25001"),
    *("20175", "31017", "06029", "24023", "48349", "13205", "44005", "09160", "37145", "42131"),
    *("22075", "51169", "51143", "35009", "48205", "12097", "3804968660", "2607534500", "2901351950"),
    *("1803180558", "4202121896", "3300944100", "2302912455", "4212718104", "4212969392", "2650280"),
    *("5523575", "1973875", "4075950", "4267920", "4024650", "3530210", "2410900", "2800180", "1371492"),
    *("0446000", "0138248", "2950402", "2902188", "4827432", "1203675", "11", "08", "51", "01", "06"),
    *("23", "02", "25", "12"),
)
SIDES: tuple[Side, Side] = ("supporters", "critics")


def dossier(database: Path, geoid: str) -> Dossier:
    """The facts of a place on the fixed day; from place to place the sides take turns to be first."""
    engine = make_engine(f"sqlite:///{database}")
    with unit_of_work(engine):
        facts = assemble(geoid, TODAY, SETTINGS, SIDES[PLACES.index(geoid) % 2])
    engine.dispose()
    return facts


def figures(dossier: Dossier) -> dict[str, object]:
    """The hash of the PDF; and of text and pictures of its pages, printed with a code that stays."""
    sheet = replace(compose(dossier), code=CODE, check_url=f"{SETTINGS.base_url}/editions/{CODE}")
    document = pypdfium2.PdfDocument(pdf.render(sheet, b"{}"))
    return {
        "pdf": hashlib.sha256(pdf.press(snapshot.edition_json(dossier, "")).pdf).hexdigest(),
        "text": [_hash(page.get_textpage().get_text_bounded().encode()) for page in document],
        "pictures": [_hash(bytes(page.render(scale=SCALE, grayscale=True).buffer)) for page in document],
    }


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def main(database: Path) -> None:
    """Write the file."""
    kept = {geoid: figures(dossier(database, geoid)) for geoid in PLACES}
    KEPT.write_text(json.dumps(kept, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
