"""Issued editions: one for each dossier, made once; its bytes are on the shelf before its row is recorded."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version

from sqlalchemy.exc import IntegrityError

from fact_sheets import codes, snapshot
from fact_sheets.document import FactSheet, Point
from fact_sheets.documents.full_sheet.compose import compose
from fact_sheets.dossier import Dossier, Side
from toolkit.config import Settings
from toolkit.database import session, unit_of_work
from toolkit.models import Edition, EditionClaim
from toolkit.publishing.dossiers import assemble
from toolkit.publishing.errors import CodeTaken, NotBalanced
from toolkit.publishing.press_room import PressRoom

DRAFT = "This sheet fails a rule of balance, so it is a draft and no edition is issued."
TAKEN = "Another document has the code of this one. Choose the other side to stand first."


@dataclass(frozen=True, slots=True)
class Copy:
    """A dossier with what stands for it: canonical JSON, its sha256 and its code."""

    dossier: Dossier
    json: bytes
    sha256: str
    code: str

    @classmethod
    def of(cls, dossier: Dossier) -> "Copy":
        """The copy of this dossier."""
        json = snapshot.to_json(dossier)
        digest = sha256(json).hexdigest()
        return cls(dossier, json, digest, codes.code_for(digest))


def issue(room: PressRoom, geoid: str, *, on: date, first_side: Side | None = None) -> Edition:
    """The edition of this place on this day; the same facts on the same day give the same edition.

    Opens units of work of its own, so that no lock is held while a PDF is made: whoever calls it must not
    have read or written in theirs. Raises UnknownPlace, FactsMissing, NotBalanced, CodeTaken, Busy or
    RenderFailed.
    """
    _refuse_open_transaction()
    with unit_of_work(room.engine):
        copy = Copy.of(assemble(geoid, on, room.settings, first_side))
        issued = _issued(copy)
    if issued is None:
        room.once.run(copy.sha256, lambda: _make(room, copy))
        with unit_of_work(room.engine):
            issued = _issued(copy)
    if issued is None:
        raise CodeTaken(TAKEN)
    return issued


def dossier_json(geoid: str, on: date, settings: Settings, first_side: Side | None = None) -> bytes:
    """The facts that an edition of this place on this day would be made of; in the caller's unit of work."""
    return Copy.of(assemble(geoid, on, settings, first_side)).json


def find(code: str) -> Edition | None:
    """The edition with this code, as printed."""
    return session().get(Edition, code)


def _refuse_open_transaction() -> None:
    try:
        outer = session()
    except LookupError:
        return
    if outer.in_transaction():
        raise RuntimeError("an edition is issued inside an open transaction, which would lock the database")


def _issued(copy: Copy) -> Edition | None:
    edition = session().get(Edition, copy.code)
    if edition is not None and edition.dossier_sha256 != copy.sha256:
        raise CodeTaken(TAKEN)
    return edition


def _make(room: PressRoom, copy: Copy) -> None:
    """Compose, judge, render, shelve, record; nothing is left behind by a step that fails."""
    with unit_of_work(room.engine):
        if _issued(copy):  # between this asker's look and its turn
            return
    sheet = compose(copy.dossier)
    if sheet.standing == "draft":
        raise NotBalanced(DRAFT, [finding for finding in sheet.findings if not finding.passed])
    pdf = room.renderers.render(copy.json)
    edition = _edition(copy, sheet, room.shelf.put(pdf), len(pdf))
    try:
        with unit_of_work(room.engine, write=True) as opened:
            opened.add(edition)
    except IntegrityError:
        with unit_of_work(room.engine):
            if _issued(copy) is None:  # otherwise another process was first, and its row is as good
                raise


def _edition(copy: Copy, sheet: FactSheet, pdf_sha256: str, pdf_bytes: int) -> Edition:
    printed = _printed(sheet)
    review_dates = {claim.id: claim.review_by for claim in copy.dossier.claims}
    return Edition(
        code=copy.code,
        geoid=copy.dossier.place.geoid,
        place_label=copy.dossier.place.label,
        title=sheet.title,
        format=copy.dossier.format,
        language=copy.dossier.language,
        first_side=copy.dossier.first_side,
        standing=sheet.standing,
        issued_on=copy.dossier.on,
        review_by=min((review_dates[point.claim_id] for point in printed), default=None),
        dossier_sha256=copy.sha256,
        dossier_json=copy.json.decode(),
        pdf_sha256=pdf_sha256,
        pdf_bytes=pdf_bytes,
        pages=sheet.PAGES,
        press_version=f"WeasyPrint {version('weasyprint')}",
        claims=[
            EditionClaim(claim_id=point.claim_id, revision=point.revision, position=position)
            for position, point in enumerate(printed)
        ],
    )


def _printed(sheet: FactSheet) -> list[Point]:
    """Every claim on the sheet in reading order."""
    return [*sheet.facts, *(point for pair in sheet.pairs for point in (pair.supporters, pair.critics))]
