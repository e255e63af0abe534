"""Issued editions: one for what is printed, made once; its bytes are on the shelf before its row is recorded.

The same order is answered by the edition that answered it before, without choosing anew. Where another state
of the library leads to the same facts, it is the same edition too.
"""

import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version

from sqlalchemy.exc import IntegrityError

from fact_sheets import codes, snapshot
from fact_sheets.document import FactSheet, Point
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.dossier import Dossier, Side
from toolkit.config import Settings
from toolkit.database import session, unit_of_work
from toolkit.models import Edition, EditionClaim, EditionRequest, LibraryState
from toolkit.publishing.errors import CodeTaken, NotBalanced
from toolkit.publishing.issuing.press_room import PressRoom
from toolkit.publishing.knowing.dossiers import assemble
from toolkit.publishing.knowing.library import remembered

DRAFT = "This sheet fails a rule of balance, so it is a draft and no edition is issued."
TAKEN = "Another document has the code of this one. Choose the other side to stand first."


@dataclass(frozen=True, slots=True)
class Order:
    """A sheet that is asked for: all that may decide what it says, and the key of that."""

    dossier: Dossier
    library: str  # sha256
    key: str

    @classmethod
    def of(cls, dossier: Dossier, library: str) -> "Order":
        """The order of the sheet of this dossier."""
        asked = snapshot.local_json(dossier.local) + library.encode()
        return cls(dossier, library, sha256(asked).hexdigest())


@dataclass(frozen=True, slots=True)
class PrintedFacts:
    """What an edition prints: its dossier, the file that keeps it, and the code that comes from it."""

    dossier: Dossier
    file: bytes
    sha256: str
    code: str

    @classmethod
    def of(cls, order: Order) -> "PrintedFacts":
        """What the sheet of this order prints."""
        chosen = choose(order.dossier)
        digest = snapshot.sha256(chosen)
        return cls(chosen, snapshot.edition_json(chosen, order.library), digest, codes.code_for(digest))


def issue(press_room: PressRoom, geoid: str, *, on: date, first_side: Side | None = None) -> Edition:
    """The edition of this place on this day; the same facts on the same day give the same edition.

    Opens units of work of its own, so that no lock is held while a PDF is made: whoever calls it must not
    have read or written in theirs. Raises UnknownPlace, FactsMissing, NotBalanced, CodeTaken, Busy or
    RenderFailed.
    """
    _refuse_open_transaction()
    with unit_of_work(press_room.engine):
        order = _order(geoid, on, press_room.settings, first_side, press_room.subject)
        issued = _answer(order)
    if issued is None:
        press_room.once.run(order.key, lambda: _make(press_room, order))
        with unit_of_work(press_room.engine):
            issued = _answer(order)
    if issued is None:
        raise RuntimeError("an edition was made and not recorded")
    return issued


def file_of(
    geoid: str, on: date, settings: Settings, first_side: Side | None = None, subject: str = ""
) -> bytes:
    """The file of the edition that this place would get on this day; in the caller's unit of work."""
    return PrintedFacts.of(_order(geoid, on, settings, first_side, subject)).file


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


def _order(geoid: str, on: date, settings: Settings, first_side: Side | None, subject: str) -> Order:
    shelf = remembered(
        settings.readers, subject
    )  # asked once: on PostgreSQL the next look may find it changed
    return Order.of(assemble(geoid, on, settings, first_side, shelf, subject), shelf.sha256)


def _answer(order: Order) -> Edition | None:
    """The edition that answered the same order before."""
    asked = session().get(EditionRequest, order.key)
    return session().get(Edition, asked.code) if asked else None


def _issued(facts: PrintedFacts) -> Edition | None:
    """The edition of these facts, which another library may have led to."""
    edition = session().get(Edition, facts.code)
    if edition is not None and edition.dossier_sha256 != facts.sha256:
        raise CodeTaken(TAKEN)
    return edition


def _make(press_room: PressRoom, order: Order) -> None:
    """Choose, judge, render, shelve, record; nothing is left behind by a step that fails."""
    with unit_of_work(press_room.engine):
        if _answer(order):  # between this asker's look and its turn
            return
    facts = PrintedFacts.of(order)
    with unit_of_work(press_room.engine):
        known = _issued(facts)
    edition = None if known else _edition(press_room, facts)
    try:
        _record(press_room, order, facts, edition)
    except IntegrityError:  # another process recorded some of it meanwhile, and its rows are as good
        _record(press_room, order, facts, edition)


def _record(press_room: PressRoom, order: Order, facts: PrintedFacts, edition: Edition | None) -> None:
    with unit_of_work(press_room.engine, write=True) as opened:
        if opened.get(LibraryState, order.library) is None:
            packed = zlib.compress(snapshot.library_json(order.dossier.library))
            opened.add(LibraryState(sha256=order.library, packed=packed))
        if edition is not None and _issued(facts) is None:
            opened.add(edition)
        opened.flush()  # the request names the edition
        if _answer(order) is None:
            opened.add(EditionRequest(key=order.key, code=facts.code))


def _edition(press_room: PressRoom, facts: PrintedFacts) -> Edition:
    """The edition with its bytes on the shelf. Raises NotBalanced, Busy or RenderFailed."""
    sheet = compose(facts.dossier)
    if sheet.standing == "draft":
        raise NotBalanced(DRAFT, [finding for finding in sheet.findings if not finding.passed])
    pdf = press_room.renderers.render(facts.file)
    printed, local = _printed(sheet), facts.dossier.local
    return Edition(
        code=facts.code,
        subject=facts.dossier.library.subject.id,
        geoid=local.place.geoid,
        place_label=local.place.label,
        title=sheet.title,
        format=local.format,
        language=local.language,
        first_side=local.first_side,
        standing=sheet.standing,
        issued_on=local.on,
        review_by=min((claim.last_day for claim in facts.dossier.library.claims), default=None),
        dossier_sha256=facts.sha256,
        dossier_json=facts.file.decode(),
        pdf_sha256=press_room.shelf.put(pdf),
        pdf_bytes=len(pdf),
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
