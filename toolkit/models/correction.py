"""Corrections that readers of printed copies are told of, and what the public suggests."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, true
from sqlalchemy.orm import Mapped, mapped_column

from toolkit.models.base import AppendOnly, Base, UtcTime


class Correction(AppendOnly, Base):
    """One public sentence about a claim that had printed: it changed, is told more exactly,
    was withdrawn, or prints again."""

    __tablename__ = "correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    from_revision: Mapped[int]  # the last that printed
    to_revision: Mapped[int | None]  # None: withdrawn
    sentence: Mapped[str] = mapped_column(String(400))
    # Whether a copy that prints the claim is wrong; not where the claim is only told more exactly now.
    grave: Mapped[bool] = mapped_column(default=True, server_default=true())
    made_on: Mapped[date] = mapped_column(index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # None: the starter library


class Suggestion(Base):
    """What a reader typed about a claim or an edition. Nothing about the reader is kept."""

    __tablename__ = "suggestion"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(80), index=True)  # "claim:saf-03", "edition:K7M2P-4QXRT"
    text: Mapped[str] = mapped_column(String(2000))
    made_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20))  # open, answered, set aside
    answer: Mapped[str | None] = mapped_column(String(1000))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime)
