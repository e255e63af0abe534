"""Five editions as they were issued when an edition kept a whole dossier: their rows, and their PDFs."""

import json
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from sqlalchemy import Engine

from toolkit.database import unit_of_work
from toolkit.models import Edition, EditionClaim
from toolkit.publishing.issuing.shelf import Shelf

FOLDER = Path(__file__).with_name("issued_before")
DAYS = ("issued_on", "review_by")
ROWS: dict[str, dict[str, Any]] = {
    row["code"]: row for row in json.loads((FOLDER / "editions.json").read_text(encoding="utf-8"))
}


def pdf_of(code: str) -> bytes:
    """The bytes of the sheet."""
    return (FOLDER / f"{code}.pdf").read_bytes()


@cache
def file_of(code: str) -> bytes:
    """The facts that are attached to it."""
    (attached,) = PdfReader(BytesIO(pdf_of(code))).attachment_list
    return attached.content


def put(engine: Engine, shelf: Shelf) -> None:
    """Record all five, and put their bytes on the shelf."""
    with unit_of_work(engine, write=True) as session:
        for code, row in ROWS.items():
            assert shelf.put(pdf_of(code)) == row["pdf_sha256"]
            days = {name: date.fromisoformat(row[name]) for name in DAYS if row[name]}
            claims = [
                EditionClaim(claim_id=claim_id, revision=revision, position=position)
                for position, (claim_id, revision) in enumerate(row["claims"])
            ]
            session.add(Edition(**(row | days | {"claims": claims, "dossier_json": file_of(code).decode()})))
