"""Issued editions: written once, never changed, never deleted. Triggers in the database hold that too."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import AppendOnly, Base, SubjectId


class Edition(AppendOnly, Base):
    """One issued document: what went in, what came out, and the code that checks a printed copy."""

    __tablename__ = "edition"

    code: Mapped[str] = mapped_column(String(11), primary_key=True)  # "K7M2P-4QXRT"
    subject: Mapped[SubjectId]
    geoid: Mapped[str] = mapped_column(String(10), index=True)
    place_label: Mapped[str] = mapped_column(String(160))
    title: Mapped[str] = mapped_column(String(200))
    format: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(5))
    first_side: Mapped[str] = mapped_column(String(12))
    standing: Mapped[str] = mapped_column(String(20))  # balanced, review overdue
    issued_on: Mapped[date]  # the day only: an edition does not keep its minute
    review_by: Mapped[date | None]  # earliest review date among its claims
    dossier_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    dossier_json: Mapped[str] = mapped_column(Text)  # its file, see fact_sheets.snapshot
    pdf_sha256: Mapped[str] = mapped_column(String(64))
    pdf_bytes: Mapped[int]
    pages: Mapped[int]
    press_version: Mapped[str] = mapped_column(String(20))

    claims: Mapped[list["EditionClaim"]] = relationship(order_by="EditionClaim.position")


class EditionClaim(AppendOnly, Base):
    """A claim revision that an edition printed."""

    __tablename__ = "edition_claim"

    code: Mapped[str] = mapped_column(ForeignKey("edition.code"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(String(20), primary_key=True, index=True)
    revision: Mapped[int]
    position: Mapped[int]


class EditionRequest(AppendOnly, Base):
    """What was asked for, as the hash of all that decides the answer, and the edition that answers it."""

    __tablename__ = "edition_request"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("edition.code"), index=True)


class LibraryState(AppendOnly, Base):
    """A library as it stood when editions were chosen from it, kept once."""

    __tablename__ = "library_state"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)  # of its canonical JSON
    packed: Mapped[bytes] = mapped_column(LargeBinary)  # that JSON, by zlib


class LedgerChange(Base):
    """A change of what sheets may say of the library. Triggers add the rows, whoever makes the change."""

    __tablename__ = "ledger_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(32))  # by chance, so that no state is taken for another
